package org.panbao.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.panbao.base.Text;
import org.panbao.intake.IntakeFixtures;
import org.panbao.intake.PlanReader;
import org.panbao.intake.form.FormNode.Kind;
import org.panbao.intake.form.FormNode.Option;
import org.panbao.support.SampleForm;
import tools.jackson.databind.node.ObjectNode;

class PlanFormTest {

    private final PlanReader reader = IntakeFixtures.reader();
    private final PlanForm form = reader.form();

    @Test
    void anAnswerWithoutAQuestionOffersThemAllAndTheInsureds() {
        ObjectNode plan = sample("industrial-park.json");
        plan.withObject("security").withArray("answers").insertObject(0);

        FormNode question = at(plan, "/security/answers/0/questionId");
        FormNode insured = at(plan, "/security/answers/0/insuredId");

        assertThat(question.kind()).isEqualTo(Kind.CHOICE);
        assertThat(question.options()).hasSameSizeAs(reader.questions().questions());
        assertThat(question.options().get(0).label().en())
                .isEqualTo("Q-G1 Is there an approved written security policy?");
        assertThat(insured.kind()).isEqualTo(Kind.CHOICE);
        assertThat(insured.options()).hasSize(5);
    }

    @Test
    void anAnswerToAQuestionThatIsNotAskedCanBeGivenAnother() {
        ObjectNode plan = sample("college.json");
        ((ObjectNode) plan.at("/security/answers/0")).put("questionId", "Q-OLD");

        assertThat(at(plan, "/security/answers/0/questionId").kind()).isEqualTo(Kind.CHOICE);
        assertThat(at(plan, "/security/answers/1/questionId").kind()).isEqualTo(Kind.HIDDEN);
    }

    @Test
    void nothingIsWithoutWordsInEitherLanguage() {
        for (String file : List.of("industrial-park.json", "college.json", "machine-tool-maker.json")) {
            ObjectNode plan = sample(file);
            plan.withObject("security")
                    .withObject("staff")
                    .withArray("certificates")
                    .addObject();
            plan.withObject("need").withArray("scenarios").addObject();
            assertThat(all(form.lay(plan, List.of())).skip(1))
                    .allSatisfy(node -> assertThat(
                                    List.of(node.title().zh(), node.title().en()))
                            .as(node.pointer())
                            .noneMatch(String::isBlank));
        }
    }

    @Test
    void anItemGoesByItsListItsNumberAndItsCode() {
        ObjectNode plan = sample("college.json");
        plan.withObject("need").putArray("covers").addObject().put("item", "P07");
        plan.withObject("need").putArray("scenarios").add("RANSOMWARE").add("NEW_ONE");

        assertThat(at(plan, "/need/covers/0").title())
                .isEqualTo(new Text("拟投保保障项 1：P07 应急处置费用", "Wanted covers 1: P07 Incident response"));
        assertThat(at(plan, "/need/scenarios/1").title()).isEqualTo(new Text("主要风险场景 2", "Risk scenarios 2"));
    }

    @Test
    void shortListsAreChosenFromAndLongOnesOfferedWhileTyping() {
        ObjectNode plan = sample("college.json");
        plan.withObject("need").putArray("scenarios").add("RANSOMWARE");
        FormNode scenario = at(plan, "/need/scenarios/0");
        FormNode industry = at(plan, "/insureds/0/industry");

        assertThat(scenario.kind()).isEqualTo(Kind.CHOICE);
        assertThat(scenario.options())
                .contains(new Option("RANSOMWARE", new Text("RANSOMWARE 勒索软件", "RANSOMWARE Ransomware")));
        assertThat(industry.codes()).isEqualTo("industries");
        assertThat(industry.hint().zh()).startsWith(industry.value() + " ");
        assertThat(form.codeLists(plan)).containsOnlyKeys("certificate", "industries", "product", "regions", "service");
    }

    @Test
    void aQuestionHasTheFieldsThatItAsksForWithTheirUnit() {
        ObjectNode plan = form.blank();

        assertThat(names(answer(plan, "Q-G1"))).doesNotContain("value", "date");
        assertThat(names(answer(plan, "Q-G1-REVIEW"))).contains("date").doesNotContain("value");
        FormNode share = answer(plan, "Q-E1-SERVER");
        assertThat(names(share)).contains("value").doesNotContain("date");
        assertThat(share.title().zh()).startsWith("Q-E1-SERVER · ");
        assertThat(share.children())
                .filteredOn(field -> field.pointer().endsWith("/value"))
                .extracting(FormNode::title)
                .containsExactly(new Text("数值（%，0 至 100）", "Value (%, 0 to 100)"));
    }

    @Test
    void theQuestionsOfTheFormAndItsPacksComeFirst() {
        ObjectNode plan = form.blank();
        assertThat(answer(plan, "Q-G2").aside()).isFalse();
        plan.put("form", "SHORT");
        assertThat(answer(plan, "Q-G2").aside()).isTrue();

        String vehicles = reader.questions().questions().stream()
                .filter(question -> question.askedIf().name().equals("CONNECTED_VEHICLES"))
                .map(question -> question.id())
                .findFirst()
                .orElseThrow();
        plan.put("form", "FULL");
        assertThat(answer(plan, vehicles).aside()).isTrue();
        plan.withArray("insureds").addObject().put("connectedVehicles", 20).put("staffCount", "many");
        assertThat(answer(plan, vehicles).aside()).isFalse();
    }

    @Test
    void noEnglishIsMadeOfTheNamesOfCodesAndNoHintRepeatsItsLabel() {
        FormNode root = form.lay(sample("college.json"), List.of());

        assertThat(at(root, "/form").options())
                .extracting(option -> option.label().en())
                .containsExactly("Full questionnaire", "Short questionnaire of inclusive products");
        assertThat(all(root).map(FormNode::title).map(Text::en).filter(title -> !title.isEmpty()))
                .allMatch(title -> !Character.isLowerCase(title.charAt(0)));
        assertThat(all(root))
                .allSatisfy(node -> assertThat(node.hint().en().replaceFirst("[.]$", ""))
                        .as(node.pointer())
                        .isNotEqualToIgnoringCase(node.title().en()));
    }

    @Test
    void aNumberThatIsTooLargeIsToldToBeSo() {
        Map<String, String> typed = new LinkedHashMap<>(SampleForm.of("college.json"));
        typed.put("/insureds/0/staffCount", "9".repeat(30));

        assertThat(reader.read(reader.formReader().read(typed)).findings())
                .filteredOn(finding -> finding.pointer().equals("/insureds/0/staffCount"))
                .extracting(finding -> finding.code())
                .containsExactly("too-large");
    }

    private static List<String> names(FormNode answer) {
        return answer.children().stream()
                .map(field -> field.pointer().substring(field.pointer().lastIndexOf('/') + 1))
                .toList();
    }

    private FormNode answer(ObjectNode plan, String question) {
        return at(form.lay(plan, List.of()), "/security/answers").children().stream()
                .filter(answer -> answer.children().get(0).value().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private FormNode at(ObjectNode plan, String pointer) {
        return at(form.lay(plan, List.of()), pointer);
    }

    private static FormNode at(FormNode root, String pointer) {
        return all(root)
                .filter(node -> node.pointer().equals(pointer))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<FormNode> all(FormNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(PlanFormTest::all));
    }

    private ObjectNode sample(String file) {
        return reader.formReader().read(SampleForm.of(file));
    }
}
