package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panbao.quoting.GateFixtures.answer;
import static org.panbao.quoting.GateFixtures.answers;
import static org.panbao.quoting.GateFixtures.decide;
import static org.panbao.quoting.GateFixtures.insured;
import static org.panbao.quoting.GateFixtures.pending;
import static org.panbao.quoting.GateFixtures.put;
import static org.panbao.quoting.GateFixtures.state;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.quoting.AuthorityMatrix.Authority;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked on the short form and what refers it: two small firms of the inclusive product, in each test with one thing otherwise. */
class ShortFormDecisionsTest {

    @Test
    void theShortFormKeepsItsDefaultsForWhatItDoesNotAsk() {
        QuoteOutcome outcome = decide("dental-clinic.json", "sample-d", plan -> {
            ((ObjectNode) plan.get("security")).remove("insuranceHistory");
            insured(plan).remove(List.of("importantDataProcessor", "dataExport"));
        });

        assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT);
    }

    /** Its question was not applicable for want of incidents, which nobody states any more. */
    @Test
    void theShortFormAsksForIncidentsToo() {
        QuoteOutcome outcome = decide(
                "dental-clinic.json", "sample-d", plan -> ((ObjectNode) plan.get("security")).remove("incidents"));

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(pending(outcome)).containsExactlyInAnyOrder("incidents.countThreeYears", "Q-G8");
    }

    @Test
    void theShortFormAsksWhatItAsks() {
        QuoteOutcome outcome =
                decide("dental-clinic.json", "sample-d", plan -> state(answer(plan, "Q-B2"), "NOT_ASKED"));

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(pending(outcome)).containsExactly("Q-B2");
    }

    @ParameterizedTest
    @CsvSource({
        "Q-A2-PORTS, value",
        "Q-I2-EXPOSED, value",
        "Q-E1-TERMINAL, value",
        "Q-B3, date",
        "Q-P1, value",
        "Q-P2, value",
        "Q-L1, value"
    })
    void theShortFormAsksForTheFiguresOfItsQuestions(String question, String figure) {
        QuoteOutcome outcome =
                decide("guest-house.json", "sample-d", plan -> ((ObjectNode) answer(plan, question)).remove(figure));

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(pending(outcome)).containsExactly(question);
    }

    /** What would refer a firm alone is asked of the smallest too. */
    @ParameterizedTest
    @ValueSource(strings = {"criticalInfrastructureOperator", "personalRecordCount", "operationalTechnology"})
    void theShortFormAsksForFactsThatReferAlone(String fact) {
        QuoteOutcome outcome =
                decide("dental-clinic.json", "sample-d", plan -> insured(plan).remove(fact));

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(pending(outcome)).containsExactly("enterprise." + fact + "@I1");
    }

    @ParameterizedTest
    @CsvSource({"criticalInfrastructureOperator, true, GAT-GOV-012", "personalRecordCount, 10000001, GAT-DAT-002"})
    void suchAFactRefersTheShortForm(String fact, String value, String gate) {
        QuoteOutcome outcome =
                decide("dental-clinic.json", "sample-d", plan -> put(plan, "/insureds/0/" + fact, value));

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons()).extracting(Reason::id).contains(gate);
    }

    @Test
    void theShortFormAsksOfAPackWhatDecides() {
        QuoteOutcome outcome = decide("dental-clinic.json", "sample-d", plan -> {
            insured(plan).put("operationalTechnology", true).put("industry", "J6621");
            insured(plan).remove("physicalDamagePossible");
        });

        assertThat(pending(outcome))
                .containsExactlyInAnyOrder(
                        "enterprise.physicalDamagePossible@I1",
                        "Q-O2",
                        "Q-O8",
                        "Q-N1-OT",
                        "Q-J2-TRANSFER",
                        "Q-J3-FRAUD");
    }

    /** Clean and below the ceiling; the guest house has something to put right first. */
    @Test
    void theServiceAcceptsACleanInclusiveFormOnItsOwn() {
        assertThat(decide("dental-clinic.json", "sample-d", plan -> {}).neededAuthority())
                .isEqualTo(Authority.AUTOMATIC);
        assertThat(decide("guest-house.json", "sample-d", plan -> {}).neededAuthority())
                .isEqualTo(Authority.UNDERWRITER);
        assertThat(decide("machine-tool-maker.json", "sample-a", plan -> {}).neededAuthority())
                .isEqualTo(Authority.UNDERWRITER);
    }

    @Test
    void theShortFormDoesNotAskForFiguresOfOtherQuestions() {
        QuoteOutcome outcome = decide(
                "dental-clinic.json",
                "sample-d",
                plan -> ((ArrayNode) answers(plan))
                        .addObject()
                        .put("questionId", "Q-R2")
                        .put("state", "YES"));

        assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT);
    }

    @Test
    void aProductForTheFullFormIsReferredOnTheShortOne() {
        QuoteOutcome outcome = decide("dental-clinic.json", "sample-a", plan -> {});

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons()).extracting(Reason::id).contains("QUO-FORM");
    }
}
