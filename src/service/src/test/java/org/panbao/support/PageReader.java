package org.panbao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads pages and sends their forms as a browser does, with a session but without scripts. Redirects are not followed. */
public final class PageReader {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** What stands in place of a message that there is not. */
    private static final Pattern UNWORDED = Pattern.compile("\\?\\?[\\w./-]+_(zh|en)\\w*\\?\\?");

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String token = "";

    private PageReader(URI base) {
        this.base = base;
    }

    /** Somebody who has not signed in. */
    public static PageReader anonymous(PanbaoServer server) {
        return new PageReader(server.base());
    }

    /** A demo user, signed in at the form. */
    public static PageReader signedIn(PanbaoServer server, String organisation, String role) {
        PageReader reader = new PageReader(server.base());
        reader.signIn(server, organisation, role);
        return reader;
    }

    /** Says with every request, as a browser does, that it comes from a page of the service. */
    public PageReader onOwnPage() {
        headers.put("Origin", base.resolve("/").toString().replaceFirst("/$", ""));
        return this;
    }

    /** Says with every request that {@code page} was looked at before. */
    public PageReader comingFrom(String page) {
        headers.put("Referer", base.resolve(page).toString());
        return this;
    }

    /** Signs a demo user in at the form. */
    public void signIn(PanbaoServer server, String organisation, String role) {
        JsonNode user = server.user(organisation, role);
        get("/login");
        Answer answer = post(
                "/login",
                Map.of(
                        "username", user.get("username").asString(),
                        "password", user.get("password").asString()));
        if (answer.header("Location").contains("error") || answer.status() != 302) {
            throw new IllegalStateException("could not sign in: " + answer);
        }
        get("/app/plans/new"); // a new session has a new token
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html"));
    }

    /** Sends a form, with the token of the last page that had one unless {@code fields} holds another. */
    public Answer post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        String form = all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends a form with a file named {@code plans.zip}, with the token of the last page that had one. */
    public Answer upload(String path, Map<String, String> fields, BodyPublisher file) {
        BodyPublisher form = ApiClient.multipart("file", "plans.zip", file);
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        for (Map.Entry<String, String> field : all.entrySet()) {
            form = BodyPublishers.concat(ApiClient.field(field.getKey(), field.getValue()), form);
        }
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", ApiClient.MULTIPART)
                .header("Accept", "text/html")
                .POST(form));
    }

    private Answer send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            if (UNWORDED.matcher(response.body()).find()) {
                throw new IllegalStateException("a page has a key without words: " + response.body());
            }
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
