package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;

/** Uploads have a limit of their own, at the calls that take one and nowhere else. */
class UploadLimitsIT {

    private static final String IMPORT = "/api/v1/plans/import";

    private final ApiClient insurer = PanbaoServer.shared().asRole("insurer");

    @Test
    void aFileBeyondItsLimitIsRefusedWithTheLimit() {
        Answer answer = insurer.upload(IMPORT, "plans.csv", megabytes(51));
        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.json().get("limitBytes").asString()).isEqualTo("52428800");
    }

    @Test
    void otherCallsKeepTheirLimitWhateverTheContentType() {
        for (String call : new String[] {"/api/v1/plans", "/api/v1/quotes"}) {
            Answer large = insurer.upload(call, "plan.json", megabytes(3));
            assertThat(large.status()).as(call).isIn(413, 415);
            Answer small = insurer.upload(call, "plan.json", BodyPublishers.ofString("{}"));
            assertThat(small.status()).as(call).isEqualTo(415);
        }
    }

    @Test
    void theFileIsTheOnlyPart() {
        assertPartRefused(ApiClient.multipart("plans", "plans.csv", BodyPublishers.ofString("x")), "plans");
        assertPartRefused(BodyPublishers.ofString("--panbao-test-boundary--\r\n"), "file");
        String two = """
                --panbao-test-boundary\r
                Content-Disposition: form-data; name="file"; filename="a.csv"\r
                \r
                a\r
                --panbao-test-boundary\r
                Content-Disposition: form-data; name="file"; filename="b.csv"\r
                \r
                b\r
                --panbao-test-boundary--\r
                """;
        assertPartRefused(BodyPublishers.ofString(two), "file");
    }

    @Test
    void aFieldOfTheFormThatTheCallDoesNotHaveIsRefused() {
        String field = """
                --panbao-test-boundary\r
                Content-Disposition: form-data; name="owner"\r
                \r
                somebody\r
                --panbao-test-boundary--\r
                """;
        Answer answer =
                insurer.send("POST", IMPORT, BodyPublishers.ofString(field), "Content-Type", ApiClient.MULTIPART);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/findings/0/code").asString()).isEqualTo("unknown-parameter");
    }

    @Test
    void aFormThatIsNoneIsMalformed() {
        Answer answer =
                insurer.send("POST", IMPORT, BodyPublishers.ofString("no form"), "Content-Type", "multipart/form-data");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("malformed-request");
    }

    @Test
    void aCompressedFormIsRefused() {
        BodyPublisher form = ApiClient.multipart("file", "plans.csv", BodyPublishers.ofString("x"));
        Answer answer =
                insurer.send("POST", IMPORT, form, "Content-Type", ApiClient.MULTIPART, "Content-Encoding", "gzip");
        assertThat(answer.status()).isEqualTo(415);
    }

    private void assertPartRefused(BodyPublisher body, String part) {
        Answer answer = insurer.send("POST", IMPORT, body, "Content-Type", ApiClient.MULTIPART);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("part").asString()).isEqualTo(part);
    }

    private static BodyPublisher megabytes(int megabytes) {
        return BodyPublishers.ofByteArrays(Collections.nCopies(megabytes, new byte[1 << 20]));
    }
}
