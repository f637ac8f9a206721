package org.panbao.access.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import org.panbao.storage.DataDirectory;

/** The key that signs our tokens: made once, kept in the data directory, so that tokens outlive a restart. */
final class SigningKey {

    private static final String FILE = "keys/oauth-signing.json";
    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey keptIn(DataDirectory data) {
        try {
            String kept = data.read(FILE).orElse(null);
            if (kept != null) {
                return RSAKey.parse(kept);
            }
            RSAKey made = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            data.writeSecret(FILE, made.toJSONString());
            return made;
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the signing key " + FILE + " cannot be read or made", e);
        }
    }
}
