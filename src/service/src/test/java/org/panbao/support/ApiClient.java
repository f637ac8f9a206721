package org.panbao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP caller that fetches its own token by client credentials. Bodies may be JSON text or any object. */
public final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(5);

    private final URI base;
    private final @Nullable String clientId;
    private final @Nullable String clientSecret;
    private @Nullable String token;
    private long tokenFetchedNanos;

    ApiClient(URI base, @Nullable String clientId, @Nullable String clientSecret) {
        this.base = base;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** The body of a file that is there. */
    public byte[] download(String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token())
                .build();
        var response = exchange(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** Any request; {@code headers} are names and values in turn. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, body).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (clientId != null) {
            request.header("Authorization", "Bearer " + token());
        }
        return exchange(request.build());
    }

    /** The access token of this caller. */
    public synchronized String token() {
        if (token == null || System.nanoTime() - tokenFetchedNanos > TOKEN_KEPT.toNanos()) {
            Answer answer = tokenAnswer();
            if (answer.status() != 200) {
                throw new IllegalStateException("no token for " + clientId + ": " + answer);
            }
            token = answer.json().get("access_token").asString();
            tokenFetchedNanos = System.nanoTime();
        }
        return token;
    }

    /** What the token endpoint says to this caller. */
    public Answer tokenAnswer() {
        String basic =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        return exchange(HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    }

    private static Answer exchange(HttpRequest request) {
        var response = exchange(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
