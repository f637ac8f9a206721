package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.quoting.CoverageLine.Availability;
import org.panbao.rating.Choice;
import org.panbao.rating.InputValue;
import org.panbao.rating.RatingResult.ChoiceUsed;
import org.panbao.rulebook.CoverStatus;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import tools.jackson.databind.node.ObjectNode;

/** How the terms of a quote come from request, plan and product, and what is said where they differ. */
class PricedTermsTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    /** A request beside the plan. */
    private record Request(
            Map<String, Map<String, InputValue>> covers,
            Map<String, InputValue> parameters,
            Map<String, Choice> choices) {
        static final Request NONE = new Request(Map.of(), Map.of(), Map.of());
    }

    @ParameterizedTest
    @CsvSource({"12, 0.5, 3", "71.9, 2.9958, 3", "73, 3.0417, 5", "241, 10.0417, 15"})
    void aWaitingTimeBetweenFiledOnesTakesTheNextLongerOne(String hours, String asked, String days) {
        QuoteOutcome outcome = decide("machine-tool-maker.json", plan -> wish(plan, "P01", "waitingHours", hours));

        InsuredTerms insured = line(outcome, "P01").insured();
        assertThat(insured.waitingDays()).isEqualTo(days);
        assertThat(term(insured, "waitingDays")).satisfies(term -> {
            assertThat(term.asked()).isEqualTo(asked);
            assertThat(term.defaulted()).isFalse();
            assertThat(term.reason().en()).contains(asked);
        });
        assertThat(outcome.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("wish-between-rows");
            assertThat(warning.pointer()).isEqualTo("/plan/need/covers/2/waitingHours");
            assertThat(warning.message().en()).contains(asked).contains(" " + days + " ");
            assertThat(warning.message().zh()).contains(asked);
        });
    }

    @ParameterizedTest
    @CsvSource({"72, 3", "120, 5", "840, 35"})
    void aFiledWaitingTimeStandsAsItIs(String hours, String days) {
        QuoteOutcome outcome = decide("machine-tool-maker.json", plan -> wish(plan, "P01", "waitingHours", hours));

        assertThat(line(outcome, "P01").insured().waitingDays()).isEqualTo(days);
        assertThat(outcome.warnings()).isEmpty();
    }

    @Test
    void aRequestsOwnValueHasToBeFiled() {
        Map<String, InputValue> interruption = Map.of("waitingDays", InputValue.of("0.5"));
        Problem problem = refused("machine-tool-maker.json", "sample-a", with(Map.of("BI", interruption)), plan -> {});

        assertThat(problem.code()).isEqualTo(ProblemCode.OFF_TABLE);
        assertThat(problem.findings()).extracting(Finding::pointer).contains("/covers/BI/waitingDays");
    }

    @Test
    void aValueOfThePlanThatCannotStandIsShownInThePlan() {
        Problem problem = refused("dental-clinic.json", "sample-d", Request.NONE, plan -> {
            need(plan).put("perEventLimitCny", "500000.01");
            wish(plan, "P03", "deductibleCny", "20000.01");
            wish(plan, "P07", "deductibleCny", "20000.01");
        });

        assertThat(problem.findings())
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/plan/need/perEventLimitCny", "/plan/need/covers/0/deductibleCny");
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 10", "10, 0, 0"})
    void itemsOfOneCoverThatAskForDifferentDeductiblesAreNamed(String first, String second, String taken) {
        QuoteOutcome outcome = decide("machine-tool-maker.json", plan -> {
            wish(plan, "P03", "deductiblePercent", first);
            ((ObjectNode) plan.path("need").path("covers").get(1))
                    .put("item", "P04")
                    .put("deductiblePercent", second);
        });

        assertThat(line(outcome, "P03").insured().deductiblePercent()).isEqualTo(taken);
        assertThat(outcome.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("wishes-differ");
            assertThat(warning.pointer()).startsWith("/plan/need/covers/");
            assertThat(warning.message().en()).contains("P03 " + first + ", P04 " + second + ")");
            assertThat(warning.message().en()).contains("; " + taken + " is taken");
            assertThat(warning.message().zh()).contains("P04 " + second);
        });
    }

    @Test
    void termsThatNobodyStatedAreShownWithTheirReason() {
        QuoteOutcome property = decide(
                "security-vendor.json",
                plan -> plan.path("need")
                        .path("covers")
                        .forEach(cover -> ((ObjectNode) cover).remove("deductiblePercent")));
        InsuredTerms recovery = line(property, "P03").insured();
        assertThat(recovery.defaulted()).containsExactlyInAnyOrder("subLimit", "deductiblePercent", "retroactiveYears");
        assertThat(term(recovery, "subLimit").value()).isEqualTo("NONE");
        assertThat(recovery.terms())
                .filteredOn(InsuredTerms.Term::defaulted)
                .allSatisfy(term -> assertThat(term.reason().en())
                        .contains("Nobody stated it")
                        .doesNotContainPattern("\\p{IsHan}"));
        assertThat(recovery.terms())
                .extracting(InsuredTerms.Term::parameter)
                .doesNotContain("channel", "lossRatioPercent");

        QuoteOutcome inclusive = decide("dental-clinic.json", "sample-d", Request.NONE, plan -> {
            need(plan).remove(List.of("instalments", "perEventLimitCny"));
            plan.path("need").path("covers").forEach(cover -> ((ObjectNode) cover).remove("deductibleCny"));
            ((ObjectNode) plan.path("security")).remove("insuranceHistory");
        });
        assertThat(line(inclusive, "P03").insured().defaulted())
                .containsExactlyInAnyOrder("deductible", "renewalYears", "instalments", "perEventLimit");
    }

    @Test
    void anItemWithoutACoverIsUnmappedInThisProductAndStaysAdvised() {
        QuoteOutcome outcome = decide("software-house.json", plan -> {});

        CoverageLine outsourcer = line(outcome, "L04");
        assertThat(outsourcer.status()).isEqualTo(CoverStatus.UNMAPPED);
        assertThat(outsourcer.advice().status()).isEqualTo(CoverStatus.CONDITIONAL);
        assertThat(outsourcer.availability()).isEqualTo(Availability.ADVISED_NOT_AVAILABLE);
        assertThat(outsourcer.advice().limit()).isNotNull();
        assertThat(outcome.coverage())
                .filteredOn(line -> line.carriedBy() == null)
                .noneMatch(line -> line.status().isPayable());
        assertThat(line(outcome, "P03").status()).isEqualTo(CoverStatus.COVERED);
        assertThat(line(outcome, "P07").status()).isEqualTo(CoverStatus.CONDITIONAL);
    }

    /** 2,000,000 × 27.5 % × 30 ÷ 365 = 45,205.48; 250,000 × 30 = 7,500,000. */
    @Test
    void aLimitAboveWhatCouldBeLostIsReferred() {
        QuoteOutcome wished = decide("machine-tool-maker.json", plan -> {
            insured(plan).put("annualRevenueCny", "2000000").put("grossMarginPercent", "27.5");
            wish(plan, "P01", "dailyLimitCny", "250000.00");
        });
        assertOverInsured(wished, "P01", "/plan/need/covers/2/dailyLimitCny");

        Map<String, InputValue> interruption = Map.of(
                "dailyLimit", InputValue.of("250000"),
                "indemnityDays", InputValue.of("30"),
                "waitingDays", InputValue.of("3"));
        QuoteOutcome requested = decide(
                "machine-tool-maker.json",
                "sample-a",
                with(Map.of("BI", interruption)),
                plan -> insured(plan).put("annualRevenueCny", "2000000").put("grossMarginPercent", "27.5"));
        assertOverInsured(requested, "BI", "/covers/BI/dailyLimit");
    }

    private static void assertOverInsured(QuoteOutcome outcome, String subject, String pointer) {
        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons())
                .filteredOn(reason -> reason.id().equals("QUO-OVER-INSURANCE"))
                .singleElement()
                .extracting(Reason::subject)
                .isEqualTo(subject);
        assertThat(outcome.warnings())
                .filteredOn(warning -> warning.code().equals("over-insured"))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.pointer()).isEqualTo(pointer);
                    assertThat(warning.message().en()).contains("7500000").contains("45205.48");
                    assertThat(warning.message().zh()).contains("45205.48");
                });
    }

    /** 42,000 records × 2 yuan = 84,000; with ten percent 92,400. */
    @ParameterizedTest
    @CsvSource({"92400.00, false", "92400.01, true"})
    void theInsurableValueHasATolerance(String limit, boolean exceeded) {
        QuoteOutcome outcome = decide("college.json", plan -> wish(plan, "P10", "limitCny", limit));

        assertThat(outcome.warnings().stream()
                        .anyMatch(warning -> warning.code().equals("over-insured")))
                .isEqualTo(exceeded);
    }

    /** Without a channel the upper end of the row; a stated direct channel has the insurer's credit. */
    @Test
    void aChannelThatNobodyStatedGivesNoCredit() {
        assertThat(choice(decide("biotech.json", plan -> {}), "CHANNEL"))
                .satisfies(choice -> assertThat(choice.value()).isEqualByComparingTo("1.0"))
                .satisfies(choice -> assertThat(choice.standing()).isTrue());
        Request direct = new Request(Map.of(), Map.of("channel", InputValue.of("DIRECT")), Map.of());
        assertThat(choice(decide("biotech.json", "sample-a", direct, plan -> {}), "CHANNEL")
                        .value())
                .isEqualByComparingTo("0.9");
    }

    /** 1,900,000 stands at 0.81 in (1,000,000, 2,000,000] → [0.8, 0.9): a tenth of the row, below an underwriter's 0.3. */
    @ParameterizedTest
    @CsvSource({"0.81, ACCEPT", "0.82, REFER"})
    void aChoiceThatChangesNothingNeedsNoAuthority(String value, Decision decision) {
        Request request = new Request(
                Map.of(), Map.of(), Map.of("DR_LIMIT", Choice.of(value, "as placed by the limit", "underwriter-1")));
        QuoteOutcome outcome =
                decide("biotech.json", "sample-a", request, plan -> wish(plan, "P03", "limitCny", "1900000.00"));

        assertThat(outcome.decision()).isEqualTo(decision);
    }

    private static ChoiceUsed choice(QuoteOutcome outcome, String coefficient) {
        return outcome.rating().choices().stream()
                .filter(choice -> choice.coefficient().equals(coefficient))
                .findFirst()
                .orElseThrow();
    }

    private static CoverageLine line(QuoteOutcome outcome, String item) {
        return outcome.coverage().stream()
                .filter(line -> line.advice().item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static InsuredTerms.Term term(InsuredTerms terms, String parameter) {
        return terms.terms().stream()
                .filter(term -> term.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    private static Request with(Map<String, Map<String, InputValue>> covers) {
        return new Request(covers, Map.of(), Map.of());
    }

    private static ObjectNode need(ObjectNode plan) {
        return (ObjectNode) plan.get("need");
    }

    private static ObjectNode insured(ObjectNode plan) {
        return (ObjectNode) plan.get("insureds").get(0);
    }

    private static void wish(ObjectNode plan, String item, String field, String value) {
        plan.path("need").path("covers").forEach(cover -> {
            if (cover.path("item").asString().equals(item)) {
                ((ObjectNode) cover).put(field, value);
            }
        });
    }

    private static QuoteOutcome decide(String file, Consumer<ObjectNode> change) {
        return decide(file, "sample-a", Request.NONE, change);
    }

    private static QuoteOutcome decide(String file, String product, Request request, Consumer<ObjectNode> change) {
        return QuoteDecider.decide(input(file, product, request, change), RULEBOOK);
    }

    private static Problem refused(String file, String product, Request request, Consumer<ObjectNode> change) {
        QuoteInput input = input(file, product, request, change);
        return catchThrowableOfType(Problem.class, () -> QuoteDecider.decide(input, RULEBOOK));
    }

    private static QuoteInput input(String file, String product, Request request, Consumer<ObjectNode> change) {
        QuoteInput plain = SamplePlans.input(file, product, RULEBOOK, change);
        return new QuoteInput(
                plain.profile(),
                plain.productId(),
                plain.insurer(),
                request.covers(),
                request.parameters(),
                request.choices(),
                plain.term(),
                plain.authority(),
                plain.planAssertion(),
                ContractTerms.USUAL,
                List.of());
    }
}
