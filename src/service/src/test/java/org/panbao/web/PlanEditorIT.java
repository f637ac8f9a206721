package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.support.Answer;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import org.panbao.support.SampleForm;

/** The form of a plan without a script: lists, other languages, saves that overtake another, quotes of what is saved. */
class PlanEditorIT {

    private final PanbaoServer server = PanbaoServer.shared();
    private final PageReader underwriter = PageReader.signedIn(server, "demo-insurer-1", "insurer");

    @Test
    void anAnswerThatIsAddedAsksForItsQuestionAndItsInsured() {
        Map<String, String> typed = SampleForm.of("industrial-park.json");
        typed.put("add:/security/answers", "1");

        String page = underwriter.post("/app/plans/new", typed).body();

        assertThat(page)
                .containsPattern("<select[^>]*name=\"/security/answers/[0-9]+/questionId\"")
                .contains("<option value=\"Q-G1\">Q-G1 是否有经批准的书面网络安全管理制度？</option>")
                .containsPattern("<div class=\"item\" id=\"here\"")
                .contains("formaction=\"/app/plans/new#here\"")
                .doesNotContain("<summary></summary>", "aria-label=\"移除 \"");
    }

    @Test
    void whatBelongsToAnInsuredGoesWithIt() {
        Map<String, String> typed = SampleForm.of("industrial-park.json");
        String last = typed.get("/insureds/4/insuredId");
        typed.put("/security/answers/900/questionId", "Q-G1");
        typed.put("/security/answers/900/insuredId", last);
        typed.put("/security/answers/900/state", "YES");
        typed.put("remove:/insureds/4", "1");

        String page = underwriter.post("/app/plans/new?lang=zh-CN", typed).body();

        assertThat(page)
                .containsPattern("一并移除了该被保险人的 [1-9]")
                .doesNotContain("value=\"" + last + "\"")
                .contains("<summary id=\"here\"");
    }

    @Test
    void aBlankItemBeforeItDoesNotChangeWhichItemIsRemoved() {
        Map<String, String> typed = SampleForm.of("college.json");
        typed.keySet().removeIf(name -> name.startsWith("/need/scenarios"));
        typed.put("/need/scenarios/0", "");
        typed.put("/need/scenarios/1", "RANSOMWARE");
        typed.put("/need/scenarios/2", "OT_ATTACK");
        typed.put("remove:/need/scenarios/1", "1");

        assertThat(underwriter.post("/app/plans/new", typed).body())
                .containsPattern("value=\"OT_ATTACK\"\\s+selected")
                .doesNotContainPattern("value=\"RANSOMWARE\"\\s+selected");
    }

    @Test
    void theOtherLanguageKeepsWhatWasTyped() {
        Map<String, String> typed = SampleForm.of("college.json");
        typed.put("/planName", "not saved yet");
        typed.put("lang", "en");

        String page = underwriter.post("/app/plans/new", typed).body();

        assertThat(page)
                .contains("value=\"not saved yet\"", "name=\"lang\" value=\"zh-CN\"", "form=\"plan-form\">中文")
                .contains("Name of the plan *")
                .doesNotContain("id=\"findings\"", "href=\"?lang=");
    }

    @Test
    void aSaveThatCameTooLateIsShownWithWhatWasTypedAndCanBeMadeKnowingly() {
        Map<String, String> typed = SampleForm.of("college.json");
        String plan = saved("/app/plans/new", typed);
        typed.put("revision", "1");
        typed.put("/planName", "of the first");
        saved(plan, typed);
        typed.put("/planName", "of the second");

        typed.put("save", "1");
        Answer late = underwriter.post(plan, typed);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("value=\"of the second\"", "id=\"overtaken\"", "name=\"revision\" value=\"2\"")
                .contains(plan + "/revisions?from=1&amp;to=2");
        typed.put("revision", "2");
        typed.put("overtaken", "1");
        saved(plan, typed);
        assertThat(underwriter.get(plan).body()).contains("value=\"of the second\"", "name=\"revision\" value=\"3\"");
    }

    @Test
    void aQuoteIsOfTheRevisionThatWasLookedAtAndSavingCanLeadToIt() {
        Map<String, String> typed = SampleForm.of("college.json");
        String plan = saved("/app/plans/new", typed);
        assertThat(underwriter.get(plan).body()).contains(plan + "/quotes?of=1");
        typed.put("revision", "1");
        typed.put("productId", "sample-a");
        typed.put("save", "quote");
        Answer unchanged = underwriter.post(plan, typed);
        assertThat(unchanged.header("Location")).endsWith(plan + "/quotes?of=1");
        typed.put("/planName", "changed before the quote");

        Answer on = underwriter.post(plan, typed);

        assertThat(on.status()).as(on.body()).isEqualTo(307);
        assertThat(on.header("Location")).endsWith(plan + "/quotes?of=2");
        assertThat(underwriter.post(plan + "/quotes?of=1", typed).status()).isEqualTo(412);
        assertThat(underwriter.post(plan + "/quotes?of=2", typed).header("Location"))
                .contains("/app/quotes/");
    }

    private String saved(String path, Map<String, String> typed) {
        Map<String, String> sent = new LinkedHashMap<>(typed);
        sent.put("save", "1");
        Answer answer = underwriter.post(path, sent);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        underwriter.get(answer.header("Location"));
        return answer.header("Location").replaceFirst("^https?://[^/]+", "").replaceFirst(";.*", "");
    }
}
