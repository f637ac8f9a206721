package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.panbao.base.Problem;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class UploadPlacesTest {

    private String organisation = "one";
    private final UploadPlaces filter = new UploadPlaces(
            new Semaphore(2),
            request -> "POST".equals(request.getMethod()),
            () -> organisation,
            (request, response, handler, failure) -> {
                response.setStatus(((Problem) failure).code().status());
                return new ModelAndView();
            });

    @Test
    void oneUploadTooManyIsToldToComeAgainAndOtherCallsAreNot() throws ServletException, IOException {
        int[] during = new int[2];

        int first = status("POST", (request, response) -> {
            organisation = "two";
            status("POST", (second, its) -> {
                organisation = "three";
                during[0] = status("POST", (rest, answer) -> {});
                during[1] = status("GET", (rest, answer) -> {});
            });
        });

        assertThat(first).isEqualTo(200);
        assertThat(during).containsExactly(503, 200);
    }

    /** So that one organisation does not keep all others from importing. */
    @Test
    void theSecondUploadOfAnOrganisationIsToldToComeAgainWhileOthersGetTheirs() throws ServletException, IOException {
        int[] during = new int[3];

        status("POST", (request, response) -> {
            during[0] = status("POST", (rest, answer) -> {});
            organisation = "two";
            during[1] = status("POST", (rest, answer) -> {});
            organisation = "one";
        });
        during[2] = status("POST", (rest, answer) -> {});

        assertThat(during).containsExactly(503, 200, 200);
    }

    @Test
    void aPlaceIsFreeAgainAlsoAfterAFailure() throws ServletException, IOException {
        FilterChain failing = (request, response) -> {
            throw new IOException("broken");
        };
        try {
            status("POST", failing);
        } catch (IOException e) {
            assertThat(e).hasMessage("broken");
        }

        assertThat(status("POST", (request, response) -> {})).isEqualTo(200);
    }

    private int status(String method, FilterChain chain) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(method, "/api/v1/plans/import"), response, chain);
        return response.getStatus();
    }
}
