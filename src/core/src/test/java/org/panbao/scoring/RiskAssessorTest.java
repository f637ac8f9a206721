package org.panbao.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Profile;
import org.panbao.profile.ProfileFixtures;
import org.panbao.profile.ScenarioProfile;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

class RiskAssessorTest {

    private final Rulebook rulebook = Rulebooks.current();
    private final Profile sound = ProfileFixtures.sound(rulebook.questions());

    @Test
    void soundEnterpriseIsAcceptedAtLowRisk() {
        RiskAssessment assessment = assess("Q-G1=YES");
        assertThat(assessment.referral().isReached()).isFalse();
        assertThat(assessment.gates()).isEmpty();
        assertThat(assessment.level()).isEqualTo(RiskLevel.VERY_LOW);
    }

    /** All controls yes and documented: 0.75 everywhere. Base 30, no rule hits: 30 × 0.25. */
    @Test
    void documentedControlsTakeThreeQuartersOfTheInherentRisk() {
        DimensionScore supply = dimension(assess("Q-G1=YES"), "SUPPLY_CHAIN_CLOUD");
        assertThat(supply.inherent()).isEqualTo(new BigDecimal("30.00"));
        assertThat(supply.effectiveness()).isEqualTo(new BigDecimal("0.750000"));
        assertThat(supply.residual()).isEqualTo(new BigDecimal("7.50"));
    }

    /**
     * Weights 2 + 3 + 2 + 2 + 1 + 1 + 1 + 1 + 2 + 3 + 1 = 19. One "no" of weight 3 leaves 16 × 0.75 = 12 of 19, 0.631579;
     * 30 × 0.368421 = 11.05263.
     */
    @Test
    void oneControlMissingCostsItsWeight() {
        DimensionScore supply = dimension(assess("Q-S1-ALTERNATIVE=NO"), "SUPPLY_CHAIN_CLOUD");
        assertThat(supply.effectiveness()).isEqualTo(new BigDecimal("0.631579"));
        assertThat(supply.residual()).isEqualTo(new BigDecimal("11.05"));
    }

    /** The same control left out of the sum: 12 ÷ 16. */
    @Test
    void aControlThatDoesNotApplyLeavesTheMean() {
        DimensionScore supply = dimension(assess("Q-S1-ALTERNATIVE=NOT_APPLICABLE"), "SUPPLY_CHAIN_CLOUD");
        assertThat(supply.effectiveness()).isEqualTo(new BigDecimal("0.750000"));
    }

    /** (16 × 0.75 + 3 × 0.25) ÷ 19 = 12.75 ÷ 19. */
    @Test
    void aQuestionNotAskedCountsByDefault() {
        DimensionScore supply = dimension(assess("Q-S1-ALTERNATIVE=NOT_ASKED"), "SUPPLY_CHAIN_CLOUD");
        assertThat(supply.effectiveness()).isEqualTo(new BigDecimal("0.671053"));
    }

    /** Documented 0.75: 97 percent is worth 0.9 alone, 0.6 where another insured gave no figure, 40 percent nothing. */
    @Test
    void aFigureThatOneInsuredLeftOutIsWorthNoMoreThanNone() {
        assertThat(creditOf(coverage(AnswerState.YES, "97", false))).isEqualByComparingTo("0.675");
        assertThat(creditOf(coverage(AnswerState.YES, "97", true))).isEqualByComparingTo("0.45");
        assertThat(creditOf(coverage(AnswerState.YES, null, true))).isEqualByComparingTo("0.45");
        assertThat(creditOf(coverage(AnswerState.YES, "40", true))).isEqualByComparingTo("0");
    }

    /** Not asked is worth 0.15 by default; 40 percent, which another insured stated, nothing. */
    @Test
    void theDefaultOfTheShortFormDoesNotCoverUpABadFigure() {
        assertThat(creditOf(coverage(AnswerState.NOT_ASKED, null, false))).isEqualByComparingTo("0.15");
        assertThat(creditOf(coverage(AnswerState.NOT_ASKED, "40", true))).isEqualByComparingTo("0");
    }

    private static AnswerFact coverage(AnswerState state, String value, boolean figureMissing) {
        BigDecimal number = value == null ? null : new BigDecimal(value);
        return new AnswerFact("Q-E1-SERVER", state, number, null, EvidenceKind.DOCUMENTED, 10, figureMissing);
    }

    private BigDecimal creditOf(AnswerFact answer) {
        RiskAssessment assessment = RiskAssessor.assess(ProfileFixtures.withAnswer(sound, answer), rulebook);
        return dimension(assessment, "ENDPOINT_VULNERABILITY").contributions().stream()
                .filter(contribution -> contribution.id().equals(answer.questionId()))
                .map(Contribution::value)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Finance: base 45, documented throughout, so 11.25 with weight 12. General residuals by base: 8.75 (35), 10 (40), 10, 8.75,
     * 7.5 (30), 8.75, 10, 7.5; finance adds 10 points to identity, 5 to exposure, 15 to data, 5 to detection: 12.5, 10, 11.25,
     * 11.25. Data weighs 16 in place of 12, detection 17 in place of 14. Sum 8.75·10 + 12.5·15 + 10·15 + 10·12 + 11.25·16 +
     * 8.75·14 + 11.25·17 + 7.5·8 + 11.25·12 = 1233.75 over 119.
     */
    @Test
    void aPackHasADimensionAndChangesTheWeightsOfOthers() {
        RiskAssessment finance = assess("enterprise.industrySection=J; enterprise.packs=FINANCE");

        assertThat(dimension(finance, "FINANCE").residual()).isEqualTo(new BigDecimal("11.25"));
        assertThat(dimension(finance, "DATA").weight()).isEqualByComparingTo("16");
        assertThat(dimension(finance, "DETECTION_RESPONSE").weight()).isEqualByComparingTo("17");
        assertThat(finance.overall()).isEqualTo(new BigDecimal("10.37"));
    }

    /** Detection: 17 for finance, 16 for telecom and internet, 14 of its own; exposure: 16 for telecom and internet. */
    @Test
    void ofSeveralPacksTheGreatestWeightCounts() {
        RiskAssessment both = assess("enterprise.packs=FINANCE+TELECOM_INTERNET");

        assertThat(dimension(both, "DETECTION_RESPONSE").weight()).isEqualByComparingTo("17");
        assertThat(dimension(both, "NETWORK_EXPOSURE").weight()).isEqualByComparingTo("16");
        assertThat(dimension(both, "GOVERNANCE").weight()).isEqualByComparingTo("10");
        assertThat(both.dimensions()).extracting(DimensionScore::dimension).contains("FINANCE", "TELECOM_INTERNET");
    }

    /** The industry has a filed row of its own: its pack moves the score and leaves what the row on management reads. */
    @Test
    void aPackOfTheIndustryLeavesControlEffectivenessAlone() {
        RiskAssessment good = assess("enterprise.packs=FINANCE");
        RiskAssessment bad = assess("enterprise.packs=FINANCE; Q-J1-REPORTING=NO; Q-J2-TRANSFER=NO; Q-J6-SHARING=NO");

        assertThat(bad.overall()).isGreaterThan(good.overall());
        assertThat(bad.effectiveness().percent()).isEqualByComparingTo("75");
        assertThat(good.effectiveness().percent()).isEqualByComparingTo("75");
    }

    /** Base 45 × 0.25, by the pack, and by the direction in a record kept before there were packs. */
    @Test
    void connectedVehiclesHaveADimensionByThePackOrTheDirection() {
        for (String facts : List.of("enterprise.packs=CONNECTED_VEHICLES", "enterprise.direction=CONNECTED_VEHICLES")) {
            assertThat(dimension(assess(facts), "CONNECTED_VEHICLES").residual())
                    .as(facts)
                    .isEqualTo(new BigDecimal("11.25"));
        }
        assertThat(assess("enterprise.connectedVehicles=0").dimensions())
                .extracting(DimensionScore::dimension)
                .doesNotContain("CONNECTED_VEHICLES", "CLOUD");
    }

    /** Base 40, an important system 15, more than 100,000 records 10: 65 × 0.25; the row on management reads none of it. */
    @Test
    void theCloudHasADimensionThatNoFiledRowReads() {
        String hosted = "enterprise.packs=CLOUD_HOSTING; system.hosting=PUBLIC_CLOUD; system.importance=4;"
                + " system.recordCount=100001";
        RiskAssessment good = assess(hosted);
        RiskAssessment bad = assess(hosted + "; Q-H5=NO; Q-H6=NO; Q-H7=NO; Q-H8=NO");

        assertThat(dimension(good, "CLOUD").residual()).isEqualTo(new BigDecimal("16.25"));
        assertThat(dimension(bad, "CLOUD").residual()).isEqualTo(new BigDecimal("65.00"));
        assertThat(bad.effectiveness().percent())
                .isEqualByComparingTo(good.effectiveness().percent());
    }

    /** Base 30, public cloud 12, no provider named: 42 × 0.25. */
    @Test
    void exposureAddsItsPoints() {
        DimensionScore supply = dimension(assess("system.hosting=PUBLIC_CLOUD"), "SUPPLY_CHAIN_CLOUD");
        assertThat(supply.inherent()).isEqualTo(new BigDecimal("42.00"));
        assertThat(supply.residual()).isEqualTo(new BigDecimal("10.50"));
    }

    @Test
    void criticalGapSetsAFloorUnderTheLevelAndLeavesTheScore() {
        RiskAssessment assessment = assess("Q-P2=NO");
        assertThat(assessment.levelOfScore()).isEqualTo(RiskLevel.VERY_LOW);
        assertThat(assessment.level()).isEqualTo(RiskLevel.HIGH);
        assertThat(assessment.floors()).extracting(LevelFloor::ruleId).containsExactly("SCO-GAP-006");
    }

    @Test
    void liveCompromiseDeclines() {
        assertThat(assess("Q-L3=NO").gates(GateEffect.DECLINE)).isNotEmpty();
        assertThat(assess("incidents.openCount=1").gates(GateEffect.DECLINE)).isNotEmpty();
        assertThat(assess("enterprise.scanAuthorisationRefused=true").gates(GateEffect.DECLINE))
                .isNotEmpty();
    }

    @Test
    void curableGapIsAConditionAndNoRefusal() {
        RiskAssessment assessment = assess("Q-I1-VPN=NO");
        assertThat(assessment.gates(GateEffect.DECLINE)).isEmpty();
        assertThat(assessment.gates(GateEffect.BIND_BLOCK))
                .singleElement()
                .satisfies(gate -> assertThat(gate.dueDays()).isEqualTo(14));
    }

    @Test
    void missingOfflineBackupDropsExtortionOnly() {
        RiskAssessment assessment = assess("Q-B2=NO");
        assertThat(assessment.blockedItems()).containsExactly("P11");
        assertThat(assessment.gates(GateEffect.DECLINE)).isEmpty();
    }

    /** Revenue of ten million: threshold 100; each of these gates has 40 points. */
    @Test
    void ordinaryFlagsReferASmallEnterpriseFromTheThirdOn() {
        assertThat(assess("Q-N1-ZONES=NO").referral().isReached()).isFalse();
        assertThat(assess("Q-N1-ZONES=NO; Q-N3=NO").referral().isReached()).isFalse();
        assertThat(assess("Q-N1-ZONES=NO; Q-N3=NO; Q-D2=NO").referral().isReached())
                .isTrue();
    }

    /** A missing policy has 80 points, the threshold is 100. */
    @Test
    void aSeriousFlagRefersASmallEnterpriseWithAnotherOne() {
        assertThat(assess("Q-G1=NO").referral().isReached()).isFalse();
        assertThat(assess("Q-G1=NO; Q-N3=NO").referral().isReached()).isTrue();
    }

    @Test
    void criticalInfrastructureRefersAlone() {
        assertThat(assess("enterprise.criticalInfrastructureOperator=true")
                        .referral()
                        .isReached())
                .isTrue();
        assertThat(assess("enterprise.personalRecordCount=10000001").referral().isReached())
                .isTrue();
    }

    @Test
    void unansweredGateQuestionIsPendingAndNeverDeclines() {
        RiskAssessment assessment = assess("Q-L3=UNANSWERED");
        assertThat(assessment.pending()).extracting(PendingAnswer::questionId).containsExactly("Q-L3");
        assertThat(assessment.gates()).isEmpty();
    }

    /** A failed assessment caps at 49, a missing filing at 79; documented everywhere is 75. */
    @Test
    void capHoldsControlEffectiveness() {
        RiskAssessment assessment = assess("system.conclusion=NOT_CONFORMS");
        assertThat(assessment.effectiveness().beforeCaps()).isEqualByComparingTo("75");
        assertThat(assessment.effectiveness().percent()).isEqualTo(new BigDecimal("49.00"));
        assertThat(assess("system.filed=false").effectiveness().percent()).isEqualTo(new BigDecimal("75.00"));
    }

    private RiskAssessment assess(String facts) {
        return RiskAssessor.assess(ScenarioProfile.of(sound, facts), rulebook);
    }

    /** Base 35 and nobody appointed 4: 39 × 0.25; a percentage that is not stated counts like one that is too low. */
    @Test
    void whatThePlanDoesNotListAddsItsPoints() {
        assertThat(dimension(assess("security.headAppointed=false"), "GOVERNANCE")
                        .residual())
                .isEqualTo(new BigDecimal("9.75"));
        assertThat(assess("security.productCoveragePercent=null").overall())
                .isEqualTo(assess("security.productCoveragePercent=79").overall());
    }

    @Test
    void notStatingTheSpendingIsWorthNoMoreThanSpendingLittle() {
        BigDecimal little = assess("enterprise.securitySpendSharePercent=1").overall();
        assertThat(assess("enterprise.securitySpendCny=null").overall()).isEqualTo(little);
        assertThat(assess("enterprise.securitySpendSharePercent=null").overall())
                .isEqualTo(little);
    }

    private static DimensionScore dimension(RiskAssessment assessment, String id) {
        return assessment.dimensions().stream()
                .filter(score -> score.dimension().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
