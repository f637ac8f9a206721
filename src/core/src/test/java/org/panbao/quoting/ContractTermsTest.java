package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.coverage.Line;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.quoting.ContractTerms.CoInsurer;
import org.panbao.rating.InputValue;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/** Co-insurance, capacity and the premium before cover, on a plan that is otherwise accepted. */
class ContractTermsTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();
    private static final String US = "demo-insurer-1";

    /** Shares as {@code insurer:percent}, the leader marked by {@code *}. */
    @ParameterizedTest
    @CsvSource({
        "demo-insurer-1:60* other:40, ''",
        "demo-insurer-1:33.3333* a:33.3333 b:33.3334, ''",
        "demo-insurer-1:60* other:39.9999, /coInsurance co-insurance-sum",
        "demo-insurer-1:60* other:50, /coInsurance co-insurance-sum",
        "demo-insurer-1:60 other:40, /coInsurance co-insurance-lead",
        "demo-insurer-1:60* other:40*, /coInsurance co-insurance-lead",
        "a:60* b:40, /coInsurance co-insurance-without-us",
        "demo-insurer-1:60* a:20 a:20, /coInsurance/2/insurer co-insurer-twice",
        "demo-insurer-1:100* a:0, /coInsurance/1/sharePercent co-insurance-share",
        "demo-insurer-1:50.00001* a:49.99999, /coInsurance/0/sharePercent co-insurance-share"
    })
    void sharesMakeOneWholeWithOneLeader(String shares, String expected) {
        QuoteInput input = input("biotech.json", Map.of(), contract(shares, null, null));

        Problem problem = catchThrowableOfType(Problem.class, () -> QuoteDecider.decide(input, RULEBOOK));

        if (expected.isEmpty()) {
            assertThat(problem).isNull();
        } else {
            assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
            Finding first = problem.findings().get(0);
            assertThat(first.pointer() + " " + first.code()).isEqualTo(expected);
            assertThat(first.message().zh() + first.message().en()).doesNotContain("{");
        }
    }

    @Test
    void everyFaultOfTheSharesIsToldAtOnce() {
        QuoteInput input = input("biotech.json", Map.of(), contract("a:0 a:120", null, null));

        Problem problem = catchThrowableOfType(Problem.class, () -> QuoteDecider.decide(input, RULEBOOK));

        assertThat(problem.findings())
                .extracting(Finding::code)
                .containsExactly(
                        "co-insurance-share",
                        "co-insurer-twice",
                        "co-insurance-share",
                        "co-insurance-sum",
                        "co-insurance-lead",
                        "co-insurance-without-us");
    }

    /** One risk of property: 100 million, as {@code rules/gates/capacity.csv} proposes. */
    @ParameterizedTest
    @CsvSource({
        "100000000, '', , false, 100000000.00",
        "100000001, '', , true, 100000001.00",
        "200000000, demo-insurer-1:50* other:50, , false, 100000000.00",
        "200000000, demo-insurer-1:50.0001* other:49.9999, , true, 100000200.00",
        "200000000, '', 100000000, false, 200000000.00",
        "200000000, '', 99999999.99, true, 200000000.00"
    })
    void moreThanCanBeCarriedRefers(
            String limit, String shares, BigDecimal reinsurance, boolean refers, String ownSumInsured) {
        QuoteOutcome outcome = QuoteDecider.decide(
                input("biotech.json", dataRecovery(limit), contract(shares, reinsurance, null)), RULEBOOK);

        assertThat(outcome.sumInsuredCny()).isEqualByComparingTo(limit);
        assertThat(outcome.ownShare().sumInsuredCny()).isEqualTo(ownSumInsured);
        assertThat(outcome.reasons().stream().anyMatch(reason -> reason.id().equals("QUO-CAPACITY")))
                .isEqualTo(refers);
    }

    @Test
    void theReasonNamesBothFigures() {
        QuoteOutcome outcome = QuoteDecider.decide(
                input("biotech.json", dataRecovery("150000000"), contract("", null, null)), RULEBOOK);

        assertThat(outcome.decision()).isEqualTo(Decision.REFER);
        assertThat(outcome.reasons())
                .filteredOn(reason -> reason.id().equals("QUO-CAPACITY"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.text().en()).contains("150000000.00").contains("100000000");
                    assertThat(reason.text().zh()).contains("150000000.00").contains("100000000");
                });
    }

    /** Both demo insurers file the product; only the first files it with the premium due before cover. */
    @ParameterizedTest
    @CsvSource({
        "demo-insurer-1, , true",
        "demo-insurer-1, false, false",
        "demo-insurer-2, , false",
        "demo-insurer-2, true, true"
    })
    void thePremiumIsDueBeforeCoverAsFiledUnlessAgreedOtherwise(String insurer, Boolean asked, boolean expected) {
        QuoteInput plain = input("biotech.json", Map.of(), contract("", null, asked));
        QuoteInput input = new QuoteInput(
                plain.profile(),
                plain.productId(),
                insurer,
                Map.of(),
                Map.of(),
                Map.of(),
                plain.term(),
                plain.authority(),
                null,
                plain.contract(),
                List.of());

        assertThat(QuoteDecider.decide(input, RULEBOOK).contract().premiumBeforeCover())
                .isEqualTo(expected);
    }

    @Test
    void anInsurersOwnRowGoesBeforeTheOneForAll() {
        assertThat(Capacities.of(RULEBOOK).find("demo-insurer-2", Line.PROPERTY))
                .isEqualByComparingTo("50000000");
        assertThat(Capacities.of(RULEBOOK).find("demo-insurer-2", Line.LIABILITY))
                .isEqualByComparingTo("50000000");
        assertThat(Capacities.of(RULEBOOK).find(US, Line.PROPERTY)).isEqualByComparingTo("100000000");
    }

    private static Map<String, Map<String, InputValue>> dataRecovery(String limit) {
        return Map.of("DR", Map.of("limit", InputValue.of(limit), "deductiblePercent", InputValue.of("10")));
    }

    private static ContractTerms contract(String shares, BigDecimal reinsurance, Boolean premiumBeforeCover) {
        List<CoInsurer> insurers = new ArrayList<>();
        Arrays.stream(shares.split(" ")).filter(share -> !share.isEmpty()).forEach(share -> {
            String[] parts = share.replace("*", "").split(":");
            insurers.add(new CoInsurer(parts[0], new BigDecimal(parts[1]), share.endsWith("*")));
        });
        return new ContractTerms(insurers, reinsurance, premiumBeforeCover, List.of());
    }

    private static QuoteInput input(String file, Map<String, Map<String, InputValue>> covers, ContractTerms contract) {
        QuoteInput plain = SamplePlans.input(file, "sample-a", RULEBOOK, plan -> {});
        InputValue limit = covers.isEmpty() ? null : covers.get("DR").get("limit");
        return new QuoteInput(
                plain.profile(),
                plain.productId(),
                US,
                covers,
                limit == null ? Map.of() : Map.of("aggregateLimit", limit, "perEventLimit", limit),
                plain.choices(),
                plain.term(),
                Authority.HEAD_OFFICE,
                null,
                contract,
                List.of());
    }
}
