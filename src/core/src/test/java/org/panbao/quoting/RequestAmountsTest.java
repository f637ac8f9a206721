package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
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
import org.panbao.base.Severity;
import org.panbao.profile.Profile;
import org.panbao.rating.InputValue;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Plausibility;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import tools.jackson.databind.node.ObjectNode;

/** The bounds are those of {@code rules/intake/plausibility.csv}. */
class RequestAmountsTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();

    /** The plan asks for 5,000,000 of data recovery and has a revenue of 80,000,000. */
    @ParameterizedTest(name = "data recovery {0}: {1}")
    @CsvSource({
        "5000000, ",
        "50000, ",
        "500000000, ",
        "500, unit-slip",
        "50000000000, unit-slip",
        "49999, unit-slip",
        "500000001, unit-slip"
    })
    void aLimitFarFromThePlansIsNoticed(String limit, String code) {
        List<Finding> findings = noticed(profile("5000000"), Map.of("DR", Map.of("limit", limit)), Map.of());

        assertCode(findings, "/covers/DR/limit", code, "PLA-REQUEST-PLAN");
    }

    /** Without a limit in the plan the revenue of 80,000,000 is compared: up to twenty times of it. */
    @ParameterizedTest(name = "response {0}: {1}")
    @CsvSource({"5000000, , ", "1600000000, , ", "1600000001, unit-slip, PLA-LIMIT-REVENUE", "500, unit-slip, PLA-LIMIT"
    })
    void aLimitFarFromTheRevenueIsNoticed(String limit, String code, String row) {
        List<Finding> findings = noticed(profile("5000000"), Map.of("IR", Map.of("limit", limit)), Map.of());

        assertCode(findings, "/covers/IR/limit", code, row);
    }

    @ParameterizedTest(name = "revenue {0}: {1}")
    @CsvSource({"80000000, ", "8000, unit-slip", "80, unit-slip", "79, implausible-amount"})
    void aRevenueThatIsNotThePlansIsNoticed(String revenue, String code) {
        Profile profile = profile("5000000");
        Product inclusive = product("sample-d");

        List<Finding> findings = new RequestAmounts(RULEBOOK, inclusive, profile)
                .check(Map.of(), Map.of("annualRevenue", InputValue.of(revenue)));

        assertCode(findings, "/parameters/annualRevenue", code, "PLA-REQUEST-PLAN");
    }

    @ParameterizedTest(name = "without a plan, {0} = {1}: {2}")
    @CsvSource({
        "perEventLimit, 100000, ",
        "perEventLimit, 10, unit-slip",
        "annualRevenue, 5000, unit-slip",
        "annualRevenue, 50000000, ",
        "annualRevenue, 1, implausible-amount",
        "lossRatioPercent, 1, "
    })
    void aTariffAloneIsComparedWithUsualAmounts(String parameter, String value, String code) {
        List<Finding> findings = new RequestAmounts(RULEBOOK, product("sample-d"), null)
                .check(Map.of(), Map.of(parameter, InputValue.of(value)));

        assertCode(findings, "/parameters/" + parameter, code, "PLA-");
    }

    /** Whatever is no number, no amount or no part of the product is for the calculation to refuse. */
    @ParameterizedTest
    @ValueSource(strings = {"1e9", "-5", "0", "many", "9999999999999999999999999999999999999999999"})
    void whatIsNoAmountIsPassedOver(String value) {
        assertThat(noticed(
                        profile("5000000"), Map.of("DR", Map.of("limit", value), "XX", Map.of("limit", "1")), Map.of()))
                .isEmpty();
    }

    @Test
    void aRefusedRequestTellsTheSuspicionToo() {
        QuoteInput plain = SamplePlans.input("biotech.json", "sample-a", RULEBOOK, plan -> {});
        QuoteInput asked = new QuoteInput(
                plain.profile(),
                plain.productId(),
                plain.insurer(),
                Map.of("DR", Map.of("limit", InputValue.of("5"), "deductiblePercent", InputValue.of("77"))),
                Map.of(),
                Map.of(),
                plain.term(),
                plain.authority(),
                null,
                plain.contract(),
                List.of());

        Problem problem = catchThrowableOfType(Problem.class, () -> QuoteDecider.decide(asked, RULEBOOK));

        assertThat(problem.code()).isEqualTo(ProblemCode.OFF_TABLE);
        assertThat(problem.findings())
                .extracting(finding -> finding.severity() + " " + finding.pointer() + " " + finding.code())
                .contains("WARNING /covers/DR/limit unit-slip");
    }

    /** A table from 500 to 1,000,000 sees 50 as 500,000 in the wrong unit, and 2,000,000 as another matter. */
    @ParameterizedTest
    @CsvSource({"50, SLIP", "500, PLAUSIBLE", "2000000, IMPLAUSIBLE", "6000000, SLIP"})
    void theFiledRangeReachesFromTheLowestKeyToTheHighest(String value, Plausibility.Verdict verdict) {
        Interval filed = interval("500", "1000").hull(interval("20000", "1000000"));

        assertThat(Plausibility.judge(filed, new BigDecimal(value))).isEqualTo(verdict);
    }

    @Test
    void everyBoundIsInTheTable() {
        CsvTable table = RULEBOOK.table("rules/intake/plausibility.csv");
        for (String row :
                List.of("PLA-REQUEST-PLAN", "PLA-LIMIT-REVENUE", "PLA-LIMIT", "PLA-DAILY-LIMIT", "PLA-REVENUE")) {
            assertThat(table.loadById(row).text("source")).isNotBlank();
        }
    }

    private static Interval interval(String low, String high) {
        return Interval.closed(new BigDecimal(low), new BigDecimal(high));
    }

    private static void assertCode(List<Finding> findings, String pointer, String code, String row) {
        if (code == null) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.message().zh()).contains(row).doesNotContain("{");
            assertThat(finding.message().en()).contains(row).doesNotContain("{");
        });
    }

    private static List<Finding> noticed(
            Profile profile, Map<String, Map<String, String>> covers, Map<String, InputValue> parameters) {
        Map<String, Map<String, InputValue>> values = new HashMap<>();
        covers.forEach((cover, given) -> {
            Map<String, InputValue> inputs = new HashMap<>();
            given.forEach((name, value) -> inputs.put(name, InputValue.of(value)));
            values.put(cover, inputs);
        });
        return new RequestAmounts(RULEBOOK, product("sample-a"), profile).check(values, parameters);
    }

    private static Profile profile(String dataRecoveryLimit) {
        Consumer<ObjectNode> change = plan -> {
            ((ObjectNode) plan.get("insureds").get(0)).put("annualRevenueCny", "80000000");
            ObjectNode need = (ObjectNode) plan.get("need");
            need.putArray("covers").addObject().put("item", "P03").put("limitCny", dataRecoveryLimit);
            need.remove(List.of("aggregateLimitCny", "perEventLimitCny"));
        };
        return SamplePlans.input("biotech.json", "sample-a", RULEBOOK, change).profile();
    }

    private static Product product(String id) {
        Product product = RULEBOOK.products().find(id);
        assertThat(product).isNotNull();
        return product;
    }
}
