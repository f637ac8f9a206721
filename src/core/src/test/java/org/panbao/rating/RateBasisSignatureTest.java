package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.rating.VerifyScript.Answer;

/** The script checks signatures that the JDK makes, in Python alone, and says so when it does not check one. */
class RateBasisSignatureTest {

    private static final String BODY = RecordFixtures.canonical(
            RecordFixtures.record(RatingFixtures.goldenD().rate("sample-d")));

    private final KeyPair signer = pair();

    @TempDir
    Path folder;

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private byte[] signature() throws GeneralSecurityException {
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(signer.getPrivate());
        signing.update(BODY.getBytes(StandardCharsets.UTF_8));
        return signing.sign();
    }

    private String signed(byte[] signature) {
        String value = Base64.getEncoder().encodeToString(signature);
        return RecordFixtures.json(
                        RecordFixtures.record(RatingFixtures.goldenD().rate("sample-d")))
                .replace(
                        "\"signature\":null",
                        "\"signature\":{\"algorithm\":\"Ed25519\",\"keyId\":\"k\",\"publicKey\":\"" + encoded(signer)
                                + "\",\"value\":\"" + value + "\"}");
    }

    private Answer check(String json, String key) throws IOException, InterruptedException {
        Path file = folder.resolve("key.txt");
        Files.writeString(file, key);
        return VerifyScript.check(folder, json, "--key", file.toString());
    }

    @Test
    void aKeyCanBeTheServicesAnswerAPemFileOrBase64() throws Exception {
        String json = signed(signature());
        String key = encoded(signer);
        List<String> forms = List.of(
                key,
                "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n",
                "{\"keys\":[{\"keyId\":\"other\",\"publicKey\":\"" + encoded(pair())
                        + "\"},{\"keyId\":\"k\",\"publicKey\":\"" + key + "\"}]}");
        for (String form : forms) {
            assertThat(check(json, form)).isEqualTo(new Answer(0, "OK\nsignature: checked"));
        }
    }

    @Test
    void anotherKeyThanTheSignersFailsWhateverTheRecordSaysOfItsOwn() throws Exception {
        Answer answer = check(signed(signature()), encoded(pair()));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.text())
                .contains("the signature is not by the key given")
                .endsWith("signature: wrong");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 63})
    void aChangedByteOfTheSignatureFails(int index) throws Exception {
        byte[] signature = signature();
        signature[index] ^= 1;

        assertThat(check(signed(signature), encoded(signer)).exit()).isEqualTo(1);
    }

    @Test
    void withoutAKeyItSaysThatTheSignatureWasNotChecked() throws Exception {
        byte[] wrong = signature();
        wrong[0] ^= 1;

        assertThat(VerifyScript.check(folder, signed(wrong)))
                .isEqualTo(new Answer(0, "OK\nsignature: not checked, because no --key is given"));
    }

    @Test
    void aKeyForARecordWithoutSignatureFails() throws Exception {
        String json = RecordFixtures.json(
                RecordFixtures.record(RatingFixtures.goldenD().rate("sample-d")));

        assertThat(check(json, encoded(signer)).exit()).isEqualTo(1);
    }

    @Test
    void aFileThatHoldsNoKeyFails() throws Exception {
        assertThat(check(signed(signature()), "bm8ga2V5").exit()).isEqualTo(1);
    }

    /** RFC 8032 section 7.1, tests 1 to 3: public key, message, signature. */
    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void theVectorsOfTheStandardHold(String key, String message, String signature) throws Exception {
        assertThat(verify(key, message, signature)).isEqualTo("True");
        assertThat(verify(key, message + "00", signature)).isEqualTo("False");
    }

    private static String verify(String key, String message, String signature) throws Exception {
        String program = "import sys; sys.dont_write_bytecode = True; sys.path.insert(0, sys.argv[1]); import ed25519;"
                + "print(ed25519.verify(*map(bytes.fromhex, sys.argv[2:])))";
        return VerifyScript.run(
                        List.of("python3", "-c", program, VerifyScript.FOLDER.toString(), key, message, signature))
                .text();
    }
}
