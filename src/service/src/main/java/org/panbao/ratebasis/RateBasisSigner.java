package org.panbao.ratebasis;

import java.nio.charset.StandardCharsets;
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
import java.util.List;
import org.panbao.base.Sha256;
import org.panbao.storage.DataDirectory;
import org.springframework.stereotype.Component;

/**
 * Signs rate-basis records with Ed25519 (RFC 8032). The key is made at the first start and kept in the data directory;
 * the public half is part of every signature, so that a record can be checked against a key kept elsewhere.
 */
@Component
public class RateBasisSigner {

    private static final String KEY_FILE = "rate-basis-ed25519.key";

    private final KeyPair keys;
    private final String keyId;

    RateBasisSigner(DataDirectory data) {
        this.keys = data.read(KEY_FILE).map(RateBasisSigner::parse).orElseGet(() -> make(data));
        this.keyId = Sha256.of(publicKey()).substring(0, 16);
    }

    /** Signature over the UTF-8 bytes of the canonical record. */
    public SignedBy sign(String canonical) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(canonical.getBytes(StandardCharsets.UTF_8));
            return new SignedBy("Ed25519", keyId, publicKey(), base64(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether {@code signedBy} was made by this service's key over exactly this text. */
    public boolean isOurs(String canonical, SignedBy signedBy) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(keys.getPublic());
            signature.update(canonical.getBytes(StandardCharsets.UTF_8));
            return signedBy.keyId().equals(keyId)
                    && signature.verify(Base64.getDecoder().decode(signedBy.value()));
        } catch (SignatureException e) {
            return false; // not a signature at all
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key, X.509 SubjectPublicKeyInfo in Base64. */
    public String publicKey() {
        return base64(keys.getPublic().getEncoded());
    }

    private static KeyPair make(DataDirectory data) {
        try {
            KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            data.writeSecret(
                    KEY_FILE,
                    base64(made.getPublic().getEncoded())
                            + "\n"
                            + base64(made.getPrivate().getEncoded())
                            + "\n");
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair parse(String text) {
        try {
            List<String> lines = text.lines().toList();
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            PublicKey publicKey = factory.generatePublic(new X509EncodedKeySpec(decode(lines.get(0))));
            PrivateKey privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(decode(lines.get(1))));
            return new KeyPair(publicKey, privateKey);
        } catch (GeneralSecurityException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("the key file " + KEY_FILE + " in the data directory is damaged", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.trim());
    }
}
