package org.panbao.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.panbao.profile.AnswerFact;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.profile.Profile;
import org.panbao.profile.ProfileFixtures;
import org.panbao.profile.ScenarioProfile;
import org.panbao.rulebook.Question;
import org.panbao.rulebook.Question.ValueKind;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/** Better controls never look worse. Cases are drawn with a fixed seed, which a failure prints. */
class ScorePropertyTest {

    private static final long SEED = 20260301L;
    private static final int PROFILES = 60;
    private static final int STEPS = 50;
    private static final List<AnswerState> STATES = List.of(
            AnswerState.YES, AnswerState.PARTIAL, AnswerState.NO, AnswerState.UNANSWERED, AnswerState.NOT_ASKED);
    private static final List<String> ENTERPRISES = List.of(
            "enterprise.industrySection=J; enterprise.personalRecordCount=2000000",
            "enterprise.operationalTechnology=true; enterprise.industrySection=C",
            "enterprise.direction=CONNECTED_VEHICLES; enterprise.connectedVehicles=50000",
            "system.internetFacing=true; system.hosting=PUBLIC_CLOUD; system.importance=5",
            "enterprise.packs=CLOUD_HOSTING+FINANCE; enterprise.industrySection=J; system.kind=PAYMENT",
            "enterprise.packs=TELECOM_INTERNET+TELECOM_NETWORK; enterprise.industrySection=I; system.userCount=2000000",
            "enterprise.packs=INDUSTRIAL_INTERNET+TELECOM_INTERNET; enterprise.industrialInternetGrade=3",
            "enterprise.operationalTechnology=true; enterprise.packs=FINANCE+INDUSTRIAL_INTERNET+TELECOM_INTERNET",
            "enterprise.annualRevenueCny=20000000000; incidents.countThreeYears=2");

    private final Rulebook rulebook = Rulebooks.current();
    private final List<Question> questions = rulebook.questions().questions();

    @Test
    void aBetterControlNeverRaisesAnyScoreOrTheLevel() {
        Random random = new Random(SEED);
        int steps = 0;
        for (int i = 0; i < PROFILES; i++) {
            Profile profile = randomProfile(random);
            RiskAssessment before = RiskAssessor.assess(profile, rulebook);
            for (int j = 0; j < STEPS; j++) {
                AnswerFact answer = profile.answers().get(random.nextInt(questions.size()));
                AnswerFact better = improved(answer, random);
                profile = ProfileFixtures.withAnswer(profile, better);
                RiskAssessment after = RiskAssessor.assess(profile, rulebook);
                assertNotWorse(before, after, "seed " + SEED + ": " + answer + " to " + better);
                before = after;
                steps++;
            }
        }
        assertThat(steps).isGreaterThanOrEqualTo(2000);
    }

    /** From worse to better, as the plan lists more. */
    @Test
    void listingMoreOfTheSecurityOrganisationNeverRaisesTheScore() {
        List<List<String>> improving = List.of(
                List.of("security.headAppointed=false", "security.headAppointed=true"),
                List.of("security.dedicatedBody=false", "security.dedicatedBody=true"),
                List.of("security.policyAgeDays=null", "security.policyAgeDays=800", "security.policyAgeDays=10"),
                List.of(
                        "security.productCoveragePercent=null",
                        "security.productCoveragePercent=50",
                        "security.productCoveragePercent=90"),
                List.of("security.serviceAgeDays=null", "security.serviceAgeDays=400", "security.serviceAgeDays=0"),
                List.of("security.certificateCount=0", "security.certificateCount=1", "security.certificateCount=9"),
                List.of(
                        "enterprise.securitySpendSharePercent=null", "enterprise.securitySpendSharePercent=1",
                        "enterprise.securitySpendSharePercent=5", "enterprise.securitySpendSharePercent=20"));
        for (String size : List.of("enterprise.staffCount=20", "enterprise.staffCount=2000")) {
            Profile profile = ScenarioProfile.of(ProfileFixtures.sound(rulebook.questions()), size);
            for (List<String> steps : improving) {
                for (int i = 1; i < steps.size(); i++) {
                    assertNotWorse(
                            RiskAssessor.assess(ScenarioProfile.of(profile, steps.get(i - 1)), rulebook),
                            RiskAssessor.assess(ScenarioProfile.of(profile, steps.get(i)), rulebook),
                            steps.get(i));
                }
            }
        }
    }

    @Test
    void notBeingAskedIsNeverBetterThanADeclaredYes() {
        Profile sound = ProfileFixtures.sound(rulebook.questions());
        for (Question question : questions) {
            for (Integer age : new Integer[] {null, 0, 366, 4000}) {
                AnswerFact yes = new AnswerFact(question.id(), AnswerState.YES, null, null, EvidenceKind.DECLARED, age);
                AnswerFact notAsked =
                        new AnswerFact(question.id(), AnswerState.NOT_ASKED, null, null, EvidenceKind.DECLARED, null);
                assertNotWorse(assess(sound, notAsked), assess(sound, yes), question.id());
            }
        }
    }

    @Test
    void anUnknownAnswerIsNeverBetterThanAKnownBadOne() {
        Profile sound = ProfileFixtures.sound(rulebook.questions());
        for (Question question : questions) {
            RiskAssessment unknown = assess(
                    sound,
                    new AnswerFact(question.id(), AnswerState.UNANSWERED, null, null, EvidenceKind.DECLARED, null));
            RiskAssessment bad = assess(
                    sound, new AnswerFact(question.id(), AnswerState.NO, null, null, EvidenceKind.DECLARED, null));
            assertThat(unknown.overall()).as(question.id()).isEqualByComparingTo(bad.overall());
        }
    }

    private RiskAssessment assess(Profile profile, AnswerFact answer) {
        return RiskAssessor.assess(ProfileFixtures.withAnswer(profile, answer), rulebook);
    }

    private static void assertNotWorse(RiskAssessment before, RiskAssessment after, String step) {
        assertThat(after.overall()).as(step).isLessThanOrEqualTo(before.overall());
        assertThat(after.level()).as(step).isLessThanOrEqualTo(before.level());
        assertThat(after.effectiveness().percent())
                .as(step)
                .isGreaterThanOrEqualTo(before.effectiveness().percent());
        for (int i = 0; i < after.dimensions().size(); i++) {
            assertThat(after.dimensions().get(i).residual())
                    .as(step)
                    .isLessThanOrEqualTo(before.dimensions().get(i).residual());
        }
    }

    private Profile randomProfile(Random random) {
        Profile profile = ScenarioProfile.of(
                ProfileFixtures.sound(rulebook.questions()), ENTERPRISES.get(random.nextInt(ENTERPRISES.size())));
        List<AnswerFact> answers = new ArrayList<>();
        for (AnswerFact answer : profile.answers()) {
            answers.add(randomAnswer(answer.questionId(), random));
        }
        for (AnswerFact answer : answers) {
            profile = ProfileFixtures.withAnswer(profile, answer);
        }
        return profile;
    }

    private AnswerFact randomAnswer(String questionId, Random random) {
        Question question = rulebook.questions().find(questionId);
        AnswerState state = STATES.get(random.nextInt(STATES.size()));
        boolean stated = state == AnswerState.YES || state == AnswerState.PARTIAL;
        boolean qualified = stated && random.nextInt(4) > 0;
        BigDecimal value = qualified && question.kind() == ValueKind.NUMBER
                ? BigDecimal.valueOf(random.nextInt(
                        question.max().min(BigDecimal.valueOf(200)).intValue() + 1))
                : null;
        Integer dateAge = qualified && question.kind() == ValueKind.DATE ? random.nextInt(1000) : null;
        EvidenceKind evidence = EvidenceKind.values()[random.nextInt(3)];
        return new AnswerFact(
                questionId, state, value, dateAge, evidence, random.nextBoolean() ? null : random.nextInt(900));
    }

    /** One of: a better state, better evidence of the same age, a better value or a later date. */
    private AnswerFact improved(AnswerFact a, Random random) {
        Question question = rulebook.questions().find(a.questionId());
        return switch (random.nextInt(3)) {
            case 0 ->
                new AnswerFact(
                        a.questionId(),
                        betterState(a.state(), random),
                        a.value(),
                        a.dateAgeDays(),
                        a.evidence(),
                        a.answerAgeDays());
            case 1 ->
                new AnswerFact(
                        a.questionId(),
                        a.state(),
                        a.value(),
                        a.dateAgeDays(),
                        EvidenceKind.values()[Math.min(2, a.evidence().ordinal() + 1)],
                        a.answerAgeDays());
            default ->
                new AnswerFact(
                        a.questionId(),
                        a.state(),
                        a.value() == null ? null : betterValue(question, a.value(), random),
                        a.dateAgeDays() == null ? null : Integer.valueOf(random.nextInt(a.dateAgeDays() + 1)),
                        a.evidence(),
                        a.answerAgeDays());
        };
    }

    private static AnswerState betterState(AnswerState state, Random random) {
        return switch (state) {
            case NO, UNANSWERED -> random.nextBoolean() ? AnswerState.PARTIAL : AnswerState.YES;
            case PARTIAL, NOT_ASKED, YES -> AnswerState.YES;
            case NOT_APPLICABLE -> state;
        };
    }

    private static BigDecimal betterValue(Question question, BigDecimal value, Random random) {
        int now = value.intValue();
        int better = question.higherIsBetter()
                ? now + random.nextInt(question.max().intValue() - now + 1)
                : random.nextInt(now + 1);
        return BigDecimal.valueOf(better);
    }
}
