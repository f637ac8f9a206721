package org.panbao.access.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Sha256;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes of secrets. One that a person chose is hashed slowly (bcrypt), so that it cannot be guessed from a stolen
 * table; one that we made has 192 random bits, which no hash speed helps to guess, so SHA-256 serves and a token costs
 * no 70 ms of processor time.
 */
@Component
public class Secrets implements PasswordEncoder {

    private static final String GENERATED = "{sha256}";
    private static final String CHOSEN = "{bcrypt}";
    private static final int RANDOM_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder slow = new BCryptPasswordEncoder();

    /** A new secret of 192 random bits. */
    public String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Hash of a secret made by {@link #random}. */
    public String hashGenerated(String secret) {
        return GENERATED + Sha256.of(secret);
    }

    /** Hash of a secret or password that a person chose. */
    public String hashChosen(String secret) {
        return CHOSEN + slow.encode(secret);
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        return hashChosen(String.valueOf(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        if (secret == null || hash == null) {
            return false;
        }
        if (hash.startsWith(CHOSEN)) {
            return slow.matches(secret, hash.substring(CHOSEN.length()));
        }
        return MessageDigest.isEqual(
                hashGenerated(secret.toString()).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }
}
