package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;

/** What a person is told who is not let through, and what then can be done. */
class RefusalPagesIT {

    private static final Map<String, String> TYPED = Map.of("/planName", "typed <b>before</b> the session ended");

    private final PanbaoServer server = PanbaoServer.shared();

    @Test
    void aSignInPageThatIsTooOldIsShownAgainWithTheName() {
        PageReader reader = PageReader.anonymous(server);

        Answer stale = reader.post("/login", Map.of("username", "li-wei", "password", "x", "_csrf", "of yesterday"));

        assertThat(stale.status()).isEqualTo(302);
        assertThat(stale.header("Location")).endsWith("/login?again");
        assertThat(reader.get("/login?again").body()).contains("登录页面打开时间过长", "value=\"li-wei\"");
        reader.post("/login", Map.of("username", "li-wei", "password", "x"));
        assertThat(reader.get("/login?error").body()).contains("value=\"li-wei\"", "role=\"alert\"");
        assertThat(reader.get("/login").body()).doesNotContain("li-wei");
    }

    @Test
    void aFormWithoutASessionIsKeptUntilItIsSentAgain() {
        PageReader reader = PageReader.anonymous(server).onOwnPage();

        Answer ended = reader.post("/app/plans/new", TYPED);
        assertThat(ended.status()).isEqualTo(403);
        assertThat(ended.body())
                .contains("action=\"/app/plans/new\"", "name=\"/planName\"", "href=\"/login\"", "_blank")
                .contains("typed &lt;b&gt;before&lt;/b&gt; the session ended")
                .doesNotContain("<b>before", "name=\"_csrf\" value=\"\"", "lang=en\"");
        assertThat(reader.post("/app/plans/new", TYPED).body())
                .as("sent again without signing in")
                .contains("name=\"/planName\"");

        reader.signIn(server, "demo-insurer-1", "insurer");
        Answer old = reader.post("/app/plans/new", with(TYPED, "_csrf", "of the page before"));
        assertThat(old.status()).isEqualTo(403);
        assertThat(old.body()).contains("name=\"/planName\"").doesNotContain("href=\"/login\"");
        Answer sent = reader.post("/app/plans/new", with(TYPED, "check", "1"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.body()).contains("typed &lt;b&gt;before");
    }

    @Test
    void aFormOfAnotherSiteAndAPasswordAreNotKept() {
        PageReader other = PageReader.anonymous(server);
        assertThat(other.post("/app/plans/new", TYPED).body()).doesNotContain("/planName");

        PageReader own = PageReader.anonymous(server).onOwnPage();
        assertThat(own.post("/app/password", Map.of("oldPassword", "not to be shown"))
                        .body())
                .doesNotContain("not to be shown");
    }

    @Test
    void anUnknownAddressIsAPage() {
        PageReader insurer = PageReader.signedIn(server, "demo-insurer-1", "insurer");

        for (String path : new String[] {"/app/nosuch", "/nosuch"}) {
            Answer answer = insurer.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("<h1>", "href=\"/app/plans\"");
            assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self'");
        }
        assertThat(server.anonymous().get("/nosuch").json().get("code").asString())
                .isEqualTo("not-found");
    }

    @Test
    void whatNoDatabaseTakesIsNoFailureOfOurs() {
        PageReader admin = PageReader.signedIn(server, "demo-operator", "admin");
        PageReader insurer = PageReader.signedIn(server, "demo-insurer-1", "insurer");

        assertThat(insurer.get("/app/plans?name=a%00").status()).isEqualTo(400);
        assertThat(insurer.get("/app/quotes?text=a%00").status()).isEqualTo(400);
        insurer.get("/app/plans/new");
        for (String button : new String[] {"add:", "add:x", "remove:", "remove:/insureds/x", "remove:/insureds"}) {
            assertThat(insurer.post("/app/plans/new", Map.of(button, "1")).status())
                    .as(button)
                    .isEqualTo(400);
        }
        admin.get("/app/organisations/new");
        Answer turned =
                admin.post("/app/organisations/new", Map.of("code", "turned", "name", "a\u202eb", "kind", "VENDOR"));
        assertThat(turned.status()).isEqualTo(422);
        assertThat(turned.body()).contains("href=\"#f-name\"");
        assertThat(admin.post("/app/organisations/new", Map.of("code", "turned", "name", "a\0b", "kind", "VENDOR"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRefusalLeadsBackToThePageItCameFrom() {
        PageReader insurer =
                PageReader.signedIn(server, "demo-insurer-1", "insurer").comingFrom("/app/plans?name=x");

        assertThat(insurer.get("/app/quotes/zzz").body()).contains("href=\"/app/plans?name=x\"");
        assertThat(insurer.get("/app/quotes?cursor=zzz").body())
                .contains("从列表重新进入")
                .doesNotContain("nextCursor", "findings 或");
        Answer foreign = PageReader.signedIn(server, "demo-insurer-1", "insurer")
                .comingFrom("//elsewhere.example/app/plans")
                .get("/app/quotes/zzz");
        assertThat(foreign.body()).doesNotContain("elsewhere");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
