package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.node.ObjectNode;

/** The revisions of a plan and what changed between them. */
class RevisionPagesIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final ApiClient owner = server.as("demo-insurer-1", "insurer");
    private final PageReader insurer = PageReader.signedIn(server, "demo-insurer-1", "insurer");

    @Test
    void whatChangedBetweenTwoRevisionsIsShownAndNothingElse() throws IOException {
        String plan = PageSamples.plan(owner, "machine-tool-maker.json", "as first filed");
        revise(plan, PageSamples.document("machine-tool-maker.json").put("planName", "as filed again"), 1);
        ObjectNode third = PageSamples.document("machine-tool-maker.json").put("planName", "as filed again");
        ((ObjectNode) third.at("/insureds/0")).put("staffCount", 7777);
        revise(plan, third, 2);
        String revisions = "/app/plans/" + plan + "/revisions";

        String newest = insurer.get(revisions).body();
        assertThat(newest).contains("版本 2 与版本 3 的差别", ">7777<").doesNotContain(">as first filed<");
        String all = insurer.get(revisions + "?from=1&to=3&lang=en").body();
        assertThat(all).contains("What changed from revision 1 to 3", ">as first filed<", ">as filed again<", ">7777<");
        assertThat(all.split("<th scope=\"row\">", -1)).hasSize(3);
        assertThat(insurer.get(revisions + "?from=2&to=2").body()).contains("The two revisions say the same");
        assertThat(insurer.get("/app/plans/" + plan).body()).contains("href=\"" + revisions + "\"");
    }

    @Test
    void aRevisionThatIsNotThereAndAPlanOfOthersAreNotFound() throws IOException {
        String plan = PageSamples.plan(owner, "machine-tool-maker.json", "one revision");
        String revisions = "/app/plans/" + plan + "/revisions";

        assertThat(insurer.get(revisions).status()).isEqualTo(200);
        assertThat(insurer.get(revisions + "?from=1&to=2").status()).isEqualTo(404);
        assertThat(insurer.get(revisions + "?from=x").status()).isEqualTo(404);
        PageReader other = PageReader.signedIn(server, "demo-insurer-2", "insurer");
        assertThat(other.get(revisions).status()).isEqualTo(404);
    }

    private void revise(String plan, ObjectNode document, int seen) {
        Answer revised = owner.put("/api/v1/plans/" + plan, document, "If-Match", "\"" + seen + "\"");
        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
    }
}
