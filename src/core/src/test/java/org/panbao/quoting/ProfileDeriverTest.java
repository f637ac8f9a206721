package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.EnterpriseFact;
import org.panbao.profile.EnterpriseFact.Schedule;
import org.panbao.profile.IncidentFact;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.Plan.GradedProtection;
import org.panbao.profile.Plan.Hosting;
import org.panbao.profile.Plan.Incident;
import org.panbao.profile.Plan.IncidentLevel;
import org.panbao.profile.Plan.InformationSystem;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.profile.Plan.SystemKind;
import org.panbao.profile.Profile;
import org.panbao.profile.SystemFact;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.QuestionBank;
import org.panbao.rulebook.Rulebooks;

class ProfileDeriverTest {

    private static final LocalDate RATING_DATE = LocalDate.of(2026, 3, 1);
    private static final Insured ONE = PlanFixtures.insured("one", "C3511", "3000000", "20");
    private static final Insured TWO = PlanFixtures.insured("two", "I65", "1000000", "60");

    private final QuestionBank bank = QuestionBank.load(Rulebooks.files());

    @Test
    void givesOneAnswerForEachQuestionSortedById() {
        assertThat(derive(Form.FULL, List.of(ONE)).answers())
                .extracting(AnswerFact::questionId)
                .containsExactlyElementsOf(
                        bank.questions().stream().map(Question::id).sorted().toList());
    }

    @Test
    void missingAnswerIsUnansweredInTheFullFormAndNotAskedInTheShortOne() {
        assertThat(derive(Form.FULL, List.of(ONE)).answer("Q-G3").state()).isEqualTo(AnswerState.UNANSWERED);
        assertThat(derive(Form.SHORT, List.of(ONE)).answer("Q-G3").state()).isEqualTo(AnswerState.NOT_ASKED);
        assertThat(derive(Form.SHORT, List.of(ONE)).answer("Q-B2").state()).isEqualTo(AnswerState.UNANSWERED);
    }

    /** The second insured has fewer staff, so that the industry of all is another. */
    @Test
    void aPackOfOneInsuredIsAPackOfAll() {
        Insured bank = PlanFixtures.withStaff(PlanFixtures.insured("bank", "J6621", "1000000", "60"), 3);
        EnterpriseFact group = derive(Form.FULL, List.of(ONE, bank)).enterprise();

        assertThat(group.industrySection()).isEqualTo("C");
        assertThat(group.packs()).containsExactly("FINANCE");
        assertThat(derive(Form.FULL, List.of(ONE)).enterprise().packs()).isEmpty();
    }

    /** The direction of the plan is another, and the first insured has no vehicles. */
    @Test
    void vehiclesOfOneInsuredBringTheirPack() {
        Insured fleet = (Insured) PlanExamples.with(TWO, "connectedVehicles", 300L);

        assertThat(derive(Form.FULL, List.of(ONE, fleet)).enterprise().packs()).containsExactly("CONNECTED_VEHICLES");
    }

    @Test
    void questionsOfPacksThatDoNotApplyAreNotApplicable() {
        Profile profile = derive(Form.FULL, List.of(ONE));
        assertThat(profile.answer("Q-O2").state()).isEqualTo(AnswerState.NOT_APPLICABLE);
        assertThat(profile.answer("Q-V1").state()).isEqualTo(AnswerState.NOT_APPLICABLE);
        assertThat(profile.answer("Q-H3").state()).isEqualTo(AnswerState.NOT_APPLICABLE);
    }

    @Test
    void worstAnswerOfTheInsuredsCounts() {
        PlanAnswer whole = PlanFixtures.answer("Q-B2", null, AnswerState.YES);
        PlanAnswer ofTwo = PlanFixtures.answer("Q-B2", "two", AnswerState.PARTIAL);
        assertThat(derive(Form.FULL, List.of(ONE, TWO), whole, ofTwo)
                        .answer("Q-B2")
                        .state())
                .isEqualTo(AnswerState.PARTIAL);
    }

    @Test
    void insuredWithoutAnyAnswerMakesItUnanswered() {
        PlanAnswer ofOne = PlanFixtures.answer("Q-B2", "one", AnswerState.YES);
        assertThat(derive(Form.FULL, List.of(ONE, TWO), ofOne).answer("Q-B2").state())
                .isEqualTo(AnswerState.UNANSWERED);
    }

    @Test
    void worseValueAndWeakerEvidenceOfEqualAnswersCount() {
        AnswerFact coverage = derive(
                        Form.FULL,
                        List.of(ONE, TWO),
                        PlanFixtures.answer("Q-E1-SERVER", "one", AnswerState.YES, "95", EvidenceKind.DOCUMENTED, null),
                        PlanFixtures.answer("Q-E1-SERVER", "two", AnswerState.YES, "80", null, null))
                .answer("Q-E1-SERVER");
        assertThat(coverage.value()).isEqualByComparingTo("80");
        assertThat(coverage.evidence()).isEqualTo(EvidenceKind.DECLARED);
        AnswerFact patching = derive(
                        Form.FULL,
                        List.of(ONE, TWO),
                        PlanFixtures.answer("Q-P1", "one", AnswerState.YES, "7", null, null),
                        PlanFixtures.answer("Q-P1", "two", AnswerState.YES, "30", null, null))
                .answer("Q-P1");
        assertThat(patching.value()).isEqualByComparingTo("30");
    }

    @Test
    void figureOfOneInsuredDoesNotStandInForAnother() {
        AnswerFact coverage = derive(
                        Form.FULL,
                        List.of(ONE, TWO),
                        PlanFixtures.answer("Q-E1-SERVER", "one", AnswerState.YES, "95", null, null),
                        PlanFixtures.answer("Q-E1-SERVER", "two", AnswerState.YES))
                .answer("Q-E1-SERVER");
        assertThat(coverage.value()).isEqualByComparingTo("95");
        assertThat(coverage.figureMissing()).isTrue();
    }

    /** 40 percent beside a "yes" stays to be seen behind the other's "partial". */
    @Test
    void worstFigureCountsWhicheverStateItStandsBeside() {
        AnswerFact coverage = derive(
                        Form.FULL,
                        List.of(ONE, TWO),
                        PlanFixtures.answer("Q-E1-SERVER", "one", AnswerState.YES, "40", null, null),
                        PlanFixtures.answer(
                                "Q-E1-SERVER", "two", AnswerState.PARTIAL, "95", EvidenceKind.MEASURED, "a"))
                .answer("Q-E1-SERVER");
        assertThat(coverage.state()).isEqualTo(AnswerState.PARTIAL);
        assertThat(coverage.value()).isEqualByComparingTo("40");
        assertThat(coverage.evidence()).isEqualTo(EvidenceKind.DECLARED);
        assertThat(coverage.figureMissing()).isFalse();
    }

    @Test
    void undatedAnswerOfOneInsuredMakesTheAnswerUndated() {
        PlanAnswer dated = PlanFixtures.answer("Q-B2", "one", AnswerState.YES);
        PlanAnswer undated =
                new PlanAnswer("Q-B2", "two", AnswerState.YES, null, null, null, null, null, null, null, null);
        assertThat(derive(Form.FULL, List.of(ONE, TWO), dated, undated)
                        .answer("Q-B2")
                        .answerAgeDays())
                .isNull();
    }

    /** One test was sixty days ago, the other at an unknown time. */
    @Test
    void dateOfOneInsuredDoesNotStandInForAnother() {
        AnswerFact drill = derive(
                        Form.FULL,
                        List.of(ONE, TWO),
                        dated("Q-B3", "one", RATING_DATE.minusDays(60)),
                        PlanFixtures.answer("Q-B3", "two", AnswerState.YES))
                .answer("Q-B3");
        assertThat(drill.dateAgeDays()).isEqualTo(60);
        assertThat(drill.figureMissing()).isTrue();
    }

    private static PlanAnswer dated(String questionId, String insuredId, LocalDate date) {
        return new PlanAnswer(
                questionId, insuredId, AnswerState.YES, null, date, null, null, null, RATING_DATE, null, null);
    }

    @Test
    void notApplicableToOneInsuredLeavesTheAnswerOfTheOther() {
        PlanAnswer not = new PlanAnswer(
                "Q-O2",
                "one",
                AnswerState.NOT_APPLICABLE,
                null,
                null,
                null,
                null,
                null,
                null,
                "no control systems",
                null);
        PlanAnswer yes = PlanFixtures.answer("Q-O2", "two", AnswerState.YES);
        Insured two = (Insured) PlanExamples.with(TWO, "operationalTechnology", true);
        assertThat(derive(Form.FULL, List.of(ONE, two), not, yes).answer("Q-O2").state())
                .isEqualTo(AnswerState.YES);
    }

    @Test
    void theFullFormAsksEveryQuestionWhateverThePlanSays() {
        PlanAnswer evaded = PlanFixtures.answer("Q-G3", null, AnswerState.NOT_ASKED);
        assertThat(derive(Form.FULL, List.of(ONE), evaded).answer("Q-G3").state())
                .isEqualTo(AnswerState.UNANSWERED);
        assertThat(derive(Form.SHORT, List.of(ONE), evaded).answer("Q-G3").state())
                .isEqualTo(AnswerState.NOT_ASKED);
    }

    @Test
    void measuredWithoutAnAssessmentIsDocumented() {
        assertThat(measured(null).evidence()).isEqualTo(EvidenceKind.DOCUMENTED);
        assertThat(measured("assessment-7").evidence()).isEqualTo(EvidenceKind.MEASURED);
    }

    private AnswerFact measured(String assessment) {
        return derive(
                        Form.FULL,
                        List.of(ONE),
                        PlanFixtures.answer("Q-P2", null, AnswerState.YES, null, EvidenceKind.MEASURED, assessment))
                .answer("Q-P2");
    }

    @Test
    void notApplicableWithoutAReasonIsUnanswered() {
        PlanAnswer bare = PlanFixtures.answer("Q-D5", null, AnswerState.NOT_APPLICABLE);
        assertThat(derive(Form.FULL, List.of(ONE), bare).answer("Q-D5").state()).isEqualTo(AnswerState.UNANSWERED);
    }

    /** 19 February to 1 March 2026 is ten days. */
    @Test
    void ageOfAnAnswerIsCountedToTheRatingDate() {
        PlanAnswer answer = PlanFixtures.answer("Q-B2", null, AnswerState.YES);
        assertThat(derive(Form.FULL, List.of(ONE), answer).answer("Q-B2").answerAgeDays())
                .isEqualTo(10);
    }

    /** Margin (3 × 20 + 1 × 60) ÷ 4 = 30; spend 30 of 400 is 7.5 %. */
    @Test
    void sumsAndMeansOfTheInsureds() {
        EnterpriseFact enterprise = derive(Form.FULL, List.of(ONE, TWO)).enterprise();
        assertThat(enterprise.annualRevenueCny()).isEqualByComparingTo("4000000");
        assertThat(enterprise.grossMarginPercent()).isEqualByComparingTo("30");
        assertThat(enterprise.securitySpendSharePercent()).isEqualByComparingTo("7.5");
        assertThat(enterprise.staffCount()).isEqualTo(200);
        assertThat(enterprise.personalRecordCount()).isEqualTo(1000L);
        assertThat(enterprise.industrySection()).isEqualTo("C");
        assertThat(enterprise.industryDivision()).isEqualTo("35");
        assertThat(enterprise.schedule()).isEqualTo(Schedule.GROUP);
    }

    /** Both have a hundred staff, so the first stands for both, however much the other earns. */
    @Test
    void theIndustryIsThatOfTheInsuredWithTheMostStaffWhateverItEarns() {
        Insured richer = PlanFixtures.insured("two", "I65", "900000000", "60");
        assertThat(derive(Form.FULL, List.of(ONE, richer)).enterprise().industrySection())
                .isEqualTo("C");
        Insured small = PlanFixtures.withStaff(ONE, 99);
        assertThat(derive(Form.FULL, List.of(small, TWO)).enterprise().industrySection())
                .isEqualTo("I");
    }

    @Test
    void insuredsThatHaveLeftDoNotCount() {
        Insured left = PlanFixtures.leaving(TWO, RATING_DATE);
        EnterpriseFact enterprise = derive(Form.FULL, List.of(ONE, left)).enterprise();
        assertThat(enterprise.insuredCount()).isEqualTo(1);
        assertThat(enterprise.annualRevenueCny()).isEqualByComparingTo("3000000");
    }

    @Test
    void incidentsOfThreeYearsAndOpenOnesAreCounted() {
        IncidentFact incidents = ProfileDeriver.derive(
                        PlanFixtures.plan(
                                Form.FULL,
                                List.of(ONE),
                                List.of(),
                                List.of(),
                                List.of(
                                        incident(RATING_DATE.minusYears(3), IncidentLevel.MAJOR, "100", true),
                                        incident(RATING_DATE.minusYears(3).minusDays(1), null, "50", false),
                                        incident(RATING_DATE.minusDays(1), IncidentLevel.GENERAL, null, true))),
                        RATING_DATE,
                        bank)
                .incidents();
        assertThat(incidents).isEqualTo(new IncidentFact(2, 1, 1, new BigDecimal("100")));
    }

    private static Incident incident(LocalDate day, IncidentLevel level, String lossCny, boolean closed) {
        return new Incident(null, day, "MP", level, lossCny == null ? null : new BigDecimal(lossCny), closed, null);
    }

    @Test
    void cloudHostingAsksTheQuestionsOfItsPack() {
        InformationSystem shop = new InformationSystem(
                "shop",
                null,
                "Shop",
                SystemKind.WEB_APPLICATION,
                Hosting.PUBLIC_CLOUD,
                "cloud-a",
                null,
                true,
                5000L,
                new GradedProtection(2, "13010099", RATING_DATE.minusDays(40), null, 0, null),
                4,
                null,
                null,
                null);
        Plan plan = PlanFixtures.plan(Form.FULL, List.of(ONE), List.of(), List.of(shop), List.of());
        Profile profile = ProfileDeriver.derive(plan, RATING_DATE, bank);
        assertThat(profile.answer("Q-H3").state()).isEqualTo(AnswerState.UNANSWERED);
        SystemFact system = profile.systems().get(0);
        assertThat(system.filed()).isTrue();
        assertThat(system.assessmentAgeDays()).isEqualTo(40);
    }

    private Profile derive(Form form, List<Insured> insureds, PlanAnswer... answers) {
        return ProfileDeriver.derive(PlanFixtures.plan(form, insureds, List.of(answers)), RATING_DATE, bank);
    }
}
