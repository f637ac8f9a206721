package org.panbao.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.coverage.SuggestedLimit.Bound;
import org.panbao.profile.NeedFact;
import org.panbao.profile.Profile;
import org.panbao.profile.ProfileFixtures;
import org.panbao.profile.ScenarioProfile;
import org.panbao.rulebook.CoverStatus;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;
import org.panbao.scoring.RiskAssessor;

class CoverAdvisorTest {

    private final Rulebook rulebook = Rulebooks.current();
    private final Profile sound = ProfileFixtures.sound(rulebook.questions());

    @Test
    void everyEnterpriseIsAdvisedOfInterruptionForensicsAndResponse() {
        assertThat(advise("Q-G1=YES").items()).extracting(ItemAdvice::item).containsExactly("P01", "P06", "P07");
    }

    /** Forty staff: anchor five million; 40 % is 2,000,000. Value 10,000,000 × 40 % × 90 ÷ 365 = 986,301.37, in 万 98. */
    @Test
    void interruptionLimitIsCappedByInsurableValue() {
        SuggestedLimit limit = limit(advise("Q-G1=YES"), "P01");
        assertThat(limit.anchorCny()).isEqualByComparingTo("2000000");
        assertThat(limit.insurableValueCny()).isEqualByComparingTo("986301.37");
        assertThat(limit.amountCny()).isEqualByComparingTo("980000");
        assertThat(limit.bound()).isEqualTo(Bound.INSURABLE_VALUE);
    }

    /** Notification: 5 % of five million is 250,000; 200,000 records × 2 yuan is more. */
    @Test
    void anchorBindsWhereThereIsMoreToLose() {
        SuggestedLimit limit = limit(advise("enterprise.personalRecordCount=200000"), "P10");
        assertThat(limit.amountCny()).isEqualByComparingTo("250000");
        assertThat(limit.bound()).isEqualTo(Bound.ANCHOR);
    }

    /** 100 records × 2 yuan is less than the step of 10,000. */
    @Test
    void smallLimitIsRoundedToTheYuan() {
        assertThat(limit(advise("enterprise.personalRecordCount=100"), "P10").amountCny())
                .isEqualByComparingTo("200");
    }

    @Test
    void missingFiguresAreNamed() {
        SuggestedLimit limit = limit(advise("enterprise.grossMarginPercent=null"), "P01");
        assertThat(limit.bound()).isEqualTo(Bound.INSURABLE_VALUE_UNKNOWN);
        assertThat(limit.insurableValueCny()).isNull();
    }

    /** Staff 1,000 in finance: the largest row reached, 100 million. */
    @Test
    void largestAnchorReachedCounts() {
        CoverAdvice advice = advise("enterprise.industrySection=J; enterprise.staffCount=1000");
        assertThat(advice.anchorRow()).isEqualTo("ANC-06");
        assertThat(advice.aggregateAnchorCny()).isEqualTo(new BigDecimal("100000000"));
    }

    @Test
    void ransomIsNominalAndCarriesNoLimit() {
        ItemAdvice extortion = item(advise("wanted=P11"), "P11");
        assertThat(extortion.status()).isEqualTo(CoverStatus.NOMINAL_ONLY);
        assertThat(extortion.limit()).isNull();
        assertThat(extortion.wanted()).isTrue();
    }

    @Test
    void gateDropsTheItemItBlocks() {
        ItemAdvice extortion = item(advise("wanted=P11; Q-B2=NO"), "P11");
        assertThat(extortion.status()).isEqualTo(CoverStatus.EXCLUDED);
        assertThat(extortion.reasons()).extracting(AdviceReason::id).contains("GAT-BAK-001");
        assertThat(item(advise("wanted=P12; Q-F3-CALLBACK=NO"), "P12").status()).isEqualTo(CoverStatus.EXCLUDED);
    }

    @Test
    void missingGradingAlreadyBites() {
        CoverAdvice advice = advise("system.filed=false");
        assertThat(advice.biting()).singleElement().satisfies(biting -> {
            assertThat(biting.exclusion().code()).isEqualTo("XC17");
            assertThat(biting.subject()).isEqualTo("sys-1");
        });
        assertThat(advice.items()).allSatisfy(item -> assertThat(item.status()).isEqualTo(CoverStatus.CONDITIONAL));
    }

    @Test
    void knownExploitedFlawBites() {
        assertThat(advise("Q-P2=NO").biting())
                .extracting(biting -> biting.exclusion().code())
                .containsExactly("XC18");
    }

    @Test
    void systemsOnlyOverseasAreExcluded() {
        assertThat(item(advise("system.overseas=true"), "P01").status()).isEqualTo(CoverStatus.EXCLUDED);
    }

    @Test
    void propertyAndLiabilityAreApart() {
        CoverAdvice advice = advise("enterprise.personalRecordCount=1");
        assertThat(advice.items(Line.LIABILITY)).extracting(ItemAdvice::item).containsExactly("L01", "L07");
        assertThat(advice.items(Line.PROPERTY))
                .extracting(ItemAdvice::item)
                .containsExactly("P01", "P06", "P07", "P10");
    }

    @Test
    void wantedItemWithoutAClauseIsUnmapped() {
        ItemAdvice unknown = item(advise("wanted=P99"), "P99");
        assertThat(unknown.status()).isEqualTo(CoverStatus.UNMAPPED);
        assertThat(unknown.line()).isNull();
    }

    @Test
    void scenarioOfThePlanCallsForItsItems() {
        Profile profile = new Profile(
                sound.ratingDate(),
                sound.enterprise(),
                sound.systems(),
                sound.answers(),
                sound.incidents(),
                sound.wantedCovers(),
                new NeedFact(List.of("FUNDS_FRAUD", "in words of our own"), null, null, false),
                sound.security());
        ItemAdvice funds = item(advise(profile), "P12");
        assertThat(funds.status()).isEqualTo(CoverStatus.LIMITED);
        assertThat(funds.wanted()).isFalse();
    }

    @Test
    void staleRestoreExerciseHalvesDataRestoration() {
        ItemAdvice restoration = item(advise("system.importance=3; Q-B3=YES@366"), "P03");
        assertThat(restoration.status()).isEqualTo(CoverStatus.LIMITED);
        assertThat(restoration.sublimitPercent()).isEqualByComparingTo("50");
    }

    @Test
    void itemsCarryTheirTerms() {
        ItemAdvice restoration = item(advise("system.importance=3"), "P03");
        assertThat(restoration.terms(Term.Kind.EXCLUSION))
                .extracting(Term::code)
                .contains("XC01", "XC15", "XL04")
                .doesNotContain("XL03");
        assertThat(restoration.terms(Term.Kind.WARRANTY)).extracting(Term::code).contains("WA-BACKUP", "WA-MFA");
    }

    private CoverAdvice advise(String facts) {
        return advise(ScenarioProfile.of(sound, facts));
    }

    private CoverAdvice advise(Profile profile) {
        return CoverAdvisor.advise(profile, RiskAssessor.assess(profile, rulebook), rulebook);
    }

    private static ItemAdvice item(CoverAdvice advice, String code) {
        return advice.items().stream()
                .filter(item -> item.item().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static SuggestedLimit limit(CoverAdvice advice, String code) {
        SuggestedLimit limit = item(advice, code).limit();
        assertThat(limit).isNotNull();
        return limit;
    }
}
