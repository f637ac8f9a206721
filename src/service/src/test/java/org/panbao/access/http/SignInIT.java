package org.panbao.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person signs in at the form and the web client gets a token: authorization code with PKCE. */
class SignInIT {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-000";

    private final PanbaoServer server = PanbaoServer.shared();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void aUserGetsATokenOfHisRole() throws Exception {
        JsonNode user = server.user("demo-insurer-1", "underwriter-senior");
        HttpResponse<String> sentToLogin = get(authorizeUri());
        assertThat(sentToLogin.statusCode()).isEqualTo(302);
        HttpResponse<String> form = get(server.base().resolve("/login"));

        HttpResponse<String> signedIn = post(
                "/login",
                "username=" + user.get("username").asString() + "&password="
                        + encode(user.get("password").asString()) + "&_csrf=" + encode(csrf(form)));
        assertThat(signedIn.headers().firstValue("Location").orElse("")).contains("/oauth2/authorize");
        HttpResponse<String> answer =
                get(URI.create(signedIn.headers().firstValue("Location").orElseThrow()));
        String callback = answer.headers().firstValue("Location").orElseThrow();
        assertThat(callback).startsWith("http://127.0.0.1:5173/login/callback?code=");

        HttpResponse<String> token = post(
                "/oauth2/token",
                "grant_type=authorization_code&client_id=panbao-web&code_verifier=" + VERIFIER + "&redirect_uri="
                        + encode("http://127.0.0.1:5173/login/callback") + "&code="
                        + callback.replaceAll(".*[?&]code=([^&]+).*", "$1"));

        assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
        String accessToken =
                JsonMapper.shared().readTree(token.body()).get("access_token").asString();
        int status = server.anonymous()
                .get("/api/v1/audit", "Authorization", "Bearer " + accessToken)
                .status();
        assertThat(status).isEqualTo(200);
    }

    @Test
    void aWrongPasswordIsSentBack() throws Exception {
        HttpResponse<String> form = get(server.base().resolve("/login"));

        HttpResponse<String> answer =
                post("/login", "username=demo-insurer-1.insurer&password=wrong&_csrf=" + encode(csrf(form)));

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?error");
    }

    @Test
    void passwordsAreNotTriedOutAtSpeed() throws Exception {
        HttpResponse<String> form = get(server.base().resolve("/login"));
        String guess = "username=nobody-of-this-name&password=wrong&_csrf=" + encode(csrf(form));
        for (int i = 0; i < 10; i++) {
            // another client's name beside the user's makes no difference, nor do spaces
            String disguised = guess.replace("nobody-of", "%20nobody-of") + "&client_id=" + i;
            assertThat(post("/login", disguised)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/login?error");
        }

        HttpResponse<String> refused = post("/login", guess);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("too-many-requests");
        aWrongPasswordIsSentBack(); // of somebody else
    }

    @Test
    void secretsAreNotTriedOutAtSpeed() {
        ApiClient guesser = server.withClient("no-such-client", "wrong");
        for (int i = 0; i < 10; i++) {
            assertThat(guesser.tokenAnswer().status()).isEqualTo(401);
        }

        Answer refused = guesser.tokenAnswer();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().get("code").asString()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
        assertThat(server.asRole("insurer").tokenAnswer().status()).isEqualTo(200);
    }

    @Test
    void aTokenIsKeptByNoCacheAndShownInNoFrame() {
        Answer token = server.asRole("insurer").tokenAnswer();

        assertThat(token.header("Cache-Control")).contains("no-store");
        assertThat(token.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(token.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
    }

    private URI authorizeUri() throws Exception {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8)));
        return server.base()
                .resolve("/oauth2/authorize?response_type=code&client_id=panbao-web&redirect_uri="
                        + encode("http://127.0.0.1:5173/login/callback") + "&code_challenge_method=S256&code_challenge="
                        + challenge);
    }

    private static String csrf(HttpResponse<String> form) {
        Matcher matcher = CSRF.matcher(form.body());
        assertThat(matcher.find()).as(form.body()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(server.base().resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
