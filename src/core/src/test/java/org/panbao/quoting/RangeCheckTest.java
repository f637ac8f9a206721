package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.ProfileFixtures;
import org.panbao.rating.RatingFixtures;
import org.panbao.rulebook.Plausibility;
import org.panbao.rulebook.Plausibility.Verdict;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

class RangeCheckTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();
    private static final EnterpriseFact ENTERPRISE =
            ProfileFixtures.sound(RULEBOOK.questions()).enterprise();

    private static List<RangeCheck> checks(RatingFixtures.Request request) {
        return RangeCheck.of(
                RatingFixtures.product("sample-d"),
                request.rate("sample-d").exposures(),
                ENTERPRISE,
                Plausibility.of(RULEBOOK));
    }

    @Test
    void everyLimitAndTheRevenueAreShownWithTheirBounds() {
        List<RangeCheck> checks = checks(RatingFixtures.goldenD());

        assertThat(checks).extracting(RangeCheck::check).containsExactly("PLA-LIMIT", "PLA-REVENUE-HEAD");
        assertThat(checks)
                .extracting(RangeCheck::ref)
                .containsExactly("/covers/CYBER/limit", "/parameters/annualRevenue");
        assertThat(checks).extracting(RangeCheck::verdict).containsOnly(Verdict.PLAUSIBLE);
        assertThat(checks.get(0).usual().low()).isEqualByComparingTo("10000");
    }

    /** 100 stands for 1,000,000; the bounds are 10,000 and 10,000,000,000. */
    @ParameterizedTest
    @CsvSource({"100, SLIP", "10000, PLAUSIBLE", "9999.99, SLIP"})
    void aLimitInTenThousandsIsASlip(String limit, Verdict verdict) {
        List<RangeCheck> checks = checks(RatingFixtures.goldenD()
                .cover("CYBER", "limit", limit)
                .parameter("perEventLimit", "100")
                .parameter("deductible", "0"));

        assertThat(checks.get(0).verdict()).isEqualTo(verdict);
    }

    /** 5,000 stands for the 50,000,000 of the example. */
    @Test
    void aRevenueInTenThousandsIsASlip() {
        List<RangeCheck> checks = checks(RatingFixtures.goldenD().parameter("annualRevenue", "5000"));

        assertThat(checks.get(1).verdict()).isEqualTo(Verdict.SLIP);
    }
}
