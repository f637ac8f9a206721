package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Finding;
import org.panbao.base.Money;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.rating.RatingFixtures.Request;

/** Choices that only some covers leave, relations between parameters, and where a finding is shown. */
class ChoiceByCoverTest {

    private static Problem refused(Request request, String product) {
        Problem problem = catchThrowableOfType(Problem.class, () -> request.rate(product));
        assertThat(problem).isNotNull();
        return problem;
    }

    /** 30 % for DR is a row to choose in, 10 % for IR is the single value 1.0: 23,133.60 × 0.7, IR as it was. */
    @ParameterizedTest
    @CsvSource({"DEDUCTIBLE", "DEDUCTIBLE@DR"})
    void aChoiceIsForTheCoversThatLeaveOne(String choice) {
        RatingResult result = RatingFixtures.goldenA()
                .cover("DR", "deductiblePercent", "30")
                .choice(choice, "0.7")
                .rate("sample-a");

        assertThat(RatingFixtures.premiumByCover(result))
                .containsEntry("DR", Money.parse("16193.52"))
                .containsEntry("IR", Money.parse("15036.84"));
        assertThat(result.warnings().stream().anyMatch(warning -> warning.code().equals("choice-passed-over")))
                .isEqualTo(choice.equals("DEDUCTIBLE"));
    }

    /** 23,133.60 × 0.9 for the agreed sub-limit. */
    @Test
    void anAgreedSubLimitOfOneCoverCanBeChosen() {
        RatingResult result = RatingFixtures.goldenA()
                .cover("DR", "subLimit", "AGREED")
                .choice("SUB_LIMIT", "0.9")
                .rate("sample-a");

        assertThat(RatingFixtures.premiumByCover(result))
                .containsEntry("DR", Money.parse("20820.24"))
                .containsEntry("IR", Money.parse("15036.84"));
    }

    @ParameterizedTest
    @CsvSource({"DEDUCTIBLE,0.76", "DEDUCTIBLE@DR,0.59", "DEDUCTIBLE@IR,0.7"})
    void aChoiceOutsideTheRowItIsMeantForIsRefused(String choice, String value) {
        Request request =
                RatingFixtures.goldenA().cover("DR", "deductiblePercent", "30").choice(choice, value);
        if (choice.equals("DEDUCTIBLE@IR")) {
            request.choice("DEDUCTIBLE@DR", "0.7");
        }

        assertThat(refused(request, "sample-a").code()).isEqualTo(ProblemCode.OUTSIDE_FILED_ROW);
    }

    @ParameterizedTest
    @CsvSource({"RISK_MANAGEMENT@", "RISK_MANAGEMENT@NOPE"})
    void aChoiceForACoverThatIsNotThereIsRefused(String choice) {
        Problem problem = refused(RatingFixtures.goldenA().choice(choice, "1.2"), "sample-a");

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(problem.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("unknown-cover");
            assertThat(finding.pointer()).isEqualTo("/choices/" + choice);
        });
    }

    @Test
    void aChoiceThatSelectsItsRowIsToldOnce() {
        RatingResult result =
                RatingFixtures.goldenA().choice("RISK_MANAGEMENT@DR", "1.1").rate("sample-a");

        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("row-chosen-without-score"))
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/choices/RISK_MANAGEMENT/value", "/choices/RISK_MANAGEMENT@DR/value");
    }

    /** 4,000,000 ÷ 6,000,000 is a ratio without end. */
    @Test
    void aLimitPerEventAboveTheAggregateIsToldFirst() {
        Problem problem = refused(RatingFixtures.goldenA().parameter("perEventLimit", "6000000"), "sample-a");

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(problem.findings().get(0)).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("more-than");
            assertThat(finding.pointer()).isEqualTo("/parameters/perEventLimit");
            assertThat(finding.message().en()).contains("6000000").contains("aggregateLimit (4000000)");
        });
        assertThat(problem.findings())
                .filteredOn(finding -> finding.code().equals("off-table"))
                .allSatisfy(finding -> assertThat(finding.message().en()).endsWith("0.666667"));
    }

    @Test
    void aRelationIsBrokenAtTheParameterThatIsTooLarge() {
        Request request = RatingFixtures.goldenD()
                .cover("CYBER", "limit", "1000")
                .parameter("perEventLimit", "1000.01")
                .parameter("deductible", "20000");

        assertThat(refused(request, "sample-d").findings())
                .allSatisfy(finding -> assertThat(finding.message().zh())
                        .isNotEqualTo(finding.message().en()))
                .extracting(Finding::pointer)
                .containsExactly("/parameters/deductible", "/parameters/perEventLimit");
    }

    @Test
    void aValueSaidElsewhereIsShownThere() {
        Map<String, Map<String, InputValue>> covers = new LinkedHashMap<>();
        covers.put(
                "DR",
                Map.of("limit", new InputValue("-1", null, "plan", null, null, false, "/plan/need/covers/0/limitCny")));
        RatingInput input = new RatingInput(covers, Map.of(), Map.of(), Term.YEAR, BigDecimal.TEN, true);
        Problem problem = catchThrowableOfType(
                Problem.class, () -> TariffCalculator.rate(RatingFixtures.product("sample-a"), input));

        assertThat(problem.findings()).extracting(Finding::pointer).contains("/plan/need/covers/0/limitCny");
    }
}
