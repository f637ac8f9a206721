package org.panbao.ratebasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.ratebasis.RateBasisSigner.KnownKey;
import org.panbao.storage.DataDirectory;

class RateBasisSignerTest {

    private static final String RECORD = "{\"premium\":\"67286.63\"}";
    private static final String KEY = "rate-basis-ed25519.key";
    private static final String FORMER_KEYS = "rate-basis-former-keys.txt";

    @TempDir
    Path parent;

    @Test
    void theKeyOutlivesARestart() {
        try (DataDirectory data = DataDirectory.open(parent)) {
            SignedBy signed = new RateBasisSigner(data).sign(RECORD);

            assertThat(new RateBasisSigner(data).isOurs(RECORD, signed)).isTrue();
            assertThat(new RateBasisSigner(data).isOurs(RECORD + " ", signed)).isFalse();
        }
    }

    @Test
    void aFormerKeyCountsOnceItsPublicHalfIsKept() {
        try (DataDirectory data = DataDirectory.open(parent)) {
            SignedBy signed = new RateBasisSigner(data).sign(RECORD);
            data.delete(KEY);
            assertThat(new RateBasisSigner(data).isOurs(RECORD, signed)).isFalse();

            data.writeSecret(FORMER_KEYS, "# until 2026\n" + signed.publicKey() + "\n");
            RateBasisSigner rotated = new RateBasisSigner(data);
            assertThat(rotated.isOurs(RECORD, signed)).isTrue();
            assertThat(rotated.knownKeys())
                    .extracting(KnownKey::keyId, KnownKey::current)
                    .containsExactly(tuple(rotated.sign(RECORD).keyId(), true), tuple(signed.keyId(), false));
        }
    }

    @Test
    void whatARecordSaysOfItsOwnKeyProvesNothing() {
        try (DataDirectory ours = DataDirectory.open(parent.resolve("ours"));
                DataDirectory others = DataDirectory.open(parent.resolve("others"))) {
            RateBasisSigner signer = new RateBasisSigner(ours);
            SignedBy forged = new RateBasisSigner(others).sign(RECORD);
            SignedBy own = signer.sign(RECORD);

            assertThat(signer.isOurs(RECORD, forged)).isFalse();
            assertThat(signer.isOurs(RECORD, new SignedBy("Ed25519", own.keyId(), forged.publicKey(), forged.value())))
                    .isFalse();
            assertThat(signer.isOurs(RECORD, new SignedBy("Ed25519", own.keyId(), own.publicKey(), "no signature")))
                    .isFalse();
        }
    }

    @Test
    void aDamagedListOfFormerKeysStopsTheStart() {
        try (DataDirectory data = DataDirectory.open(parent)) {
            data.writeSecret(FORMER_KEYS, "not a key\n");

            assertThatThrownBy(() -> new RateBasisSigner(data)).hasMessageContaining(FORMER_KEYS);
        }
    }
}
