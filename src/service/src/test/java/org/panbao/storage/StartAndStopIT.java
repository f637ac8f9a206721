package org.panbao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panbao.intake.PlanEdits;
import org.panbao.support.Answer;
import org.panbao.support.PanbaoProcess;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts, stops, kills and refusals of a real process. */
class StartAndStopIT {

    private static final List<String> AS_SELF = List.of();

    private Path parent;
    private Path data;

    @BeforeEach
    void makeFolder() throws IOException {
        parent = Files.createTempDirectory("panbao-start-");
        data = parent.resolve("data");
    }

    @AfterEach
    void removeFolder() throws IOException {
        try (Stream<Path> tree = Files.walk(parent)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @Test
    void stopsCleanlyAndKeepsItsCredentials() throws Exception {
        String first;
        try (PanbaoProcess process = PanbaoProcess.start(data, AS_SELF).awaitOutput(PanbaoProcess.READY)) {
            first = secrets();
            assertThat(signInStatus()).isEqualTo(200);
            assertThat(process.terminate()).isEqualTo(143);
            assertThat(PanbaoProcess.postgresOn(cluster())).isZero();
        }
        try (PanbaoProcess process = PanbaoProcess.start(data, AS_SELF).awaitOutput(PanbaoProcess.READY)) {
            assertThat(secrets()).isEqualTo(first);
            assertThat(signInStatus()).isEqualTo(200);
        }
    }

    @Test
    void startsAgainAfterBeingKilled() throws Exception {
        try (PanbaoProcess process = PanbaoProcess.start(data, AS_SELF).awaitOutput(PanbaoProcess.READY)) {
            process.kill();
            assertThat(PanbaoProcess.postgresOn(cluster())).isPositive();
        }
        try (PanbaoProcess process = PanbaoProcess.start(data, AS_SELF).awaitOutput(PanbaoProcess.READY)) {
            assertThat(process.output()).contains("left by a process that was killed");
            assertThat(signInStatus()).isEqualTo(200);
        }
    }

    @Test
    void repeatsAnAnswerThatItGaveBeforeItWasKilled() throws Exception {
        Answer first;
        try (PanbaoProcess process = PanbaoProcess.start(data, AS_SELF).awaitOutput(PanbaoProcess.READY)) {
            first = fileAPlan(process);
            process.kill();
        }
        try (PanbaoProcess process = PanbaoProcess.start(data, AS_SELF).awaitOutput(PanbaoProcess.READY)) {
            Answer second = fileAPlan(process);
            assertThat(first.status()).as(first.body()).isEqualTo(201);
            assertThat(second.status()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        }
    }

    private Answer fileAPlan(PanbaoProcess process) throws IOException {
        for (JsonNode client : credentials().get("clients")) {
            if (client.get("role").asString().equals("insurer")) {
                return process.client(
                                client.get("clientId").asString(),
                                client.get("clientSecret").asString())
                        .post("/api/v1/plans", PlanEdits.apply("short", ""), "Idempotency-Key", "before-the-end");
            }
        }
        throw new AssertionError("no insurer among the demo clients");
    }

    @Test
    void startsAgainAfterBeingKilledInTheMiddleOfTheFirstStart() throws Exception {
        List<Path> moments = List.of(
                data.resolve("postgres/passwords.properties"),
                data.resolve("postgres/binaries-18.6.0"),
                data.resolve("postgres/18/PG_VERSION"),
                data.resolve("keys/oauth-signing.json"));
        for (Path moment : moments) {
            try (PanbaoProcess process = PanbaoProcess.start(data, AS_SELF).awaitFile(moment)) {
                process.kill();
            }
        }
        try (PanbaoProcess process = PanbaoProcess.start(data, AS_SELF).awaitOutput(PanbaoProcess.READY)) {
            assertThat(signInStatus()).isEqualTo(200);
        }
    }

    @Test
    void refusesASecondProcessOnTheSameFolder() {
        try (PanbaoProcess first = PanbaoProcess.start(data, AS_SELF).awaitFile(data.resolve("panbao.lock"));
                PanbaoProcess second = PanbaoProcess.start(data, AS_SELF)) {
            first.awaitFile(data.resolve("postgres"));
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output())
                    .contains("is in use by another Panbao process", "--panbao.data-dir=")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void refusesToBeReachedFromOutsideWithDemoCredentials() {
        try (PanbaoProcess process = PanbaoProcess.start(data, AS_SELF, "--server.address=0.0.0.0")) {
            assertThat(process.awaitExit()).isEqualTo(1);
            assertThat(process.output()).contains("listens on 127.0.0.1 only", "panbao.demo=false");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void runsPostgresAsAnotherUserWhereNamespacesAreForbidden() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become somebody else");
        Path programs = Files.createDirectory(parent.resolve("programs")); // without unshare
        Files.createSymbolicLink(programs.resolve("setpriv"), Path.of("/usr/bin/setpriv"));
        openForOthers(parent);
        try (PanbaoProcess process = PanbaoProcess.start(data, List.of("/usr/bin/env", "PATH=" + programs))
                .awaitOutput(PanbaoProcess.READY)) {
            assertThat(Files.getAttribute(cluster(), "unix:uid")).isEqualTo(65534);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx--x--x");
            process.kill();
        }
        try (PanbaoProcess process = PanbaoProcess.start(data, List.of("/usr/bin/env", "PATH=" + programs))
                .awaitOutput(PanbaoProcess.READY)) {
            assertThat(signInStatus()).isEqualTo(200);
            assertThat(process.terminate()).isEqualTo(143);
            assertThat(PanbaoProcess.postgresOn(cluster())).isZero();
        }
    }

    private static void openForOthers(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void runsAsAnOrdinaryUser() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "only root can become somebody else");
        List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        assumeTrue(
                new ProcessBuilder("setpriv", "--reuid=65534", "--clear-groups", "test", "-r", aLibrary())
                                .start()
                                .waitFor()
                        == 0,
                "the class path is not readable for others");
        Files.setAttribute(parent, "unix:uid", 65534);
        try (PanbaoProcess process = PanbaoProcess.start(data, asNobody).awaitOutput(PanbaoProcess.READY)) {
            assertThat(signInStatus()).isEqualTo(200);
            assertThat(process.terminate()).isEqualTo(143);
            assertThat(PanbaoProcess.postgresOn(cluster())).isZero();
        }
    }

    private static String aLibrary() {
        return SpringApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }

    private Path cluster() throws IOException {
        return data.toRealPath().resolve("postgres/18");
    }

    private JsonNode credentials() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(data.resolve("demo-credentials.json")));
    }

    private String secrets() throws IOException {
        return credentials().get("clients").toString();
    }

    private int signInStatus() throws Exception {
        JsonNode credentials = credentials();
        int worst = 0;
        for (JsonNode client : credentials.get("clients")) {
            String login = client.get("clientId").asString() + ":"
                    + client.get("clientSecret").asString();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(credentials.get("tokenUrl").asString()))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            worst = Math.max(
                    worst,
                    HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode());
        }
        return worst;
    }
}
