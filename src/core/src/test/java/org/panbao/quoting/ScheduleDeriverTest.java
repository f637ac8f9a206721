package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.Plan.Incident;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.quoting.ScheduleDeriver.Derived;
import org.panbao.rating.Term;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

/** Who is insured in the year 2027, asked for on 1 December 2026, for how long, and on which facts. */
class ScheduleDeriverTest {

    private static final Rulebook RULEBOOK = Rulebooks.current();
    private static final LocalDate RATING_DATE = LocalDate.of(2026, 12, 1);
    private static final AskedTerm YEAR_2027 = new AskedTerm(Term.YEAR, LocalDate.of(2027, 1, 1), List.of());

    private static final Insured FIRST = PlanFixtures.insured("I1", "3525", "1000000", "20");
    private static final Insured SECOND = PlanFixtures.insured("I2", "6513", "2000000", "40");

    private static Insured with(Insured insured, String component, Object value) {
        return (Insured) PlanExamples.with(insured, component, value);
    }

    private static Derived derive(AskedTerm asked, Insured... insureds) {
        return ScheduleDeriver.derive(
                PlanFixtures.plan(Form.FULL, List.of(insureds), List.of()), RATING_DATE, asked, RULEBOOK.questions());
    }

    private static Term termOfSecond(AskedTerm asked, Insured second) {
        return derive(asked, FIRST, second).insureds().get(1).term();
    }

    @Test
    void whoIsInsuredAllTheTimeHasTheTermOfThePolicy() {
        Insured since = with(SECOND, "joinedOn", LocalDate.of(2026, 9, 1));

        assertThat(termOfSecond(YEAR_2027, since)).isEqualTo(Term.YEAR);
        assertThat(derive(YEAR_2027, FIRST, since).findings()).isEmpty();
    }

    @Test
    void aJoinerIsInsuredFromTheDayItJoins() {
        assertThat(termOfSecond(YEAR_2027, with(SECOND, "joinedOn", LocalDate.of(2027, 7, 1))))
                .isEqualTo(Term.between(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 12, 31)));
    }

    @Test
    void aLeaverIsNoLongerInsuredOnTheDayItLeaves() {
        assertThat(termOfSecond(YEAR_2027, with(SECOND, "leavesOn", LocalDate.of(2027, 7, 1))))
                .isEqualTo(Term.between(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30)));
    }

    @Test
    void theLastDayOfATermOfMonthsIsThatOfTheShortTermRule() {
        AskedTerm halfYear = new AskedTerm(Term.ofMonths(6), LocalDate.of(2027, 3, 1), List.of());

        assertThat(termOfSecond(halfYear, with(SECOND, "joinedOn", LocalDate.of(2027, 8, 31))))
                .isEqualTo(Term.between(LocalDate.of(2027, 8, 31), LocalDate.of(2027, 8, 31)));
    }

    @Test
    void whoJoinsAfterTheTermIsToldAndLeftOut() {
        Derived derived = derive(YEAR_2027, FIRST, with(SECOND, "joinedOn", LocalDate.of(2028, 1, 1)));

        assertThat(derived.insureds()).isEmpty();
        assertThat(derived.profile().enterprise().insuredCount()).isEqualTo(1);
        assertThat(derived.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("insured-joins-late");
            assertThat(finding.pointer()).isEqualTo("/plan/insureds/1/joinedOn");
        });
    }

    @Test
    void whoLeavesOnTheFirstDayIsToldAndLeftOut() {
        Derived derived = derive(YEAR_2027, FIRST, PlanFixtures.leaving(SECOND, LocalDate.of(2027, 1, 1)));

        assertThat(derived.profile().enterprise().insuredCount()).isEqualTo(1);
        assertThat(derived.findings()).extracting(Finding::code).containsExactly("insured-left-early");
    }

    @Test
    void whoHasLeftByTheRatingDateIsLeftOutAsBefore() {
        Derived derived = derive(YEAR_2027, FIRST, PlanFixtures.leaving(SECOND, RATING_DATE));

        assertThat(derived.profile().enterprise().insuredCount()).isEqualTo(1);
        assertThat(derived.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "joinedOn, 2028-01-01, insured-joins-late",
        "leavesOn, 2027-01-01, insured-left-early",
        "leavesOn, 2026-11-30, insured-gone"
    })
    void whenNobodyIsInsuredNothingIsQuoted(String field, LocalDate day, String code) {
        assertThatThrownBy(() -> derive(YEAR_2027, with(FIRST, field, day), with(SECOND, field, day)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
                    assertThat(problem.findings())
                            .extracting(Finding::code)
                            .containsExactly("nobody-insured", code, code);
                    assertThat(problem.findings())
                            .extracting(Finding::pointer)
                            .containsExactly(
                                    "/plan/insureds", "/plan/insureds/0/" + field, "/plan/insureds/1/" + field);
                    assertThat(problem.findings()).allMatch(finding -> finding.severity() == Severity.ERROR);
                });
    }

    @Test
    void aSingleInsuredThatJoinsLaterIsNotQuoted() {
        assertThatThrownBy(() -> derive(YEAR_2027, with(FIRST, "joinedOn", LocalDate.of(2028, 1, 1))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void withoutAFirstDayTheWholeTermIsChargedAndSaidSo() {
        AskedTerm open = new AskedTerm(Term.YEAR, null, List.of());
        Derived derived = derive(open, FIRST, with(SECOND, "joinedOn", LocalDate.of(2027, 7, 1)));

        assertThat(derived.insureds().get(1).term()).isEqualTo(Term.YEAR);
        assertThat(derived.findings()).extracting(Finding::code).containsExactly("insured-dates-open");
    }

    @Test
    void aSingleInsuredWithTheLimitsOfThePolicyIsNoSchedule() {
        assertThat(derive(YEAR_2027, FIRST).insureds()).isEmpty();
    }

    @Test
    void theLastInsuredOfASchedulesKeepsItsOwnLimitAndPeriod() {
        Insured limited = with(FIRST, "limitCny", new BigDecimal("500000"));

        assertThat(derive(YEAR_2027, limited).insureds())
                .singleElement()
                .satisfies(insured -> assertThat(insured.limitCny()).isEqualByComparingTo("500000"));
        assertThat(derive(YEAR_2027, with(FIRST, "joinedOn", LocalDate.of(2027, 2, 1)))
                        .insureds())
                .hasSize(1);
    }

    @Test
    void eachInsuredHasItsOwnFacts() {
        List<PlanAnswer> answers = List.of(
                PlanFixtures.answer("Q-G1", null, AnswerState.YES), PlanFixtures.answer("Q-G1", "I2", AnswerState.NO));
        List<Incident> incidents = List.of(
                new Incident("I2", LocalDate.of(2026, 5, 1), "MALWARE", null, new BigDecimal("1000"), true, null),
                new Incident(null, LocalDate.of(2026, 6, 1), "MALWARE", null, new BigDecimal("10"), true, null));
        Derived derived = ScheduleDeriver.derive(
                PlanFixtures.plan(Form.FULL, List.of(FIRST, SECOND), answers, List.of(), incidents),
                RATING_DATE,
                YEAR_2027,
                RULEBOOK.questions());

        var first = derived.insureds().get(0).profile();
        var second = derived.insureds().get(1).profile();
        assertThat(first.enterprise().annualRevenueCny()).isEqualByComparingTo("1000000");
        assertThat(second.enterprise().annualRevenueCny()).isEqualByComparingTo("2000000");
        assertThat(derived.profile().enterprise().annualRevenueCny()).isEqualByComparingTo("3000000");
        assertThat(first.enterprise().industrySection()).isEqualTo("C");
        assertThat(second.enterprise().industrySection()).isEqualTo("I");
        assertThat(first.answer("Q-G1").state()).isEqualTo(AnswerState.YES);
        assertThat(second.answer("Q-G1").state()).isEqualTo(AnswerState.NO);
        assertThat(derived.profile().answer("Q-G1").state()).isEqualTo(AnswerState.NO);
        assertThat(first.incidents().lossThreeYearsCny()).isEqualByComparingTo("10");
        assertThat(second.incidents().lossThreeYearsCny()).isEqualByComparingTo("1010");
    }
}
