package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Finding;
import org.panbao.rating.InputValue;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import tools.jackson.databind.node.ObjectNode;

/** No figure of a wanted cover is dropped in silence. */
class UnheardWishesTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();
    private static final String MAKER = "machine-tool-maker.json";

    @Test
    void aDeductibleInYuanIsToldWhereTheProductHasAShare() {
        QuoteOutcome outcome = decide(MAKER, "sample-a", Map.of(), plan -> {
            cover(plan, 0).remove("deductiblePercent");
            cover(plan, 0).put("deductibleCny", "5000.00");
        });

        assertThat(outcome.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("wish-without-term");
            assertThat(warning.pointer()).isEqualTo("/plan/need/covers/0/deductibleCny");
            assertThat(warning.message().en()).contains("deductibleCny 5000.00 for P03", "Deductible per event 10");
            assertThat(warning.message().zh()).contains("deductibleCny 5000.00", "每次事故免赔率 10");
        });
        assertThat(share(outcome, "P03")).satisfies(term -> {
            assertThat(term.defaulted()).isTrue();
            assertThat(term.asked()).isEqualTo("deductibleCny 5000.00");
            assertThat(term.reason().en()).contains("deductibleCny 5000.00").doesNotContain("Nobody");
            assertThat(term.reason().zh()).contains("deductibleCny 5000.00").doesNotContain("无人提出");
        });
        assertThat(share(outcome, "P07").asked()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "machine-tool-maker.json, sample-a, waitingHours, 20, Deductible per event 10",
        "machine-tool-maker.json, sample-a, dailyLimitCny, 7000, Limit 2000000.00",
        "guest-house.json, sample-d, waitingHours, 20, Deductible per event 5000.00",
        "guest-house.json, sample-d, deductiblePercent, 20, Deductible per event 5000.00",
        "guest-house.json, sample-d, indemnityDays, 30, Aggregate limit 500000.00"
    })
    void aFigureWithoutATermIsToldWithWhatStands(
            String file, String product, String field, String value, String instead) {
        QuoteOutcome outcome = decide(file, product, Map.of(), plan -> {
            if (field.equals("indemnityDays")) {
                cover(plan, 0).put(field, Integer.parseInt(value));
            } else {
                cover(plan, 0).put(field, value);
            }
        });

        assertThat(outcome.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("wish-without-term");
            assertThat(warning.pointer()).isEqualTo("/plan/need/covers/0/" + field);
            assertThat(warning.message().en())
                    .contains(field + " " + value + " for P03")
                    .endsWith(instead);
            assertThat(warning.message().zh()).contains(field + " " + value);
        });
    }

    /** 50,000 × 30 = 1,500,000. */
    @ParameterizedTest
    @CsvSource({"1500000.00, false, false", "1000000.00, true, true", "100000.00, true, true", "2000000.00, true, false"
    })
    void aLimitThatTheDaysDoNotComeToIsTold(String limit, boolean told, boolean referred) {
        QuoteOutcome outcome =
                decide(MAKER, "sample-a", Map.of(), plan -> cover(plan, 2).put("limitCny", limit));

        assertThat(insured(outcome, "P01").limit()).isEqualTo("1500000.00");
        assertThat(outcome.decision()).isEqualTo(referred ? Decision.REFER : Decision.ACCEPT);
        assertThat(outcome.reasons())
                .extracting(Reason::id)
                .isEqualTo(referred ? List.of("QUO-ABOVE-WISH") : List.of());
        assertThat(outcome.warnings()).hasSize(told ? 1 : 0).allSatisfy(warning -> {
            assertThat(warning.code()).isEqualTo("wish-overridden");
            assertThat(warning.pointer()).isEqualTo("/plan/need/covers/2/limitCny");
            assertThat(warning.message().en()).contains("limitCny " + limit + " for P01", "Limit 1500000.00");
            assertThat(warning.message().zh()).contains(limit, "限额 1500000.00");
        });
    }

    /** 40,000 × 30 = 1,200,000, above 1,000,000; whoever stated it in the request has seen it. */
    @Test
    void aRequestsOwnDailyLimitIsToldAndNotReferred() {
        Map<String, InputValue> interruption =
                Map.of("dailyLimit", InputValue.of("40000"), "indemnityDays", InputValue.of("30"));
        QuoteOutcome outcome = decide(
                MAKER,
                "sample-a",
                Map.of("DR", Map.of(), "IR", Map.of(), "BI", interruption),
                plan -> cover(plan, 2).put("limitCny", "1000000.00"));

        assertThat(outcome.reasons()).extracting(Reason::id).doesNotContain("QUO-ABOVE-WISH");
        assertThat(outcome.warnings()).extracting(Finding::code).containsExactly("wish-overridden");
        assertThat(insured(outcome, "P01").limit()).isEqualTo("1200000");
    }

    /** 300,000 and 200,000 are wanted; the plan's aggregate of 400,000 stands for both. */
    @Test
    void limitsThatTheAggregateStandsForAreTold() {
        QuoteOutcome outcome = decide(
                "guest-house.json",
                "sample-d",
                Map.of(),
                plan -> ((ObjectNode) plan.get("need")).put("aggregateLimitCny", "400000.00"));

        assertThat(outcome.warnings())
                .allSatisfy(warning -> assertThat(warning.message().en()).endsWith("Aggregate limit 400000.00"))
                .extracting(Finding::pointer)
                .containsExactly("/plan/need/covers/0/limitCny", "/plan/need/covers/1/limitCny");
    }

    private static InsuredTerms insured(QuoteOutcome outcome, String item) {
        return outcome.coverage().stream()
                .filter(line -> line.advice().item().equals(item))
                .findFirst()
                .orElseThrow()
                .insured();
    }

    private static InsuredTerms.Term share(QuoteOutcome outcome, String item) {
        return insured(outcome, item).terms().stream()
                .filter(term -> term.parameter().equals("deductiblePercent"))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode cover(ObjectNode plan, int place) {
        return (ObjectNode) plan.get("need").get("covers").get(place);
    }

    private static QuoteOutcome decide(
            String file, String product, Map<String, Map<String, InputValue>> covers, Consumer<ObjectNode> change) {
        QuoteInput plain = SamplePlans.input(file, product, RULEBOOK, change);
        return QuoteDecider.decide(
                new QuoteInput(
                        plain.profile(),
                        product,
                        plain.insurer(),
                        covers,
                        Map.of(),
                        Map.of(),
                        plain.term(),
                        plain.authority(),
                        plain.planAssertion(),
                        ContractTerms.USUAL,
                        List.of()),
                RULEBOOK);
    }
}
