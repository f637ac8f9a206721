package org.panbao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.PanbaoApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service on a temporary data directory and a free port, with its embedded PostgreSQL and demo credentials. Started
 * once for all integration tests of a JVM and stopped when the JVM ends.
 *
 * <pre>{@code
 * PanbaoServer server = PanbaoServer.shared();
 * Answer answer = server.as("demo-insurer-1", "insurer").post("/api/v1/plans", planJson);
 * assertThat(answer.status()).isEqualTo(201);
 * }</pre>
 */
public final class PanbaoServer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static @Nullable PanbaoServer shared;
    private static @Nullable RuntimeException failedStart;

    private final ConfigurableApplicationContext context;
    private final Path dataDirectory;
    private final URI base;
    private final JsonNode credentials;
    private final Map<String, ApiClient> clients = new ConcurrentHashMap<>();

    private PanbaoServer(ConfigurableApplicationContext context, Path dataDirectory) throws IOException {
        this.context = context;
        this.dataDirectory = dataDirectory;
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        this.base = URI.create("http://127.0.0.1:" + port);
        this.credentials = JSON.readTree(Files.readString(dataDirectory.resolve("demo-credentials.json")));
    }

    /** The server of this JVM; started by the first call. A start that failed is not tried again for every test. */
    public static synchronized PanbaoServer shared() {
        if (failedStart != null) {
            throw new IllegalStateException("the service did not start for an earlier test", failedStart);
        }
        if (shared == null) {
            try {
                shared = start();
            } catch (RuntimeException e) {
                failedStart = e;
                throw e;
            }
        }
        return shared;
    }

    /** Base address, for example {@code http://127.0.0.1:40123}. */
    public URI base() {
        return base;
    }

    public Path dataDirectory() {
        return dataDirectory;
    }

    /** A bean of the running service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** A caller of the first demo organisation that has this role, for example {@code insurer}. */
    public ApiClient asRole(String role) {
        return as(organisationOf(role), role);
    }

    /** Code of the first demo organisation that has this role. */
    public String organisationOf(String role) {
        for (JsonNode client : credentials.get("clients")) {
            if (client.get("role").asString().equals(role)) {
                return client.get("organisation").asString();
            }
        }
        throw new IllegalArgumentException("no demo client has the role " + role);
    }

    /** A caller of this organisation in this role. */
    public ApiClient as(String organisationCode, String role) {
        return clients.computeIfAbsent(organisationCode + " " + role, key -> {
            JsonNode client = find("clients", organisationCode, role);
            return new ApiClient(
                    base,
                    client.get("clientId").asString(),
                    client.get("clientSecret").asString());
        });
    }

    /** Somebody without a token. */
    public ApiClient anonymous() {
        return new ApiClient(base, null, null);
    }

    /** A caller with a client of the test's own making. */
    public ApiClient withClient(String clientId, String clientSecret) {
        return new ApiClient(base, clientId, clientSecret);
    }

    /** Id of a demo organisation. */
    public String organisationId(String organisationCode) {
        for (JsonNode client : credentials.get("clients")) {
            if (client.get("organisation").asString().equals(organisationCode)) {
                return client.get("organisationId").asString();
            }
        }
        throw new IllegalArgumentException("no demo organisation " + organisationCode);
    }

    /** Name and password of a demo user. */
    public JsonNode user(String organisationCode, String role) {
        return find("users", organisationCode, role);
    }

    private JsonNode find(String list, String organisationCode, String role) {
        for (JsonNode entry : credentials.get(list)) {
            if (entry.get("organisation").asString().equals(organisationCode)
                    && entry.get("role").asString().equals(role)) {
                return entry;
            }
        }
        throw new IllegalArgumentException("nobody of " + organisationCode + " has the role " + role);
    }

    private static PanbaoServer start() {
        try {
            Path folder = Files.createTempDirectory("panbao-it-");
            // handlers run in reverse order, so the folder is removed after the server has stopped
            SpringApplication.getShutdownHandlers().add(() -> delete(folder));
            ConfigurableApplicationContext context = new SpringApplication(PanbaoApplication.class)
                    .run("--server.port=0", "--panbao.data-dir=" + folder, "--spring.main.banner-mode=off");
            return new PanbaoServer(context, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
