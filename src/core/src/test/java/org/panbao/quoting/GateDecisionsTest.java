package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panbao.quoting.GateFixtures.answer;
import static org.panbao.quoting.GateFixtures.answers;
import static org.panbao.quoting.GateFixtures.insured;
import static org.panbao.quoting.GateFixtures.last;
import static org.panbao.quoting.GateFixtures.parent;
import static org.panbao.quoting.GateFixtures.pending;
import static org.panbao.quoting.GateFixtures.put;
import static org.panbao.quoting.GateFixtures.state;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A mature manufacturer of 260 million revenue, accepted as it is, in each test with one thing otherwise. */
class GateDecisionsTest {

    private static final String MAKER = "machine-tool-maker.json";

    @Test
    void aFullFormThatSaysNotAskedEverywhereIsPending() {
        QuoteOutcome outcome = decide(plan -> answers(plan).forEach(answer -> state(answer, "NOT_ASKED")));

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(pending(outcome)).contains("Q-L3", "Q-G1", "Q-I1-VPN", "Q-B2", "Q-O8", "Q-G8");
        assertThat(outcome.assessment().effectiveness().percent()).isEqualByComparingTo("0");
    }

    @Test
    void aTextDoesNotMakeAQuestionNotApplicable() {
        QuoteOutcome outcome = decide(plan -> answers(plan).forEach(answer -> {
            state(answer, "NOT_APPLICABLE");
            ((ObjectNode) answer).put("notApplicableBecause", "does not apply to us");
        }));

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(pending(outcome))
                .contains("Q-L3", "Q-A2-PORTS", "Q-O8", "Q-D1")
                .doesNotContain("Q-G8");
    }

    @ParameterizedTest
    @CsvSource({"NO, DECLINE", "PARTIAL, ACCEPT_WITH_CONDITIONS", "YES, ACCEPT", "UNANSWERED, REFER"})
    void anIncidentThatIsNotClosedDeclines(String state, Decision decision) {
        QuoteOutcome outcome = decide(plan -> state(answer(plan, "Q-G8"), state));

        assertThat(outcome.decision()).isEqualTo(decision);
    }

    @Test
    void physicalDamageThroughAControlSystemRefersAlone() {
        QuoteOutcome outcome = decide(plan -> {
            small(plan);
            state(answer(plan, "Q-O8"), "NO");
        });

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons()).extracting(Reason::id).containsExactly("GAT-OTS-012");
    }

    @ParameterizedTest
    @CsvSource({
        "/insureds/0/personalRecordCount, 10000000, GAT-DAT-001",
        "/informatization/systems/0/location, OVERSEAS, GAT-EXP-001",
        "/informatization/systems/0/gradedProtection/conclusion, NOT_CONFORMS, GAT-GPR-002",
        "/security/answers/Q-G1/state, NO, GAT-GOV-001",
        "/security/answers/Q-R1/state, NO, GAT-DET-006"
    })
    void oneSeriousFlagRefersAMediumRiskAndNotASmallOne(String place, String value, String gate) {
        QuoteOutcome medium = decide(plan -> put(plan, place, value));
        QuoteOutcome small = decide(plan -> {
            put(plan, place, value);
            small(plan);
        });

        assertThat(medium.decision()).isEqualTo(Decision.REFER);
        assertThat(medium.reasons()).extracting(Reason::id).contains(gate);
        assertThat(small.decision()).isNotEqualTo(Decision.REFER);
        assertThat(small.assessment().referral().thresholdRow()).isEqualTo("REF-FULL-SMALL");
    }

    /** 80 points, and the duties that come with the grade are asked for. */
    @Test
    void gradeThreeRefersAMediumRiskAndAsksForItsDuties() {
        QuoteOutcome outcome = decide(plan -> insured(plan).put("industrialInternetGrade", 3));

        assertThat(outcome.reasons())
                .extracting(Reason::id)
                .containsExactly("GAT-GOV-014", "GAT-IIN-900", "GAT-IIN-900", "GAT-IIN-900");
        assertThat(pending(outcome)).containsExactly("Q-C2-BODY", "Q-C3-TRAINING", "Q-C4-MONITORING");
    }

    @Test
    void gradeThreeWithItsDutiesMetDoesNotReferASmallRisk() {
        QuoteOutcome outcome = decide(plan -> {
            small(plan);
            insured(plan).put("industrialInternetGrade", 3);
            yes(plan, "Q-C2-BODY", "Q-C3-TRAINING", "Q-C4-MONITORING");
            ((ObjectNode) answer(plan, "Q-C5-ASSESSMENT")).put("date", "2026-06-01");
        });

        assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT);
    }

    /** Nothing else differs, and all that the manufacturer was not asked is pending for a bank. */
    @Test
    void theIndustryBringsItsPack() {
        QuoteOutcome maker = decide(plan -> {});
        QuoteOutcome bank = decide(plan -> insured(plan).put("industry", "J6621"));

        assertThat(maker.decision()).isEqualTo(Decision.ACCEPT);
        assertThat(pending(bank))
                .containsExactly(
                        "Q-J1-REPORTING",
                        "Q-J2-TRANSFER",
                        "Q-J3-FRAUD",
                        "Q-J4-SWITCH",
                        "Q-J5-OUTSOURCING",
                        "Q-J6-SHARING");
    }

    /** The plan says that there is none, and by its facts there is. */
    @Test
    void importantDataRefersAndAsksForItsCatalogue() {
        QuoteOutcome outcome = decide(plan -> insured(plan).put("importantDataProcessor", true));

        assertThat(outcome.reasons()).extracting(Reason::id).containsExactly("GAT-GOV-013", "GAT-DAT-900");
        assertThat(pending(outcome)).containsExactly("Q-D2-IMPORTANT");
    }

    @Test
    void twoIncidentsInThreeYearsRefer() {
        QuoteOutcome outcome = decide(plan -> {
            incidents(plan, "GENERAL", "GENERAL");
            state(answer(plan, "Q-G8"), "YES");
        });

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons()).extracting(Reason::id).containsExactly("GAT-DET-011");
    }

    /** Too few protected office machines are an ordinary flag of 40 points. */
    @ParameterizedTest
    @CsvSource({"20000000, ACCEPT", "400000000, ACCEPT", "400000000.01, REFER"})
    void oneOrdinaryFlagRefersALargeRiskOnly(String revenue, Decision decision) {
        QuoteOutcome outcome = decide(plan -> {
            insured(plan).put("annualRevenueCny", revenue);
            raiseMargin(plan);
            ((ObjectNode) answer(plan, "Q-E1-TERMINAL")).put("value", "80");
        });

        assertThat(outcome.decision()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "/insureds/0/annualRevenueCny, enterprise.annualRevenueCny@I1",
        "/insureds/0/personalRecordCount, enterprise.personalRecordCount@I1",
        "/insureds/0/sensitiveRecordCount, enterprise.sensitiveRecordCount@I1",
        "/insureds/0/criticalInfrastructureOperator, enterprise.criticalInfrastructureOperator@I1",
        "/insureds/0/importantDataProcessor, enterprise.importantDataProcessor@I1",
        "/insureds/0/operationalTechnology, enterprise.operationalTechnology@I1",
        "/insureds/0/physicalDamagePossible, enterprise.physicalDamagePossible@I1",
        "/insureds/0/dataExport, enterprise.dataExport@I1",
        "/insureds/0/industrialInternetGrade, enterprise.industrialInternetGrade@I1",
        "/security/insuranceHistory, enterprise.scanAuthorisationRefused",
        "/security/insuranceHistory/scanAuthorisationRefused, enterprise.scanAuthorisationRefused",
        "/security/insuranceHistory/declinedBefore, enterprise.declinedBefore",
        "/informatization/systems/0/location, system.overseas@S1",
        "/informatization/systems/0/gradedProtection, system.protectionLevel@S1",
        "/informatization/systems/0/gradedProtection/conclusion, system.conclusion@S1",
        "/informatization/systems/1/gradedProtection/majorHazards, system.majorHazards@S2",
        "/security/incidents, incidents.countThreeYears",
        "/security/incidents, Q-G8",
        "/security/answers/Q-B3/date, Q-B3",
        "/security/answers/Q-P1/value, Q-P1",
        "/security/answers/Q-A2-PORTS/value, Q-A2-PORTS"
    })
    void aGateFactThatIsLeftOutIsPending(String place, String subject) {
        QuoteOutcome outcome = decide(plan -> parent(plan, place).remove(last(place)));

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(pending(outcome)).contains(subject);
    }

    @Test
    void systemsAndLevelsOfIncidentsAreGateFactsToo() {
        QuoteOutcome outcome = decide(plan -> {
            ((ObjectNode) plan.get("informatization")).putArray("systems");
            incidents(plan, "GENERAL");
            ((ObjectNode) plan.at("/security/incidents/0")).remove("level");
            state(answer(plan, "Q-G8"), "YES");
        });

        assertThat(pending(outcome)).contains("system.systemId", "incidents.majorCountThreeYears");
    }

    @Test
    void aPendingFactIsNamedInBothLanguages() {
        QuoteOutcome outcome = decide(plan -> insured(plan).remove("dataExport"));

        assertThat(outcome.assessment().pending()).singleElement().satisfies(pending -> {
            assertThat(pending.reason().en()).endsWith("whether data is exported (I1)");
            assertThat(pending.reason().zh()).endsWith("(I1)").doesNotContain("{");
        });
    }

    @Test
    void aControlSystemInThePlanIsOperationalTechnologyWhateverThePlanSays() {
        QuoteOutcome outcome = decide(plan -> {
            insured(plan).put("operationalTechnology", false).put("physicalDamagePossible", true);
            state(answer(plan, "Q-O2"), "NOT_ASKED");
        });

        assertThat(outcome.reasons()).extracting(Reason::id).contains("GAT-OTS-001");
        assertThat(pending(outcome)).containsExactly("Q-O2");
    }

    @Test
    void aCitedAssessmentIsPresentedBeforeTheCoverStarts() {
        QuoteOutcome outcome = decide(plan -> {
            measured(plan, "Q-A2-PORTS", "SCAN-2026-10");
            measured(plan, "Q-P2", "SCAN-2026-10");
        });

        assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT_WITH_CONDITIONS);
        assertThat(outcome.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.ruleId()).isEqualTo("GAT-EVI-001");
            assertThat(condition.kind()).isEqualTo(QuoteCondition.Kind.BEFORE_INCEPTION);
            assertThat(condition.subject()).isEqualTo("SCAN-2026-10");
        });
    }

    /** Seven characters are too few to name an assessment; the answer counts as documented. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "1234567", "        "})
    void aTextThatNamesNoAssessmentMeasuresNothing(String reference) {
        QuoteOutcome plain = decide(plan -> {});
        QuoteOutcome outcome = decide(plan -> measured(plan, "Q-A2-PORTS", reference));

        assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT);
        assertThat(outcome.assessment().overall())
                .isEqualByComparingTo(plain.assessment().overall());
    }

    private static void measured(ObjectNode plan, String question, String reference) {
        ((ObjectNode) answer(plan, question)).put("evidence", "MEASURED").put("assessmentReference", reference);
    }

    private static void small(ObjectNode plan) {
        insured(plan).put("annualRevenueCny", "20000000");
        raiseMargin(plan);
    }

    /** Interruption of 1,500,000 in thirty days is then below 20,000,000 × 95 % × 30 / 365 = 1,561,643. */
    private static void raiseMargin(ObjectNode plan) {
        insured(plan).put("grossMarginPercent", "95");
    }

    private static void incidents(ObjectNode plan, String... levels) {
        ArrayNode incidents = ((ObjectNode) plan.get("security")).putArray("incidents");
        for (String level : levels) {
            incidents
                    .addObject()
                    .put("insuredId", "I1")
                    .put("occurredOn", "2025-06-01")
                    .put("category", "MP")
                    .put("level", level)
                    .put("closed", true);
        }
    }

    private static void yes(ObjectNode plan, String... questions) {
        for (String question : questions) {
            ((ArrayNode) answers(plan))
                    .addObject()
                    .put("questionId", question)
                    .put("state", "YES")
                    .put("evidence", "DOCUMENTED")
                    .put("answeredOn", "2026-11-01");
        }
    }

    private static QuoteOutcome decide(Consumer<ObjectNode> change) {
        return GateFixtures.decide(MAKER, "sample-a", change);
    }
}
