package org.panbao.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.panbao.access.Role;
import org.panbao.access.RoleMatrix;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The matrix in {@code access/role-matrix.csv} and the service agree, call by call and role by role. */
class RoleMatrixIT {

    private static final String SOME_ID = "00000000-0000-4000-8000-000000000000";

    private final PanbaoServer server = PanbaoServer.shared();

    @Test
    void everyCallHasARowAndEveryRowACall() {
        Set<String> rows = new TreeSet<>();
        RoleMatrix.load().rows().forEach(row -> rows.add(row.method() + " " + row.path()));

        assertThat(callsOfControllers()).isNotEmpty().isEqualTo(rows);
    }

    @TestFactory
    Stream<DynamicTest> everyRowHoldsForEveryRole() {
        return RoleMatrix.load().rows().stream()
                .filter(row -> !isPage(row))
                .map(row -> DynamicTest.dynamicTest(row.method() + " " + row.path(), () -> {
                    for (Role role : Role.values()) {
                        int status = call(server.asRole(role.slug()), row).status();
                        if (row.roles().contains(role)) {
                            assertThat(status).as("allowed to %s", role).isNotIn(401, 403, 405);
                        } else {
                            assertThat(status).as("refused to %s", role).isEqualTo(403);
                        }
                    }
                    assertThat(call(server.anonymous(), row).status())
                            .as("without a token")
                            .isEqualTo(401);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyPageHoldsForEveryRole() {
        List<RoleMatrix.Row> pages =
                RoleMatrix.load().rows().stream().filter(RoleMatrixIT::isPage).toList();
        return Arrays.stream(Role.values())
                .map(role -> DynamicTest.dynamicTest(role.slug(), () -> {
                    PageReader reader = PageReader.signedIn(server, server.organisationOf(role.slug()), role.slug());
                    for (RoleMatrix.Row page : pages) {
                        int status = call(reader, page).status();
                        if (page.roles().contains(role)) {
                            assertThat(status).as(page.toString()).isNotIn(401, 403, 405);
                        } else {
                            assertThat(status).as(page.toString()).isEqualTo(403);
                        }
                        assertThat(call(PageReader.anonymous(server), page).status())
                                .as("without signing in: %s", page)
                                .isIn(302, 403);
                    }
                }));
    }

    private static boolean isPage(RoleMatrix.Row row) {
        return row.path().startsWith("/app");
    }

    private static Answer call(PageReader reader, RoleMatrix.Row page) {
        String path = page.path().replaceAll("\\{[^}]*}", SOME_ID);
        return page.method().equals("POST") ? reader.post(path, Map.of()) : reader.get(path);
    }

    @Test
    void aPlaceThatNoRowKnowsIsNotFound() {
        assertThat(server.asRole("admin").get("/api/v1/nothing-here").status()).isEqualTo(404);
    }

    @Test
    void aMethodThatNoRowKnowsIsNotAllowed() {
        Answer answer = server.asRole("admin").delete("/api/v1/organisations");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, POST");
    }

    @Test
    void aTokenOfNobodyIsRefused() {
        Answer answer = server.anonymous().get("/api/v1/organisations", "Authorization", "Bearer e30.e30.e30");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("code").asString()).isEqualTo("unauthorized");
    }

    private Set<String> callsOfControllers() {
        RequestMappingHandlerMapping mappings =
                server.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        Set<String> calls = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/v1") || path.startsWith("/app")) {
                    mapping.getMethodsCondition().getMethods().forEach(method -> calls.add(method + " " + path));
                }
            }
        }
        return calls;
    }

    private static Answer call(ApiClient client, RoleMatrix.Row row) {
        String path = row.path().replaceAll("\\{[^}]*}", SOME_ID);
        return List.of("POST", "PUT").contains(row.method())
                ? client.send(row.method(), path, BodyPublishers.ofString("{}"), "Content-Type", "application/json")
                : client.send(row.method(), path, BodyPublishers.noBody());
    }
}
