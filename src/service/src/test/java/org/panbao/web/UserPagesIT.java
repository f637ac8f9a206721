package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;

/** An administrator makes a user, who changes the password first and is signed in until the administrator says no. */
class UserPagesIT {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");
    private static final String OWN = "a sentence nobody guesses";

    private final PanbaoServer server = PanbaoServer.shared();
    private final PageReader admin = PageReader.signedIn(server, "demo-operator", "admin");

    @Test
    void aUserChangesTheGivenPasswordBeforeAnythingElse() {
        String given = made("page-user.first");
        PageReader user = signedIn("page-user.first", given);

        assertThat(user.get("/app/plans").header("Location")).endsWith("/app/password");
        Answer blank = user.get("/app/password");
        assertThat(blank.body()).contains("当前密码由管理员设置", "至少 15 个字符");

        Answer refused =
                user.post("/app/password", Map.of("oldPassword", "no", "newPassword", "short", "repeated", "other"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#f-oldPassword\"", "href=\"#f-newPassword\"", "href=\"#f-repeated\"")
                .doesNotContain("value=\"short\"");
        assertThat(change(user, given, "page-user.first and more").body()).contains("新密码不能包含用户名");
        assertThat(change(user, given, "长".repeat(25)).body()).contains("72");

        Answer changed = change(user, given, OWN);
        assertThat(changed.status()).as(changed.body()).isEqualTo(302);
        assertThat(changed.header("Location")).endsWith("/login?changed");
        assertThat(user.get("/app/plans").header("Location")).endsWith("/login");
        assertThat(signedIn("page-user.first", OWN).get("/app/plans").status()).isEqualTo(200);
        assertThat(signIn("page-user.first", given).header("Location")).endsWith("/login?error");
    }

    @Test
    void aChangedResetOrDisabledPasswordEndsEverySession() {
        String given = made("page-user.second");
        PageReader one = signedIn("page-user.second", given);
        PageReader two = signedIn("page-user.second", given);
        one.get("/app/password");
        change(one, given, OWN);
        assertThat(two.get("/app/password").header("Location")).endsWith("/login");

        PageReader three = signedIn("page-user.second", OWN);
        admin.get("/app/users/new");
        Answer reset = admin.post(action("page-user.second", "password"), Map.of());
        Matcher secret = SECRET.matcher(reset.body());
        assertThat(secret.find()).as(reset.body()).isTrue();
        assertThat(three.get("/app").header("Location")).endsWith("/login");

        PageReader four = signedIn("page-user.second", secret.group(1));
        four.get("/app/password");
        change(four, secret.group(1), OWN + " still");
        PageReader five = signedIn("page-user.second", OWN + " still");
        assertThat(five.get("/app").status()).isEqualTo(200);
        assertThat(admin.post(action("page-user.second", "disable"), Map.of()).status())
                .isEqualTo(302);
        assertThat(five.get("/app").header("Location")).endsWith("/login");
        assertThat(PageSamples.everyPage(admin, "/app/users")).doesNotContain("page-user.second");
        assertThat(admin.get("/app/audit?action=user.disabled").body()).contains("user.disabled");
    }

    @Test
    void everythingWrongWithAUserStandsAtItsFields() {
        admin.get("/app/users/new?organisation=demo-vendor-1");
        Answer refused =
                admin.post("/app/users/new", Map.of("organisationId", "nobody", "role", "admin", "username", "Bad Id"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#f-organisationId\"", "href=\"#f-username\"", "value=\"Bad Id\"");
        PageReader insurer = PageReader.signedIn(server, "demo-insurer-1", "insurer");
        assertThat(insurer.get("/app/users").status()).isEqualTo(403);
    }

    @Test
    void aSecretShownOnceHasNoLinkThatLosesIt() {
        admin.get("/app/users/new");
        assertThat(add("page-user.third").body()).contains("id=\"secret\"").doesNotContain("lang=en\"");
        Answer client = admin.post(
                "/app/clients/new",
                Map.of("organisationId", "demo-vendor-1", "role", "vendor", "clientId", "page-user.client"));
        assertThat(client.body()).contains("id=\"secret\"").doesNotContain("lang=en\"");
    }

    @Test
    void presentPasswordsAreNotTriedOutAtSpeed() {
        String given = made("page-user.fourth");
        PageReader user = signedIn("page-user.fourth", given);
        user.get("/app/password");
        for (int i = 0; i < 10; i++) {
            assertThat(change(user, "guess", OWN).status()).isEqualTo(422);
        }

        Answer refused = change(user, given, OWN);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).containsPattern("请在 \\d+ 秒后再试");
    }

    private Answer change(PageReader user, String old, String changed) {
        return user.post("/app/password", Map.of("oldPassword", old, "newPassword", changed, "repeated", changed));
    }

    private String made(String name) {
        admin.get("/app/users/new");
        Answer made = add(name);
        Matcher secret = SECRET.matcher(made.body());
        assertThat(secret.find()).as(made.body()).isTrue();
        return secret.group(1);
    }

    private Answer add(String name) {
        return admin.post(
                "/app/users/new", Map.of("organisationId", "demo-insurer-1", "role", "insurer", "username", name));
    }

    private String action(String name, String what) {
        Matcher action = Pattern.compile(
                        Pattern.quote(name) + "</td>.*?action=\"(/app/users/[^\"]+/" + what + ")\"", Pattern.DOTALL)
                .matcher(PageSamples.everyPage(admin, "/app/users"));
        assertThat(action.find()).isTrue();
        return action.group(1);
    }

    private Answer signIn(String name, String password) {
        PageReader reader = PageReader.anonymous(server);
        reader.get("/login");
        return reader.post("/login", Map.of("username", name, "password", password));
    }

    private PageReader signedIn(String name, String password) {
        PageReader reader = PageReader.anonymous(server);
        reader.get("/login");
        Answer answer = reader.post("/login", Map.of("username", name, "password", password));
        assertThat(answer.header("Location")).doesNotContain("error");
        reader.get("/app/password"); // a new session has a new token
        return reader;
    }
}
