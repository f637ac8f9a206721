package org.panbao.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.access.Role;
import org.panbao.access.RoleMatrix;
import org.springframework.mock.web.MockHttpServletRequest;

class CallMatcherTest {

    private final CallMatcher calls = new CallMatcher(RoleMatrix.parse(List.of(
            "method,path,roles",
            "GET,/api/v1/cases/{caseId},insurer",
            "GET,/api/v1/cases/summary.docx,reviewer",
            "POST,/api/v1/cases,insurer")));

    @Test
    void theMostSpecificPathWins() {
        assertThat(calls.roles(request("GET", "/api/v1/cases/summary.docx")))
                .hasValueSatisfying(roles -> assertThat(roles).containsExactly(Role.REVIEWER));
        assertThat(calls.roles(request("GET", "/api/v1/cases/17")))
                .hasValueSatisfying(roles -> assertThat(roles).containsExactly(Role.INSURER));
    }

    @Test
    void headIsAllowedWhereGetIs() {
        assertThat(calls.roles(request("HEAD", "/api/v1/cases/17"))).isPresent();
    }

    @Test
    void aLongerOrShorterPathIsAnotherCall() {
        assertThat(calls.roles(request("GET", "/api/v1/cases/17/more"))).isEmpty();
        assertThat(calls.roles(request("GET", "/api/v1/cases/17/"))).isEmpty();
        assertThat(calls.roles(request("GET", "/api/v1/cases"))).isEmpty();
    }

    @Test
    void tellsWhichMethodsAPlaceHas() {
        assertThat(calls.methods(request("DELETE", "/api/v1/cases"))).containsExactly("POST");
        assertThat(calls.methods(request("GET", "/api/v1/other"))).isEmpty();
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }
}
