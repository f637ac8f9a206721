package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panbao.base.Text;
import org.panbao.intake.form.FormNode;
import org.panbao.intake.form.FormNode.Kind;
import org.panbao.intake.form.FormNode.Option;

class PlanFactsTest {

    @Test
    void namesAFactByItsPlaceAndAChoiceByItsLabel() {
        FormNode direction = new FormNode(
                Kind.CHOICE,
                "/direction",
                text("方向"),
                text(""),
                true,
                "OTHER",
                List.of(new Option("OTHER", new Text("其他", "Other"))),
                "",
                false,
                false,
                List.of(),
                List.of());
        FormNode name = leaf(Kind.TEXT, "/policyholder/name", "名称", "甲公司");
        FormNode policyholder = node(Kind.GROUP, "/policyholder", "投保人", false, List.of(name));

        assertThat(PlanFacts.of(plan(direction, policyholder)))
                .containsExactly(
                        Map.entry(text("方向"), new Text("其他", "Other")), Map.entry(text("投保人 › 名称"), text("甲公司")));
    }

    @Test
    void anAnswerIsKnownByItsQuestionAndAnotherItemByItsNumber() {
        FormNode question = leaf(Kind.HIDDEN, "/security/answers/4/questionId", "", "Q-P1");
        FormNode state = leaf(Kind.TEXT, "/security/answers/4/state", "回答", "YES");
        FormNode answer = node(Kind.GROUP, "/security/answers/4", "有无备份？", false, List.of(question, state));
        FormNode staff = leaf(Kind.NUMBER, "/insureds/0/staffCount", "人数", "35");
        FormNode insured = node(Kind.GROUP, "/insureds/0", "甲公司", false, List.of(staff));

        assertThat(PlanFacts.of(plan(
                                node(Kind.LIST, "/security/answers", "回答", true, List.of(answer)),
                                node(Kind.LIST, "/insureds", "被保险人", true, List.of(insured))))
                        .keySet())
                .extracting(Text::zh)
                .containsExactly("回答 › 有无备份？ › 回答", "被保险人 › #1 › 人数");
    }

    @Test
    void aListStatedEmptyIsAFactAndOneLeftOutIsNone() {
        assertThat(PlanFacts.of(plan(node(Kind.LIST, "/incidents", "事件", true, List.of()))))
                .containsExactly(Map.entry(text("事件"), new Text("无", "None")));
        assertThat(PlanFacts.of(plan(node(Kind.LIST, "/incidents", "事件", false, List.of()))))
                .isEmpty();
    }

    @Test
    void yesAndNoAreWords() {
        assertThat(PlanFacts.of(plan(leaf(Kind.YES_NO, "/renewal", "续保", "true"))))
                .containsExactly(Map.entry(text("续保"), new Text("是", "Yes")));
    }

    private static FormNode plan(FormNode... children) {
        return node(Kind.GROUP, "", "方案", false, List.of(children));
    }

    private static FormNode leaf(Kind kind, String pointer, String title, String value) {
        return new FormNode(
                kind, pointer, text(title), text(""), false, value, List.of(), "", false, false, List.of(), List.of());
    }

    private static FormNode node(Kind kind, String pointer, String title, boolean stated, List<FormNode> children) {
        return new FormNode(
                kind, pointer, text(title), text(""), false, "", List.of(), "", stated, false, children, List.of());
    }

    private static Text text(String text) {
        return new Text(text, text);
    }
}
