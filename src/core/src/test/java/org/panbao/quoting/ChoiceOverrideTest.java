package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.panbao.quoting.AuthorityMatrix.Authority;
import org.panbao.rating.RatingFixtures;

class ChoiceOverrideTest {

    private static final BigDecimal LOWEST_OF_UNDERWRITERS = new BigDecimal("0.3");

    private static List<ChoiceOverride> overrides(RatingFixtures.Request request) {
        return ChoiceOverride.of(
                request.rate("sample-a"),
                position -> position.compareTo(LOWEST_OF_UNDERWRITERS) < 0
                        ? Authority.SENIOR_UNDERWRITER
                        : Authority.UNDERWRITER,
                Authority.UNDERWRITER);
    }

    private static Map<String, ChoiceOverride> byCoefficient(RatingFixtures.Request request) {
        return overrides(request).stream()
                .collect(Collectors.toMap(override -> override.choice().coefficient(), Function.identity()));
    }

    @Test
    void theOldValueIsThePlacedOneElseTheStandingOneElseNothing() {
        Map<String, ChoiceOverride> overrides =
                byCoefficient(RatingFixtures.goldenA().standingChoices());

        // 2,000,000 is the upper end of its row, where the falling table has 0.8
        assertThat(overrides.get("DR_LIMIT").oldValue()).isEqualByComparingTo("0.8");
        // standing choice for an expected loss ratio of 30 to 60 percent
        assertThat(overrides.get("LOSS_RATIO").oldValue()).isEqualByComparingTo("0.9");
        // without a score the row is chosen by its value, and nothing would have stood
        assertThat(overrides.get("RISK_MANAGEMENT").oldValue()).isNull();
    }

    @Test
    void aChoiceOfWhatWouldHaveStoodAnywayIsNoOverride() {
        // the standing choice for direct business is 0.9 too
        assertThat(byCoefficient(RatingFixtures.goldenA().standingChoices())).doesNotContainKey("CHANNEL");
        assertThat(overrides(RatingFixtures.placedA().standingChoices())).isEmpty();
    }

    @Test
    void howLowInTheRowDecidesTheAuthority() {
        // (0.85 − 0.8) / 0.1; and (0.75 − 0.7) / 0.3
        Map<String, ChoiceOverride> overrides =
                byCoefficient(RatingFixtures.goldenA().choice("CHANNEL", "0.75"));

        assertThat(overrides.get("DR_LIMIT").isWithinAuthority()).isTrue();
        assertThat(overrides.get("CHANNEL").needed()).isEqualTo(Authority.SENIOR_UNDERWRITER);
        assertThat(overrides.get("CHANNEL").isWithinAuthority()).isFalse();
    }
}
