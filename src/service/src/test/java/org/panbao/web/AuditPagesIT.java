package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;

/** The audit log on a page: filtered, page by page, and of one's own organisation. */
class AuditPagesIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient owner = server.as("demo-insurer-1", "insurer");
    private final PageReader insurer = PageReader.signedIn(server, "demo-insurer-1", "insurer");

    @Test
    void whatWasDoneToAPlanIsFoundByItsIdAndByTheAction() throws IOException {
        String plan = PageSamples.plan(owner, "machine-tool-maker.json", "audited by page");

        assertThat(insurer.get("/app/audit?subject=" + plan).body())
                .contains("plan.created", "plan " + plan, "demo-insurer-1.insurer", "已执行")
                .doesNotContain("<td class=\"code\">quote.");
        assertThat(insurer.get("/app/audit?subject=" + plan + "&action=plan.revised")
                        .body())
                .contains("没有符合条件的记录")
                .doesNotContain("plan " + plan);
        assertThat(insurer.get("/app/audit?actor=nobody").body()).contains("没有符合条件的记录");
    }

    @Test
    void theNewestEntryStandsFirstAndEveryEntryIsOnSomePage() throws IOException {
        String first = PageSamples.plan(owner, "machine-tool-maker.json", "first audited");
        for (int i = 0; i < 51; i++) {
            PageSamples.plan(owner, "machine-tool-maker.json", "between");
        }
        String last = PageSamples.plan(owner, "machine-tool-maker.json", "last audited");

        assertThat(insurer.get("/app/audit?action=plan.created").body()).doesNotContain(first);
        assertThat(PageSamples.everyPage(insurer, "/app/audit?action=plan.created"))
                .containsSubsequence(last, first);
    }

    @Test
    void anotherOrganisationsLogIsReadByTheOperatorAlone() throws IOException {
        String plan = PageSamples.plan(owner, "machine-tool-maker.json", "read by the operator");
        String path = "/app/audit?organisation=demo-insurer-1&subject=" + plan;

        assertThat(PageReader.signedIn(server, "demo-operator", "admin")
                        .get(path)
                        .body())
                .contains("plan.created");
        PageReader other = PageReader.signedIn(server, "demo-insurer-2", "insurer");
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get("/app/audit/verification?organisation=demo-insurer-1")
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/app/audit?subject=" + plan).body()).doesNotContain("plan.created");
    }

    @Test
    void theChainIsCheckedOnAPage() {
        PageReader other = PageReader.signedIn(server, "demo-insurer-2", "insurer");

        assertThat(other.get("/app/audit/verification").body()).contains("审计链完整");
        assertThat(other.get("/app/audit/verification?lang=en").body()).contains("The chain is intact");
        assertThat(other.get("/app/audit?action=%00").status()).isEqualTo(400);
    }
}
