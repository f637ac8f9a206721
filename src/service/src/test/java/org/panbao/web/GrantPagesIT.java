package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;

/** An enterprise grants its plan to an insurer, who sees it until the grant is ended. */
class GrantPagesIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient owner = server.as("demo-enterprise-1", "enterprise");
    private final PageReader enterprise = PageReader.signedIn(server, "demo-enterprise-1", "enterprise");
    private final PageReader insurer = PageReader.signedIn(server, "demo-insurer-1", "insurer");
    private final String nextYear =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(300).toString();

    @Test
    void everythingWrongWithAGrantStandsAtItsFields() throws IOException {
        String grants = "/app/plans/" + PageSamples.plan(owner, "machine-tool-maker.json", "not granted") + "/grants";
        enterprise.get(grants + "?lang=en");

        Answer refused = enterprise.post(
                grants, Map.of("granteeOrganisationId", "nobody", "purpose", "QUOTE", "validTo", "2026-01-31"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#f-granteeOrganisationId\"", "href=\"#f-validTo\"", "value=\"2026-01-31\"")
                .contains("Nothing has been granted.");

        Answer unfit = enterprise.post(
                grants, Map.of("granteeOrganisationId", "demo-vendor-1", "purpose", "QUOTE", "validTo", "soon"));
        assertThat(unfit.body())
                .contains("href=\"#f-purpose\"", "href=\"#f-validTo\"")
                .containsPattern(
                        "<select id=\"f-purpose\"[^>]*aria-invalid=\"true\"[^>]*>\\s*<option value=\"QUOTE\" selected");
    }

    @Test
    void aGrantShowsThePlanToOneInsurerUntilItIsEnded() throws IOException {
        String plan = PageSamples.plan(owner, "machine-tool-maker.json", "granted by page");
        String grants = "/app/plans/" + plan + "/grants";
        assertThat(insurer.get("/app/plans/" + plan).status()).isEqualTo(404);
        assertThat(enterprise.get("/app/plans/" + plan).body()).contains("href=\"" + grants + "\"");

        enterprise.get(grants);
        Answer given = enterprise.post(
                grants, Map.of("granteeOrganisationId", "demo-insurer-1", "purpose", "QUOTE", "validTo", nextYear));
        assertThat(given.status()).as(given.body()).isEqualTo(302);

        String listed = enterprise.get(grants).body();
        assertThat(listed).contains("演示海晏财产保险股份有限公司", "有效", "<td>" + nextYear + "</td>");
        assertThat(PageSamples.everyPage(insurer, "/app/grants"))
                .contains("granted by page", "href=\"/app/plans/" + plan + "\"");
        assertThat(insurer.get("/app").body()).contains("granted by page");
        assertThat(insurer.get("/app/plans/" + plan).body()).doesNotContain("href=\"" + grants + "\"");
        assertThat(insurer.get(grants).status()).isEqualTo(404);
        PageReader other = PageReader.signedIn(server, "demo-insurer-2", "insurer");
        assertThat(PageSamples.everyPage(other, "/app/grants")).doesNotContain("granted by page");

        Matcher end = Pattern.compile("action=\"(" + grants + "/[^\"]+/end)\"").matcher(listed);
        assertThat(end.find()).as(listed).isTrue();
        assertThat(insurer.post(end.group(1), Map.of()).status()).isEqualTo(404);
        assertThat(enterprise
                        .post(end.group(1), Map.of("_csrf", "of another site"))
                        .status())
                .isEqualTo(403);
        assertThat(enterprise.post(end.group(1), Map.of()).status()).isEqualTo(302);
        assertThat(enterprise.get(grants).body()).contains("已终止").doesNotContain("/end\"");
        assertThat(PageSamples.everyPage(insurer, "/app/grants")).doesNotContain("granted by page");
        assertThat(insurer.get("/app/plans/" + plan).status()).isEqualTo(404);
        assertThat(enterprise.post(end.group(1), Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aVendorReadsWhatIsGrantedAndCannotChangeIt() throws IOException {
        String plan = PageSamples.plan(owner, "machine-tool-maker.json", "to be assessed");
        String page = "/app/plans/" + plan;
        Map<String, String> wanted =
                Map.of("granteeOrganisationId", "demo-vendor-1", "purpose", "ASSESS", "validTo", nextYear);
        PageReader vendor = PageReader.signedIn(server, "demo-vendor-1", "vendor");
        assertThat(vendor.get(page).status()).isEqualTo(404);
        enterprise.get(page + "/grants");
        enterprise.post(page + "/grants", wanted);
        enterprise.post(page + "/grants", wanted); // a second press

        assertThat(owner.get("/api/v1/plans/" + plan + "/grants").json().get("items"))
                .hasSize(1);
        assertThat(PageSamples.everyPage(vendor, "/app/grants"))
                .contains("to be assessed", "安全评估", "href=\"" + page + "\"");
        String shown = vendor.get(page).body();
        assertThat(shown)
                .contains("to be assessed", "不能修改")
                .doesNotContain("action=\"" + page, "name=\"save\"", "/revisions\"", "120000000");
        assertThat(vendor.post(page, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void anInsurerReadsAGrantedPlanAndAsksForAQuote() throws IOException {
        String plan = PageSamples.plan(owner, "machine-tool-maker.json", "to be quoted");
        String page = "/app/plans/" + plan;
        enterprise.get(page + "/grants");
        enterprise.post(
                page + "/grants",
                Map.of("granteeOrganisationId", "demo-insurer-1", "purpose", "QUOTE", "validTo", nextYear));

        assertThat(insurer.get(page).body())
                .contains("to be quoted", "不能修改", "action=\"" + page + "/quotes\"")
                .doesNotContain("name=\"save\"");
        assertThat(insurer.post(page + "/quotes", Map.of("productId", "sample-a"))
                        .status())
                .isEqualTo(302);
    }
}
