package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;

/** An administrator registers an organisation and gives it a client, which signs in until it is revoked. */
class OrganisationPagesIT {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");

    private final PanbaoServer server = PanbaoServer.shared();
    private final PageReader admin = PageReader.signedIn(server, "demo-operator", "admin");

    @Test
    void everythingWrongWithAnOrganisationStandsAtItsFields() {
        admin.get("/app/organisations/new?lang=en");
        Answer refused =
                admin.post("/app/organisations/new", Map.of("code", "Not A Code", "name", " ", "kind", "INSURER"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#f-code\"", "href=\"#f-name\"", "value=\"Not A Code\"", "aria-invalid=\"true\"")
                .contains("2 to look at");
        assertThat(admin.get("/app/organisations").body()).doesNotContain("Not A Code");
    }

    @Test
    void anOrganisationAndItsClientAreMadeAndTheSecretIsShownOnce() {
        admin.get("/app/organisations/new");
        Answer made =
                admin.post("/app/organisations/new", Map.of("code", "page-vendor", "name", "页面安全公司", "kind", "VENDOR"));
        assertThat(made.status()).as(made.body()).isEqualTo(302);
        assertThat(admin.get(made.header("Location")).body()).contains("页面安全公司", "organisation=page-vendor");
        assertThat(PageSamples.everyPage(admin, "/app/organisations")).contains("page-vendor");
        Answer again =
                admin.post("/app/organisations/new", Map.of("code", "page-vendor", "name", "x", "kind", "VENDOR"));
        assertThat(again.body()).contains("机构代码已被使用");

        Map<String, String> wanted =
                Map.of("organisationId", "page-vendor", "role", "vendor", "clientId", "page-vendor.scans");
        Answer client = admin.post("/app/clients/new", wanted);
        assertThat(client.header("Cache-Control")).contains("no-store");
        Matcher secret = SECRET.matcher(client.body());
        assertThat(secret.find()).as(client.body()).isTrue();
        ApiClient vendor = server.withClient("page-vendor.scans", secret.group(1));
        assertThat(vendor.get("/api/v1/organisations").status()).isEqualTo(200);
        assertThat(admin.post("/app/clients/new", wanted).body()).contains("客户端编号已被使用");

        String listed = PageSamples.everyPage(admin, "/app/clients");
        assertThat(listed).contains("page-vendor.scans").doesNotContain(secret.group(1));
        Matcher revoke = Pattern.compile(
                        "page-vendor\\.scans</td>.*?action=\"(/app/clients/[^\"]+/revoke)\"", Pattern.DOTALL)
                .matcher(listed);
        assertThat(revoke.find()).isTrue();
        assertThat(admin.post(revoke.group(1), Map.of()).status()).isEqualTo(302);
        assertThat(vendor.tokenAnswer().status()).isEqualTo(401);
        assertThat(PageSamples.everyPage(admin, "/app/clients")).doesNotContain("page-vendor.scans");
        assertThat(admin.get("/app/audit?action=client.revoked").body()).contains("client.revoked");
    }

    @Test
    void everythingWrongWithAClientStandsAtItsFields() {
        admin.get("/app/clients/new?organisation=demo-vendor-1");
        Answer refused = admin.post(
                "/app/clients/new", Map.of("organisationId", "nobody", "role", "admin", "clientId", "Bad Id"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#f-organisationId\"", "href=\"#f-clientId\"", "value=\"Bad Id\"");

        Answer role = admin.post(
                "/app/clients/new",
                Map.of("organisationId", "demo-vendor-1", "role", "admin", "clientId", "demo-vendor-1.root"));
        assertThat(role.body())
                .contains(
                        "href=\"#f-role\"", "该类机构不能有这个角色", "<option value=\"admin\" selected=\"selected\">管理员</option>")
                .containsPattern("<select id=\"f-role\"[^>]*>\\s*<option value=\"insurer\">核保人</option>");
    }

    @Test
    void nobodyElseOpensThemAndNoOtherSiteSendsThem() {
        PageReader insurer = PageReader.signedIn(server, "demo-insurer-1", "underwriter-senior");
        assertThat(insurer.get("/app/organisations").status()).isEqualTo(403);
        assertThat(insurer.post("/app/clients/new", Map.of()).status()).isEqualTo(403);

        Answer foreign = admin.post(
                "/app/organisations/new",
                Map.of("_csrf", "of another site", "code", "csrf-vendor", "name", "x", "kind", "VENDOR"));
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(PageSamples.everyPage(admin, "/app/organisations")).doesNotContain("csrf-vendor");
    }
}
