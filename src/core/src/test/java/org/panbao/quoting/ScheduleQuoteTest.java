package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rating.InputValue;
import org.panbao.rating.RatingResult;
import org.panbao.rating.Term;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import org.panbao.rulebook.SmallRelease;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schedules of the sample book, changed here and there. The paper group wants DR 3,000,000, IR 1,000,000 and BI 100,000 a day
 * for 30 days under an aggregate of 6,000,000; its insureds have limits of 1,700,000, 4,000,000 and 3,000,000.
 */
class ScheduleQuoteTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    private static QuoteOutcome paperGroup(Consumer<ObjectNode> change) {
        return QuoteDecider.decide(SamplePlans.input("paper-group.json", "sample-a", RULEBOOK, change), RULEBOOK);
    }

    private static ObjectNode insured(ObjectNode plan, int position) {
        return (ObjectNode) plan.path("insureds").get(position);
    }

    private static void answer(ObjectNode plan, String question, String insuredId, String state) {
        ((ArrayNode) plan.path("security").path("answers"))
                .addObject()
                .put("questionId", question)
                .put("insuredId", insuredId)
                .put("state", state)
                .put("evidence", "DECLARED")
                .put("answeredOn", "2026-11-20");
    }

    private static InsuredOutcome of(QuoteOutcome outcome, String id) {
        return outcome.insureds().stream()
                .filter(each -> each.insured().insuredId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal premium(QuoteOutcome outcome, String id) {
        return of(outcome, id).premium().termPremium().amountCny();
    }

    /** A day pays at most 1,700,000 / 30 = 56,666.66, a part of a fen left out: 1,699,999.80 in 30 days. */
    @Test
    void noCoverOfAnInsuredIsAboveItsOwnLimit() {
        QuoteOutcome outcome = paperGroup(plan -> {});

        assertThat(amounts(outcome, "I1"))
                .isEqualTo(Map.of("DR", "1700000.00", "IR", "1000000.00", "BI", "1699999.80"));
        assertThat(amounts(outcome, "I2"))
                .isEqualTo(Map.of("DR", "3000000.00", "IR", "1000000.00", "BI", "3000000.00"));
        // 1,700,000 + 1,000,000 + 1,699,999.80 + 2 × 7,000,000
        assertThat(register(outcome, "sumOfLimits")).isEqualByComparingTo("18399999.80");
        assertThat(outcome.sumInsuredCny()).isEqualByComparingTo("6000000");
        assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT);
    }

    private static Map<String, String> amounts(QuoteOutcome outcome, String id) {
        return of(outcome, id).amountsCny().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().setScale(2).toPlainString()));
    }

    private static BigDecimal register(QuoteOutcome outcome, String register) {
        return outcome.rating().steps().stream()
                .filter(step -> step.register().equals(register))
                .reduce((first, last) -> last)
                .orElseThrow()
                .value();
    }

    @Test
    void withoutALimitOfItsOwnAnInsuredHasThoseOfTheCovers() {
        QuoteOutcome outcome = paperGroup(plan -> insured(plan, 1).remove("limitCny"));

        assertThat(amounts(outcome, "I2"))
                .isEqualTo(Map.of("DR", "3000000.00", "IR", "1000000.00", "BI", "3000000.00"));
    }

    @Test
    void theRatioToTheAggregateIsThatOfAllInsureds() {
        QuoteOutcome outcome = paperGroup(plan -> {});

        // 6,000,000 / 18,399,999.80 = 0.32609 in [0.3, 0.6): 0.8 + 0.1 × 0.02609 / 0.3 = 0.8087
        assertThat(register(outcome, "AGGREGATE_RATIO")).isEqualByComparingTo("0.8087");
        // 6,000,000 / 3,000,000
        assertThat(register(outcome, "EVENT_RATIO")).isEqualByComparingTo("1.2");
    }

    @Test
    void aBadAnswerOfOneInsuredMovesOnlyItsOwnPremiumAndDecidesForAll() {
        QuoteOutcome before = paperGroup(plan -> {});
        QuoteOutcome after = paperGroup(plan -> answer(plan, "Q-I2-EXPOSED", "I3", "NO"));

        assertThat(premium(after, "I1")).isEqualByComparingTo(premium(before, "I1"));
        assertThat(premium(after, "I2")).isEqualByComparingTo(premium(before, "I2"));
        assertThat(premium(after, "I3")).isGreaterThan(premium(before, "I3"));
        assertThat(after.decision()).isEqualTo(Decision.ACCEPT_WITH_CONDITIONS);
        assertThat(after.reasons())
                .filteredOn(reason -> reason.id().equals("GAT-IDN-007"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.insureds()).containsExactly("I3"));
        assertThat(after.conditions())
                .filteredOn(condition -> condition.ruleId().equals("GAT-IDN-007"))
                .singleElement()
                .satisfies(condition -> assertThat(condition.insureds()).containsExactly("I3"));
        assertThat(of(after, "I3").assessment().gates())
                .anyMatch(gate -> gate.ruleId().equals("GAT-IDN-007"));
        assertThat(of(after, "I1").assessment().gates())
                .noneMatch(gate -> gate.ruleId().equals("GAT-IDN-007"));
    }

    /** In a release in which payments without a call-back block the restoration of data (P03) instead of transfers. */
    @Test
    void aBlockedCoverIsNeitherPaidNorChargedForItsInsuredAlone() {
        ReleaseFiles changed = SmallRelease.with(
                "rules/gates/gates.csv", "GAT-PAY-001,COVER_BLOCK,,,P12", "GAT-PAY-001,COVER_BLOCK,,,P03");
        try (Rulebook rulebook = Rulebook.load(changed, RuleCache.none())) {
            QuoteInput input = SamplePlans.input(
                    "paper-group.json", "sample-a", rulebook, plan -> answer(plan, "Q-F3-CALLBACK", "I3", "NO"));
            QuoteOutcome outcome = QuoteDecider.decide(input, rulebook);

            assertThat(of(outcome, "I3").unpayable()).contains("P03");
            assertThat(of(outcome, "I1").unpayable()).doesNotContain("P03");
            assertThat(amounts(outcome, "I3")).containsOnlyKeys("IR", "BI");
            assertThat(amounts(outcome, "I1")).containsOnlyKeys("DR", "IR", "BI");
            assertThat(outcome.coverage())
                    .filteredOn(line -> line.advice().item().equals("P03"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.notPaidTo()).containsExactly("I3");
                        assertThat(line.availability()).isEqualTo(CoverageLine.Availability.INSURED);
                    });
            assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT_WITH_CONDITIONS);
        }
    }

    /** Half a year is 60 %; the limits stay as they are, and with them the ratio that all share. */
    @Test
    void aJoinerChangesOnlyItsOwnPremium() {
        QuoteOutcome before = paperGroup(plan -> {});
        QuoteOutcome after = paperGroup(plan -> insured(plan, 2).put("joinedOn", "2027-07-01"));

        assertThat(premium(after, "I1")).isEqualByComparingTo(premium(before, "I1"));
        assertThat(premium(after, "I2")).isEqualByComparingTo(premium(before, "I2"));
        assertThat(premium(after, "I3"))
                .isEqualByComparingTo(
                        premium(before, "I3").multiply(new BigDecimal("0.60")).setScale(2, RoundingMode.HALF_UP));
    }

    @Test
    void everyShapeOfTheSampleBookIsRatedInsuredByInsured() {
        Map<String, Integer> shapes =
                Map.of("paper-group.json", 3, "industrial-park.json", 5, "security-vendor.json", 3);
        shapes.forEach((file, count) -> {
            QuoteOutcome outcome =
                    QuoteDecider.decide(SamplePlans.input(file, "sample-a", RULEBOOK, plan -> {}), RULEBOOK);

            assertThat(outcome.insureds()).as(file).hasSize(count);
            BigDecimal sum = outcome.insureds().stream()
                    .map(insured -> insured.premium().termPremium().amountCny())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(outcome.rating().termTotal().amountCny()).as(file).isEqualByComparingTo(sum);
        });
    }

    /** Every gate of an insured is one of the schedule: the worst of all counts. */
    @Test
    void noInsuredHasAGateThatTheScheduleHasNot() {
        for (String file : List.of("paper-group.json", "industrial-park.json", "security-vendor.json")) {
            QuoteOutcome outcome =
                    QuoteDecider.decide(SamplePlans.input(file, "sample-a", RULEBOOK, plan -> {}), RULEBOOK);
            List<String> ofAll = outcome.assessment().gates().stream()
                    .map(gate -> gate.ruleId() + " " + gate.subject())
                    .toList();
            assertThat(outcome.insureds())
                    .as(file)
                    .allSatisfy(insured -> assertThat(insured.assessment().gates())
                            .allMatch(gate -> ofAll.contains(gate.ruleId() + " " + gate.subject())));
        }
    }

    /** 390,000 / 30 = 13,000 a day; from 1 January to 29 June six months have begun. */
    @Test
    void theTenantThatLeavesInJunePaysForSixMonths() {
        QuoteOutcome outcome = QuoteDecider.decide(
                SamplePlans.input("industrial-park.json", "sample-a", RULEBOOK, plan -> {}), RULEBOOK);

        RatingResult.InsuredPremium leaver = of(outcome, "I5").premium();
        assertThat(leaver.termPremium().amountCny())
                .isEqualByComparingTo(leaver.annual()
                        .amountCny()
                        .multiply(new BigDecimal("0.60"))
                        .setScale(2, RoundingMode.HALF_UP));
        assertThat(amounts(outcome, "I5")).containsEntry("BI", "390000.00");
        assertThat(outcome.decision()).isEqualTo(Decision.ACCEPT_WITH_CONDITIONS);
    }

    /** The gross margin of 30 days of I3 is 220,000,000 × 19 % × 30 / 365 = 3,435,616: 3,800,000 is more than 10 % above. */
    @Test
    void overInsuranceIsThatOfEachInsured() {
        QuoteOutcome outcome = paperGroup(plan -> {
            insured(plan, 2).put("limitCny", "3800000.00");
            ObjectNode interruption =
                    (ObjectNode) plan.path("need").path("covers").get(2);
            interruption.put("limitCny", "3900000.00").put("dailyLimitCny", "130000.00");
            insured(plan, 1).put("limitCny", "3900000.00");
        });

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons())
                .filteredOn(reason -> reason.id().equals("QUO-OVER-INSURANCE"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.insureds()).containsExactly("I3"));
    }

    @Test
    void aProductThatFilesNoScheduleIsReferredAndPricesNothing() {
        QuoteOutcome outcome = QuoteDecider.decide(
                SamplePlans.input("guest-house.json", "sample-d", RULEBOOK, plan -> {
                    ObjectNode branch = insured(plan, 0).deepCopy();
                    branch.put("insuredId", "I2").put("relationship", "BRANCH");
                    ((ArrayNode) plan.path("insureds")).add(branch);
                }),
                RULEBOOK);

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons()).extracting(Reason::id).contains("QUO-SCHEDULE");
        assertThat(outcome.insureds()).isEmpty();
        assertThat(outcome.rating()).isNull();
        assertThat(outcome.reasons()).extracting(Reason::id).doesNotContain("QUO-NO-COVER");
        assertThat(outcome.neededAuthority()).isEqualTo(Authority.HEAD_OFFICE);
    }

    /** A tenant more than a hundred is neither cheaper nor easier to accept. */
    @Test
    void aScheduleLargerThanFiledIsNotPriced() {
        QuoteOutcome outcome = paperGroup(plan -> {
            for (int i = 4; i <= 101; i++) {
                ObjectNode more = insured(plan, 0).deepCopy();
                ((ArrayNode) plan.path("insureds"))
                        .add(more.put("insuredId", "I" + i).put("relationship", "SUBSIDIARY"));
            }
        });

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons()).extracting(Reason::id).contains("QUO-SCHEDULE");
        assertThat(outcome.rating()).isNull();
        assertThat(outcome.sumInsuredCny()).isNull();
        assertThat(outcome.neededAuthority()).isEqualTo(Authority.HEAD_OFFICE);
    }

    /** The limits come to 18,399,999.80. */
    @Test
    void anAggregateAboveTheSumOfLimitsIsToldByItsAmounts() {
        assertThatThrownBy(() -> paperGroup(plan -> {
                    ((ObjectNode) plan.get("need")).put("aggregateLimitCny", "18500000.00");
                }))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings()).anySatisfy(finding -> {
                            assertThat(finding.code()).isEqualTo("aggregate-above-sum");
                            assertThat(finding.pointer()).isEqualTo("/plan/need/aggregateLimitCny");
                            assertThat(finding.message().en()).contains("18500000", "18399999.80");
                        }));
    }

    /** The product files no schedule: neither the lower limit nor the later beginning is in its premium. */
    @ParameterizedTest
    @CsvSource({"limitCny, 150000.00", "joinedOn, 2027-02-01", "leavesOn, 2027-06-30"})
    void aSingleInsuredWithTermsOfItsOwnIsReferredWhereNoneAreFiled(String field, String value) {
        QuoteOutcome plain = QuoteDecider.decide(
                SamplePlans.input("dental-clinic.json", "sample-d", RULEBOOK, plan -> {}), RULEBOOK);
        QuoteOutcome outcome = QuoteDecider.decide(
                SamplePlans.input(
                        "dental-clinic.json",
                        "sample-d",
                        RULEBOOK,
                        plan -> insured(plan, 0).put(field, value)),
                RULEBOOK);

        assertThat(plain.decision()).isEqualTo(Decision.ACCEPT);
        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons()).extracting(Reason::id).containsExactly("QUO-SCHEDULE");
        assertThat(outcome.rating().termTotal()).isEqualTo(plain.rating().termTotal());
    }

    @Test
    void aScheduleLargerThanFiledIsReferred() {
        QuoteOutcome outcome = paperGroup(plan -> {
            ObjectNode third = insured(plan, 2);
            for (int i = 4; i <= 101; i++) {
                ((ArrayNode) plan.path("insureds")).add(third.deepCopy().put("insuredId", "I" + i));
            }
        });

        assertThat(outcome.reasons()).extracting(Reason::id).contains("QUO-SCHEDULE");
        assertThat(outcome.insureds()).isEmpty();
    }

    /** A single insured with a limit of its own is a schedule of one. */
    @Test
    void aSingleInsuredKeepsItsOwnLimit() {
        QuoteOutcome outcome = paperGroup(plan -> {
            ((ArrayNode) plan.path("insureds")).remove(2);
            ((ArrayNode) plan.path("insureds")).remove(0);
            insured(plan, 0).put("limitCny", "2400000.00");
            ((ObjectNode) plan.path("need")).put("aggregateLimitCny", "5000000.00");
        });

        assertThat(amounts(outcome, "I2"))
                .isEqualTo(Map.of("DR", "2400000.00", "IR", "1000000.00", "BI", "2400000.00"));
    }

    /** The request's own limit is held too; the terms shown are those of the insured with the most. */
    @Test
    void aLimitOfTheRequestIsHeldByEachOwnLimit() {
        QuoteInput asked = SamplePlans.input("paper-group.json", "sample-a", RULEBOOK, plan -> {});
        QuoteOutcome outcome = QuoteDecider.decide(
                new QuoteInput(
                        asked.profile(),
                        asked.productId(),
                        asked.insurer(),
                        Map.of("DR", Map.of("limit", InputValue.of("3500000"))),
                        Map.of("aggregateLimit", InputValue.of("6000000")),
                        Map.of(),
                        Term.YEAR,
                        asked.authority(),
                        asked.planAssertion(),
                        asked.contract(),
                        asked.insureds()),
                RULEBOOK);

        // I1 1,700,000 and I3 3,000,000 by their own limits, I2 as asked
        assertThat(register(outcome, "sumOfLimits")).isEqualByComparingTo("8200000");
        assertThat(outcome.coverage())
                .filteredOn(line -> line.advice().item().equals("P03"))
                .singleElement()
                .satisfies(line -> assertThat(line.insured().limit()).isEqualTo("3500000"));
    }

    /**
     * The limits add up to 1,700,000 + 1,000,000 + 30 × 56,666.66 + 2 × 7,000,000 = 18,399,999.80; without the cutting it were
     * 18,400,000. At the sum of the limits the ratio is 1, which is filed as 1.1.
     */
    @Test
    void anAggregateAboveTheSumByTheCuttingAloneIsTheSum() {
        QuoteOutcome outcome = paperGroup(plan -> aggregate(plan, "18400000.00"));

        assertThat(outcome.sumInsuredCny()).isEqualByComparingTo("18399999.80");
        assertThat(register(outcome, "AGGREGATE_RATIO")).isEqualByComparingTo("1.1");
        // the limit per event is no more than the aggregate: 1 is filed as 1.5
        assertThat(register(outcome, "EVENT_RATIO")).isEqualByComparingTo("1.5");
        assertThat(outcome.warnings())
                .filteredOn(finding -> finding.code().equals("aggregate-above-cut-limits"))
                .extracting(Finding::pointer)
                .containsExactly("/plan/need/perEventLimitCny", "/plan/need/aggregateLimitCny");
    }

    /** A fen more than the limits without the cutting is on no filed row, and neither limit is changed. */
    @Test
    void anAggregateAboveTheLimitsAsAskedIsRefused() {
        Problem problem = catchThrowableOfType(Problem.class, () -> paperGroup(plan -> aggregate(plan, "18400000.01")));

        assertThat(problem.code()).isEqualTo(ProblemCode.OFF_TABLE);
    }

    private static void aggregate(ObjectNode plan, String limitCny) {
        ((ObjectNode) plan.path("need")).put("aggregateLimitCny", limitCny).put("perEventLimitCny", limitCny);
    }
}
