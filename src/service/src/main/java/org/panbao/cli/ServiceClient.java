package org.panbao.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running service. The token is {@code PANBAO_TOKEN} of the environment, else one fetched for the first underwriter
 * of a credentials file; none is taken from the command line, which others can see. Secrets go to another machine by
 * HTTPS only.
 */
final class ServiceClient {

    static final String USUAL_URL = "http://127.0.0.1:8080";
    static final String USUAL_CREDENTIALS = "data/demo-credentials.json";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String INSURER = "insurer";

    /** Known without asking for an address: what a name stands for may be another machine when it is connected to. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper mapper = JsonMapper.shared();
    private final URI base;
    private final String credentials;
    private @Nullable String token = System.getenv("PANBAO_TOKEN");

    ServiceClient(String url, String credentials) {
        this.base = base(url);
        this.credentials = credentials;
    }

    /** The JSON document at this path; throws {@link CommandRefused} UNABLE when there is none for the caller. */
    JsonNode get(String path) {
        if (token == null) {
            token = fetchToken();
        }
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json"));
    }

    private String fetchToken() {
        JsonNode client = insurer();
        String basic = client.path("clientId").asString() + ":"
                + client.path("clientSecret").asString();
        return send(HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
                .path("access_token")
                .asString();
    }

    private JsonNode insurer() {
        if (!Files.exists(Path.of(credentials))) {
            throw unable("no-credentials", "file", credentials);
        }
        try {
            return mapper.readTree(InputFile.read(credentials))
                    .path("clients")
                    .valueStream()
                    .filter(client -> client.path("role").asString().equals(INSURER))
                    .findFirst()
                    .orElseThrow(() -> unable("no-credentials", "file", credentials));
        } catch (JacksonException e) {
            throw unable("no-credentials", "file", credentials);
        }
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw unable("service-refuses", "status", Integer.toString(response.statusCode()));
            }
            return mapper.readTree(response.body());
        } catch (IOException | JacksonException e) {
            throw unable("service-silent", "url", base.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unable("service-silent", "url", base.toString());
        }
    }

    private static URI base(String url) {
        try {
            URI base = URI.create(url);
            boolean secret = "https".equals(base.getScheme());
            boolean plain = "http".equals(base.getScheme());
            if (base.getHost() != null
                    && (secret || (plain && THIS_MACHINE.matcher(base.getHost()).matches()))) {
                return base;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new CommandRefused(ExitCode.USAGE, "url-unfit", Map.of("url", url));
    }

    private static CommandRefused unable(String key, String name, String value) {
        return new CommandRefused(ExitCode.UNABLE, key, Map.of(name, value));
    }
}
