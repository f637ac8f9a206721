package org.panbao.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panbao.storage.DatabaseAccess;
import org.panbao.storage.DatabaseServer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoProcess;
import org.panbao.support.PanbaoServer;

/** With a database and an issuer of others; the shared server of these tests plays both. */
class ExternalServersIT {

    private static final String SECRET = "a-bootstrap-secret-for-this-test";

    @TempDir
    Path folder;

    private final PanbaoServer other = PanbaoServer.shared();
    private final DatabaseAccess database = other.bean(DatabaseServer.class).access();

    @Test
    void theFirstAdministratorIsMadeAndDemoCredentialsDoNotSignIn() {
        try (PanbaoProcess process = start(database.application(), "--panbao.bootstrap.admin-secret=" + SECRET)
                .awaitOutput(PanbaoProcess.READY)) {
            assertThat(process.client("admin", SECRET).get("/api/v1/clients").status())
                    .isEqualTo(200);
            assertThat(process.client("demo-operator.admin", "any")
                            .tokenAnswer()
                            .status())
                    .isEqualTo(401);
            assertThat(folder.resolve("data/postgres")).doesNotExist();
            assertThat(folder.resolve("data/demo-credentials.json")).doesNotExist();
        }
    }

    @Test
    void anIssuerOfOthersIsTrustedInsteadOfOurOwn() {
        String token = other.asRole("insurer").token();
        try (PanbaoProcess process = start(database.application(), "--panbao.oauth2.issuer-uri=" + other.base())
                .awaitOutput(PanbaoProcess.READY)) {
            ApiClient anonymous = process.client("nobody", "nothing");
            assertThat(anonymous.tokenAnswer().status()).isEqualTo(404);
            assertThat(other.anonymous()
                            .get(process.base() + "/api/v1/audit", "Authorization", "Bearer " + token)
                            .status())
                    .isEqualTo(200);
            assertThat(other.anonymous()
                            .get(process.base() + "/api/v1/clients", "Authorization", "Bearer " + token)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void anIssuerOfOthersLeavesNoDemoCredentials() {
        try (PanbaoProcess process = start(
                        database.application(), "--panbao.oauth2.issuer-uri=" + other.base(), "--panbao.demo=true")
                .awaitOutput("no demo credentials were written")) {
            assertThat(process.output()).contains("tokens come from " + other.base());
            assertThat(folder.resolve("data/demo-credentials.json")).doesNotExist();
        }
    }

    @Test
    void aWeakBootstrapSecretIsRefused() {
        assertRefused(start(database.application(), "--panbao.bootstrap.admin-secret=short"), "fewer than 24");
    }

    @Test
    void aSuperuserIsRefused() throws IOException {
        Properties passwords = new Properties();
        try (var reader = Files.newBufferedReader(other.dataDirectory().resolve("postgres/passwords.properties"))) {
            passwords.load(reader);
        }

        assertRefused(
                start(new DatabaseAccess.Login("panbao_postgres", passwords.getProperty("superuser"))),
                "not held by row-level security (superuser)");
    }

    @Test
    void theOwnerOfTheTablesIsRefused() {
        assertRefused(start(database.owner()), "not held by row-level security (owner)");
    }

    @Test
    void aMissingPropertyIsNamed() {
        try (PanbaoProcess process =
                PanbaoProcess.start(folder.resolve("data"), List.of(), "--spring.datasource.url=" + database.url())) {
            assertRefused(process, "panbao.datasource.owner-username is missing");
        }
    }

    private static void assertRefused(PanbaoProcess process, String reason) {
        try (process) {
            assertThat(process.awaitExit()).isEqualTo(1);
            assertThat(process.output()).contains(reason).doesNotContain("\tat ");
        }
    }

    private PanbaoProcess start(DatabaseAccess.Login application, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + application.username(),
                "--spring.datasource.password=" + application.password(),
                "--panbao.datasource.owner-username=" + database.owner().username(),
                "--panbao.datasource.owner-password=" + database.owner().password()));
        arguments.addAll(List.of(more));
        return PanbaoProcess.start(folder.resolve("data"), List.of(), arguments.toArray(String[]::new));
    }
}
