package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;

/** While as many uploads as may be are worked on, one more is told to come again, and other calls are answered. */
class UploadPlacesIT {

    private static final PanbaoServer SERVER = PanbaoServer.shared();

    private final ApiClient insurer = SERVER.asRole("insurer");

    @Test
    void anUploadWithoutAPlaceIsToldToComeAgain() {
        Semaphore places = SERVER.context().getBean("placesForUploads", Semaphore.class);
        assertThat(places.tryAcquire(2)).isTrue(); // as many as the settings have
        try {
            Answer answer = upload();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().get("code").asString()).isEqualTo("service-busy");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            Answer page = PageReader.signedIn(SERVER, "demo-insurer-1", "insurer")
                    .upload("/app/plans/import", Map.of(), BodyPublishers.ofString(""));
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("<h1>", "service-busy", "href=\"/app/plans\"");
            assertThat(insurer.get("/api/v1/plans?limit=1").status()).isEqualTo(200);
        } finally {
            places.release(2);
        }
        assertThat(upload().json().get("code").asString()).isEqualTo("file-invalid");
    }

    private Answer upload() {
        return insurer.upload("/api/v1/plans/import", "plans.csv", BodyPublishers.ofString(""));
    }
}
