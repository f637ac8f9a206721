package org.panbao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
    private static final String BOUNDARY = "panbao-test-boundary";

    /** Content type of {@link #multipart}. */
    public static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    private static final Duration LONGEST = Duration.ofMinutes(3); // a large upload on a busy machine
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

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, json(body), with(headers, "Content-Type", "application/json"));
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** Sends one file as the part {@code file} of a form. */
    public Answer upload(String path, String fileName, BodyPublisher content, String... headers) {
        return send("POST", path, multipart("file", fileName, content), with(headers, "Content-Type", MULTIPART));
    }

    /** A form with one file in it, to be sent as {@link #MULTIPART}. */
    public static BodyPublisher multipart(String part, String fileName, BodyPublisher content) {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofString(head.formatted(BOUNDARY, part, fileName)),
                content,
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }

    /** A field of a form, to stand before its file. */
    static BodyPublisher field(String name, String value) {
        return BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value));
    }

    /** Any request; {@code headers} are names and values in turn. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, body).timeout(LONGEST);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (clientId != null) {
            request.header("Authorization", "Bearer " + token());
        }
        return exchange(request.build());
    }

    /** The bytes of a file; throws unless the answer is a success. */
    public byte[] download(String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token())
                .timeout(Duration.ofSeconds(60))
                .build();
        var response = exchange(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " " + response.statusCode());
        }
        return response.body();
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

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
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
