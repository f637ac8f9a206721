package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A clinic on the short form states one exposure more, and answers well what is asked because of it. */
class MoreExposureTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    private static final Map<String, Consumer<ObjectNode>> EXPOSURES = Map.of(
            "control systems",
            plan -> {
                insured(plan).put("operationalTechnology", true).put("physicalDamagePossible", false);
                answers(plan, "Q-O8", "Q-N1-OT");
                yes(plan, "Q-O2").put("value", "0");
            },
            "vehicles",
            plan -> {
                insured(plan).put("connectedVehicles", 50);
                answers(plan, "Q-V4", "Q-V5-REMOTE");
            },
            "cloud",
            plan -> {
                ((ArrayNode) plan.withObject("/informatization").withArray("systems"))
                        .addObject()
                        .put("systemId", "S9")
                        .put("name", "S9")
                        .put("kind", "OFFICE")
                        .put("hosting", "PUBLIC_CLOUD")
                        .put("location", "MAINLAND")
                        .put("internetFacing", false)
                        .put("importance", 2);
                answers(plan, "Q-H3");
            },
            "incident",
            plan -> ((ObjectNode) plan.get("security"))
                    .putArray("incidents")
                    .addObject()
                    .put("occurredOn", "2025-03-01")
                    .put("kind", "MP")
                    .put("closed", true));

    private static ObjectNode insured(ObjectNode plan) {
        return (ObjectNode) plan.at("/insureds/0");
    }

    private static void answers(ObjectNode plan, String... questions) {
        for (String question : questions) {
            yes(plan, question);
        }
    }

    private static ObjectNode yes(ObjectNode plan, String question) {
        return ((ArrayNode) plan.at("/security/answers"))
                .addObject()
                .put("questionId", question)
                .put("state", "YES")
                .put("evidence", "DOCUMENTED")
                .put("answeredOn", "2026-11-13");
    }

    private static BigDecimal premium(List<String> exposures) {
        QuoteOutcome outcome = QuoteDecider.decide(
                SamplePlans.input(
                        "dental-clinic.json",
                        "sample-d",
                        RULEBOOK,
                        plan -> exposures.forEach(name -> EXPOSURES.get(name).accept(plan))),
                RULEBOOK);
        return outcome.rating().termTotal().amountCny();
    }

    @Test
    void neverLowersThePremium() {
        List<String> names = List.copyOf(new TreeMap<>(EXPOSURES).keySet());
        Map<Integer, BigDecimal> premiums = new TreeMap<>();
        for (int set = 0; set < 1 << names.size(); set++) {
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if ((set >> i & 1) == 1) {
                    chosen.add(names.get(i));
                }
            }
            premiums.put(set, premium(chosen));
        }

        for (int set = 0; set < 1 << names.size(); set++) {
            for (int i = 0; i < names.size(); i++) {
                assertThat(premiums.get(set | 1 << i))
                        .as(names + " " + set + " + " + i)
                        .isGreaterThanOrEqualTo(premiums.get(set));
            }
        }
    }

    @Test
    void badlyControlledItStillCosts() {
        QuoteOutcome outcome = QuoteDecider.decide(
                SamplePlans.input("dental-clinic.json", "sample-d", RULEBOOK, plan -> {
                    EXPOSURES.get("control systems").accept(plan);
                    plan.at("/security/answers").forEach(answer -> {
                        if (answer.path("questionId").asString().matches("Q-O8|Q-N1-OT|Q-O2")) {
                            ((ObjectNode) answer).put("state", "NO").remove("value");
                        }
                    });
                }),
                RULEBOOK);

        assertThat(outcome.rating().termTotal().amountCny()).isGreaterThan(premium(List.of()));
    }

    /** Of duties by grade the short form asks nothing. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true"})
    void aFirmWithDutiesByGradeFillsInTheFullForm(int grade, boolean refers) {
        QuoteOutcome outcome = QuoteDecider.decide(
                SamplePlans.input(
                        "dental-clinic.json",
                        "sample-d",
                        RULEBOOK,
                        plan -> insured(plan).put("industrialInternetGrade", grade)),
                RULEBOOK);

        assertThat(outcome.reasons().stream().map(Reason::id).anyMatch("QUO-FORM"::equals))
                .isEqualTo(refers);
        assertThat(outcome.decision() == Decision.REFER).isEqualTo(refers);
    }
}
