package org.panbao.ratebasis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panbao.base.Sha256;
import org.panbao.storage.DataDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Signs rate-basis records with Ed25519 (RFC 8032). The key is made at the first start and kept in the data directory,
 * beside the public halves of keys that signed before. What a record says of its own key proves nothing: a signature
 * counts when it was made by one of these.
 */
@Component
public class RateBasisSigner {

    private static final String ALGORITHM = "Ed25519";
    private static final String KEY_FILE = "rate-basis-ed25519.key";
    private static final String FORMER_KEYS_FILE = "rate-basis-former-keys.txt";

    private final KeyPair keys;
    private final String keyId;
    private final Map<String, PublicKey> known = new LinkedHashMap<>();

    @Autowired
    RateBasisSigner(DataDirectory data) {
        this(
                data.read(KEY_FILE).map(RateBasisSigner::parse).orElseGet(() -> make(data)),
                data.read(FORMER_KEYS_FILE).orElse(""));
    }

    private RateBasisSigner(KeyPair keys, String former) {
        this.keys = keys;
        this.keyId = idOf(keys.getPublic());
        known.put(keyId, keys.getPublic());
        addFormer(former);
    }

    /** With the keys of a data directory that a service may be using; throws {@link IOException} when there is none. */
    public static RateBasisSigner withKeysOf(Path dataDirectory) throws IOException {
        Path former = dataDirectory.resolve(FORMER_KEYS_FILE);
        return new RateBasisSigner(
                parse(Files.readString(dataDirectory.resolve(KEY_FILE))),
                Files.exists(former) ? Files.readString(former) : "");
    }

    /**
     * A key that signs, or signed before.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo, Base64
     * @param current whether new records are signed with it
     */
    public record KnownKey(String keyId, String algorithm, String publicKey, boolean current) {}

    /** The keys whose signatures count here, the current one first. */
    public List<KnownKey> knownKeys() {
        return known.entrySet().stream()
                .map(key -> new KnownKey(
                        key.getKey(),
                        ALGORITHM,
                        encoded(key.getValue()),
                        key.getKey().equals(keyId)))
                .toList();
    }

    /** Signature over the UTF-8 bytes of the canonical record. */
    public SignedBy sign(String canonical) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(canonical.getBytes(StandardCharsets.UTF_8));
            return new SignedBy(ALGORITHM, keyId, encoded(keys.getPublic()), base64(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether {@code signedBy} was made over exactly this text by a key that this service has or had. */
    public boolean isOurs(String canonical, SignedBy signedBy) {
        PublicKey key = known.get(signedBy.keyId());
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(canonical.getBytes(StandardCharsets.UTF_8));
            return signature.verify(decode(signedBy.value()));
        } catch (SignatureException | IllegalArgumentException e) {
            return false; // not a signature at all
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One public key a line; lines that begin with {@code #} are remarks. */
    private void addFormer(String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(RateBasisSigner::parseFormer)
                .forEach(key -> known.putIfAbsent(idOf(key), key));
    }

    private static PublicKey parseFormer(String line) {
        try {
            return parsePublic(line);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw damaged(FORMER_KEYS_FILE, e);
        }
    }

    private static PublicKey parsePublic(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decode(base64)));
    }

    private static IllegalStateException damaged(String file, Exception cause) {
        return new IllegalStateException("the key file " + file + " in the data directory is damaged", cause);
    }

    private static String idOf(PublicKey key) {
        return Sha256.of(encoded(key)).substring(0, 16);
    }

    private static String encoded(PublicKey key) {
        return base64(key.getEncoded());
    }

    private static KeyPair make(DataDirectory data) {
        try {
            KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            data.writeSecret(
                    KEY_FILE,
                    encoded(made.getPublic()) + "\n" + base64(made.getPrivate().getEncoded()) + "\n");
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair parse(String text) {
        try {
            List<String> lines = text.lines().toList();
            PrivateKey privateKey =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(decode(lines.get(1))));
            return new KeyPair(parsePublic(lines.get(0)), privateKey);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(KEY_FILE, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.trim());
    }
}
