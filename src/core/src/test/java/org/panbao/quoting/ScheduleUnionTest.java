package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import org.panbao.scoring.Contribution;
import org.panbao.scoring.DimensionScore;
import org.panbao.scoring.Gate;
import org.panbao.scoring.RiskAssessment;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one insured of a schedule answers or is, beside what another does. The group earns 80, 120 and 120 million and is accepted;
 * I1 is the mill's head office without control systems, I2 and I3 are factories.
 */
class ScheduleUnionTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    private static QuoteOutcome group(Consumer<ObjectNode> change) {
        return QuoteDecider.decide(
                SamplePlans.input("paper-group.json", "sample-a", RULEBOOK, plan -> {
                    List<String> revenues = List.of("80000000", "120000000", "120000000");
                    for (int i = 0; i < 3; i++) {
                        insured(plan, i)
                                .put("annualRevenueCny", revenues.get(i))
                                .put("limitCny", "300000");
                    }
                    ObjectNode need = (ObjectNode) plan.get("need");
                    need.put("aggregateLimitCny", "2000000").put("perEventLimitCny", "1000000");
                    need.get("covers").forEach(cover -> ((ObjectNode) cover).put("limitCny", "600000"));
                    ((ObjectNode) need.at("/covers/2")).put("dailyLimitCny", "20000");
                    change.accept(plan);
                }),
                RULEBOOK);
    }

    private static ObjectNode insured(ObjectNode plan, int position) {
        return (ObjectNode) plan.path("insureds").get(position);
    }

    private static ObjectNode answer(ObjectNode plan, String question, String insured, String state) {
        return ((ArrayNode) plan.at("/security/answers"))
                .addObject()
                .put("questionId", question)
                .put("insuredId", insured)
                .put("state", state)
                .put("evidence", "DOCUMENTED")
                .put("answeredOn", "2026-11-13");
    }

    private static List<String> reason(QuoteOutcome outcome, String id) {
        return outcome.reasons().stream()
                .filter(reason -> reason.id().equals(id))
                .flatMap(reason -> reason.insureds().stream())
                .toList();
    }

    private static List<String> condition(QuoteOutcome outcome, String id) {
        return outcome.conditions().stream()
                .filter(condition -> condition.ruleId().equals(id))
                .flatMap(condition -> condition.insureds().stream())
                .toList();
    }

    private static List<String> gates(RiskAssessment assessment) {
        return assessment.gates().stream().map(Gate::ruleId).toList();
    }

    private static RiskAssessment own(QuoteOutcome outcome, int position) {
        return outcome.insureds().get(position).assessment();
    }

    @Test
    void theGroupByItselfIsAccepted() {
        assertThat(group(plan -> {}).decision()).isEqualTo(Decision.ACCEPT);
    }

    @ParameterizedTest
    @CsvSource({"Q-N1-OT, GAT-OTS-900", "Q-I1-VPN, GAT-IDN-900", "Q-B2, GAT-BAK-900"})
    void aNoOfOneInsuredLeavesTheQuestionOfAnotherOpen(String question, String pending) {
        QuoteOutcome open = group(plan -> answer(plan, question, "I2", "UNANSWERED"));
        QuoteOutcome both = group(plan -> {
            answer(plan, question, "I2", "UNANSWERED");
            answer(plan, question, "I3", "NO");
        });

        assertThat(open.decision()).isEqualTo(Decision.REFER);
        assertThat(both.decision()).isEqualTo(Decision.REFER);
        assertThat(reason(both, pending)).containsExactly("I2");
        assertThat(gates(both.assessment())).containsAll(gates(own(both, 2)));
    }

    @Test
    void aNoOfOneInsuredLeavesTheConditionOfAnother() {
        QuoteOutcome outcome = group(plan -> {
            for (int i = 1; i < 3; i++) {
                insured(plan, i).put("industry", "6432");
            }
            for (String question : List.of("Q-T2-PLAN", "Q-T4-ROUTING", "Q-T5-FLAWS", "Q-T6-FRAUD", "Q-T7-NOTIFY")) {
                answer(plan, question, "I2", "YES");
                answer(plan, question, "I3", "YES");
            }
            answer(plan, "Q-T1-DDOS", "I2", "PARTIAL");
            answer(plan, "Q-T1-DDOS", "I3", "NO");
        });

        assertThat(condition(outcome, "GAT-TEL-003")).containsExactly("I2", "I3");
    }

    @Test
    void theLogsOfAPaperMillAreNotThoseOfAnInternetFirm() {
        QuoteOutcome outcome = group(plan -> {
            insured(plan, 2).put("industry", "6421");
            answer(plan, "Q-L1", "I1", "YES").put("value", "3");
            answer(plan, "Q-L1", "I3", "YES").put("value", "12");
        });

        assertThat(gates(outcome.assessment())).contains("GAT-DET-001").doesNotContain("GAT-TEL-001");
    }

    @Test
    void theDateOfOneGradeIsNotHeldAgainstAnother() {
        QuoteOutcome outcome = group(plan -> {
            insured(plan, 1).put("industrialInternetGrade", 3);
            for (String question : List.of("Q-C2-BODY", "Q-C3-TRAINING", "Q-C4-MONITORING")) {
                answer(plan, question, "I2", "YES");
            }
            answer(plan, "Q-C5-ASSESSMENT", "I2", "YES").put("date", "2026-08-01");
            answer(plan, "Q-C5-ASSESSMENT", "I3", "YES").put("date", "2025-06-01");
        });

        assertThat(gates(outcome.assessment())).contains("GAT-GOV-014").doesNotContain("GAT-IIN-006", "GAT-IIN-007");
    }

    @Test
    void whoRunsNoControlSystemLetsNoMediaReachOne() {
        QuoteOutcome outcome = group(plan -> answer(plan, "Q-E3", "I1", "NO"));

        assertThat(gates(outcome.assessment())).contains("GAT-END-007").doesNotContain("GAT-OTS-015");
    }

    @Test
    void theRecordsOfAFactoryAreNotThoseOfABank() {
        QuoteOutcome outcome = group(plan -> {
            insured(plan, 0).put("industry", "6621");
            insured(plan, 1).put("personalRecordCount", 500000).put("sensitiveRecordCount", 400000);
        });

        assertThat(contributions(outcome.assessment()))
                .extracting(Contribution::id)
                .contains("SCO-REC-002", "SCO-REC-006")
                .doesNotContain("SCO-PCK-002");
    }

    /** Neither by itself has a million records. */
    @Test
    void whatAllComeToTogetherIsStillSeen() {
        QuoteOutcome outcome = group(plan -> {
            insured(plan, 1).put("personalRecordCount", 700000);
            insured(plan, 2).put("personalRecordCount", 700000);
        });

        assertThat(gates(outcome.assessment())).contains("GAT-DAT-001");
        assertThat(reason(outcome, "GAT-DAT-001")).isEmpty();
        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(contributions(outcome.assessment()))
                .extracting(Contribution::id)
                .contains("SCO-REC-003", "SCO-SIZ-002", "SCO-SIZ-007")
                .doesNotContain("SCO-SIZ-001", "SCO-REC-002");
    }

    @Test
    void aFlagOfSeveralInsuredsCountsOnce() {
        QuoteOutcome one = group(plan -> answer(plan, "Q-N1-ZONES", "I2", "NO"));
        QuoteOutcome two = group(plan -> {
            answer(plan, "Q-N1-ZONES", "I2", "NO");
            answer(plan, "Q-N1-ZONES", "I3", "NO");
        });

        assertThat(two.assessment().referral().score())
                .isEqualTo(one.assessment().referral().score());
    }

    /** A share of 95 at one and a partial answer at another are nobody's 95 in part. */
    @Test
    void everyPartOfTheScoreIsThatOfAnInsuredOrOfTheSums() {
        QuoteOutcome outcome = group(plan -> {
            answer(plan, "Q-E1-SERVER", "I2", "PARTIAL").put("value", "100");
            answer(plan, "Q-E1-SERVER", "I3", "YES").put("value", "91");
        });
        List<Contribution> ofOne = outcome.insureds().stream()
                .flatMap(insured -> contributions(insured.assessment()).stream())
                .toList();

        assertThat(contributions(outcome.assessment()))
                .filteredOn(part -> part.kind() == Contribution.Kind.CONTROL)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(ofOne).contains(part));
    }

    private static List<Contribution> contributions(RiskAssessment assessment) {
        return assessment.dimensions().stream()
                .map(DimensionScore::contributions)
                .flatMap(List::stream)
                .toList();
    }

    /** Only the head office is in the cloud: what is answered of clouds is its own. */
    @Test
    void anAnswerOnTheCloudMovesOnlyWhoIsInIt() {
        Map<String, QuoteOutcome> byState = new TreeMap<>();
        for (String state : List.of("YES", "UNANSWERED", "NO")) {
            byState.put(state, group(plan -> {
                ((ObjectNode) plan.at("/informatization/systems/0")).put("hosting", "PUBLIC_CLOUD");
                for (int i = 1; i <= 8; i++) {
                    answer(plan, "Q-H" + i, "I1", state).remove("insuredId");
                }
            }));
        }

        for (int i = 1; i < 3; i++) {
            var unmoved = premium(byState.get("YES"), i);
            assertThat(premium(byState.get("UNANSWERED"), i)).isEqualByComparingTo(unmoved);
            assertThat(premium(byState.get("NO"), i)).isEqualByComparingTo(unmoved);
        }
        assertThat(premium(byState.get("NO"), 0)).isGreaterThan(premium(byState.get("YES"), 0));
        assertThat(premium(byState.get("UNANSWERED"), 0)).isEqualByComparingTo(premium(byState.get("NO"), 0));
        assertThat(condition(byState.get("NO"), "GAT-SUP-010")).containsExactly("I1");
    }

    private static BigDecimal premium(QuoteOutcome outcome, int position) {
        return outcome.insureds().get(position).premium().termPremium().amountCny();
    }
}
