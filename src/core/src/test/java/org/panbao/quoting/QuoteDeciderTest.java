package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.quoting.CoverageLine.Availability;
import org.panbao.rating.InputValue;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import org.panbao.scoring.PendingAnswer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class QuoteDeciderTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    @ParameterizedTest
    @CsvSource({
        "CN, 310000, true",
        "CN, 650100, true",
        "CN, 710000, false",
        "CN, 810000, false",
        "CN, 820000, false",
        "310000, 310115, true",
        "310000, 320100, false",
        "330100, 330106, true",
        "330100, 330700, false",
        "330106, 330106, true",
        "330106, 330100, false"
    })
    void aTerritoryIsTheMainlandOrStartsTheCode(String territory, String region, boolean inside) {
        assertThat(Filings.covers(List.of(territory), region)).isEqualTo(inside);
    }

    @Test
    void anInsuredOutsideTheTerritoryIsNotSoldAndNamed() {
        Problem problem = refused("paper-group.json", plan -> insured(plan, 1).put("region", "810000"));

        assertThat(problem.code()).isEqualTo(ProblemCode.PRODUCT_NOT_SOLD_BY_INSURER);
        assertThat(problem.values()).containsEntry("region", "810000");
        assertThat(problem.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message().en()).contains("CN").contains("810000");
            assertThat(finding.message().zh()).contains("810000");
        });
    }

    /** The package of the sample product is for revenues up to 50 million. */
    @ParameterizedTest
    @CsvSource({"50000000, ACCEPT", "50000000.01, REFER"})
    void aFirmTooLargeForThePackageIsReferred(String revenue, Decision decision) {
        QuoteOutcome outcome = decide(
                "dental-clinic.json", "sample-d", plan -> insured(plan, 0).put("annualRevenueCny", revenue));

        assertThat(outcome.decision()).isEqualTo(decision);
        assertThat(outcome.reasons().stream().anyMatch(reason -> reason.id().equals("QUO-ELIGIBILITY")))
                .isEqualTo(decision == Decision.REFER);
    }

    @Test
    void aReferralNeedsASeniorUnderwriterAtLeast() {
        QuoteOutcome outcome = decide("hospital.json", "sample-a", plan -> {});

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.neededAuthority().covers(Authority.SENIOR_UNDERWRITER))
                .isTrue();
    }

    /** An aggregate of 31,000,000 is above the 30,000,000 up to which an underwriter decides. */
    @Test
    void theAuthorityIsNamedInWords() {
        QuoteOutcome outcome = decide("machine-tool-maker.json", "sample-a", plan -> {
            ((ObjectNode) plan.at("/need/covers/0")).put("limitCny", "31000000");
            ((ObjectNode) plan.get("need")).put("aggregateLimitCny", "31000000");
        });

        assertThat(outcome.reasons())
                .filteredOn(reason -> reason.id().equals("QUO-AUTHORITY"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.subject()).isEqualTo("SENIOR_UNDERWRITER");
                    assertThat(reason.text().zh()).endsWith("需由 高级核保人 决定");
                    assertThat(reason.text().en()).endsWith("; a senior underwriter decides");
                });
    }

    /** Which tells what is pending; a request that states the revenue is priced on it. */
    @ParameterizedTest
    @ValueSource(strings = {"SHORT", "FULL"})
    void withoutARevenueTheTariffThatReadsItPricesNothing(String form) {
        QuoteInput input = SamplePlans.input("guest-house.json", "sample-d", RULEBOOK, plan -> {
            plan.put("form", form);
            insured(plan, 0).remove("annualRevenueCny");
        });
        QuoteOutcome outcome = QuoteDecider.decide(input, RULEBOOK);

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.rating()).isNull();
        assertThat(outcome.assessment().pending())
                .extracting(PendingAnswer::questionId)
                .contains("enterprise.annualRevenueCny@I1");
        assertThat(outcome.reasons())
                .extracting(Reason::id)
                .contains("QUO-UNSTATED")
                .doesNotContain("QUO-NO-COVER");
    }

    /** What one of two firms earns would pass for the earnings of both. */
    @Test
    void aRevenueThatOneOfTwoInsuredsLeavesOutIsNotPricedAsTheWhole() {
        QuoteOutcome outcome = decide("guest-house.json", "sample-d", plan -> {
            ObjectNode second = insured(plan, 0).deepCopy();
            second.put("insuredId", "I2").put("relationship", "SUBSIDIARY").remove("annualRevenueCny");
            ((ArrayNode) plan.get("insureds")).add(second);
        });

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.rating()).isNull();
        assertThat(outcome.assessment().pending())
                .extracting(PendingAnswer::questionId)
                .contains("enterprise.annualRevenueCny@I2");
        assertThat(outcome.reasons()).extracting(Reason::id).contains("GAT-EXP-900", "QUO-SCHEDULE");
    }

    /** Advice of 12 hours has no filed row: three days, the next filed value, are advised for this product and priced. */
    @ParameterizedTest
    @ValueSource(strings = {"biotech.json", "machine-tool-maker.json", "online-shop.json", "logistics.json"})
    void withoutWantedCoversTheAdviceIsPriced(String file) {
        QuoteOutcome outcome = decide(file, "sample-a", QuoteDeciderTest::wantsNothing);

        assertThat(outcome.rating()).isNotNull();
        CoverageLine interruption = outcome.coverage().stream()
                .filter(line -> line.advice().item().equals("P01"))
                .findFirst()
                .orElseThrow();
        assertThat(interruption.availability()).isEqualTo(Availability.INSURED);
        assertThat(interruption.advice().waitingHours()).isEqualByComparingTo("72");
        InsuredTerms insured = interruption.insured();
        assertThat(insured).isNotNull();
        BigDecimal daily = interruption.advice().limit().amountCny().divide(new BigDecimal("90"), 0, RoundingMode.DOWN);
        assertThat(insured.dailyLimit()).isEqualTo(daily.toPlainString());
        assertThat(insured.indemnityDays()).isEqualTo("90");
        assertThat(insured.waitingDays()).isEqualTo("3");
        assertThat(insured.defaulted()).contains("retroactiveYears").doesNotContain("dailyLimit", "waitingDays");
    }

    @Test
    void withoutWantedCoversTheInclusiveProductIsPriced() {
        QuoteOutcome outcome = decide("dental-clinic.json", "sample-d", QuoteDeciderTest::wantsNothing);

        assertThat(outcome.rating()).isNotNull();
        assertThat(outcome.coverage())
                .filteredOn(line -> line.availability() == Availability.INSURED)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.insured().deductible()).isEqualTo("1000"));
    }

    @Test
    void aDeclineStillRefusesUnknownNames() {
        QuoteInput plain = SamplePlans.input("food-maker.json", "sample-a", RULEBOOK, plan -> {});
        assertThat(QuoteDecider.decide(plain, RULEBOOK).decision()).isEqualTo(Decision.DECLINE);
        QuoteInput asked = new QuoteInput(
                plain.profile(),
                plain.productId(),
                plain.insurer(),
                Map.of("XX", Map.of(), "DR", Map.of("colour", InputValue.of("1"))),
                Map.of("nothing", InputValue.of("1")),
                Map.of(),
                plain.term(),
                plain.authority(),
                null,
                ContractTerms.USUAL,
                List.of());

        Problem problem = catchThrowableOfType(Problem.class, () -> QuoteDecider.decide(asked, RULEBOOK));

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(problem.findings())
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/covers/XX", "/covers/DR/colour", "/parameters/nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-z", "", "SAMPLE-A"})
    void anUnknownProductIsNamed(String product) {
        QuoteInput plain = SamplePlans.input("biotech.json", product, RULEBOOK, plan -> {});
        Problem problem = catchThrowableOfType(Problem.class, () -> QuoteDecider.decide(plain, RULEBOOK));

        assertThat(problem.code()).isEqualTo(ProblemCode.RATE_NOT_FOUND);
        assertThat(problem.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("unknown-product");
            assertThat(finding.pointer()).isEqualTo("/productId");
            assertThat(finding.message().en()).contains('"' + product + '"');
            assertThat(finding.message().zh()).contains("“" + product + "”");
        });
    }

    private static void wantsNothing(ObjectNode plan) {
        ObjectNode need = (ObjectNode) plan.get("need");
        need.putArray("covers");
        need.remove(List.of("aggregateLimitCny", "perEventLimitCny"));
        need.putArray("scenarios").add("RANSOMWARE");
    }

    private static ObjectNode insured(ObjectNode plan, int place) {
        return (ObjectNode) plan.get("insureds").get(place);
    }

    private static QuoteOutcome decide(String file, String product, Consumer<ObjectNode> change) {
        return QuoteDecider.decide(SamplePlans.input(file, product, RULEBOOK, change), RULEBOOK);
    }

    private static Problem refused(String file, Consumer<ObjectNode> change) {
        QuoteInput input = SamplePlans.input(file, "sample-a", RULEBOOK, change);
        return catchThrowableOfType(Problem.class, () -> QuoteDecider.decide(input, RULEBOOK));
    }
}
