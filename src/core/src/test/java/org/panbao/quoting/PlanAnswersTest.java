package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.profile.Plan;
import org.panbao.profile.Plan.AnswerState;
import org.panbao.profile.Plan.Form;
import org.panbao.profile.Plan.Hosting;
import org.panbao.profile.Plan.Incident;
import org.panbao.profile.Plan.InformationSystem;
import org.panbao.profile.Plan.Insured;
import org.panbao.profile.Plan.Location;
import org.panbao.profile.Plan.PlanAnswer;
import org.panbao.profile.Plan.SystemKind;
import org.panbao.rulebook.QuestionBank;
import org.panbao.rulebook.Rulebooks;

/** What the answers of a plan count as. */
class PlanAnswersTest {

    private static final QuestionBank BANK = QuestionBank.load(Rulebooks.files());
    private static final Insured ONE = PlanFixtures.insured("one", "C3511", "3000000", "20");
    private static final Insured TWO = PlanFixtures.insured("two", "C3511", "3000000", "20");
    private static final InformationSystem OFFICE = system(null, SystemKind.OFFICE, Hosting.ON_PREMISES, false);

    /** Only what the form does not ask is not asked: the short form asks Q-B2 and not Q-G3. */
    @ParameterizedTest
    @CsvSource({
        "FULL, Q-G3, NOT_ASKED, UNANSWERED",
        "FULL, Q-B2, NOT_ASKED, UNANSWERED",
        "SHORT, Q-B2, NOT_ASKED, UNANSWERED",
        "SHORT, Q-G3, NOT_ASKED, NOT_ASKED",
        "SHORT, Q-G3, NOT_APPLICABLE, NOT_ASKED",
        "FULL, Q-L3, NOT_APPLICABLE, UNANSWERED",
        "FULL, Q-O2, NOT_ASKED, NOT_APPLICABLE",
        "FULL, Q-O2, NO, NOT_APPLICABLE",
        "FULL, Q-O2, YES, NOT_APPLICABLE",
        "FULL, Q-D5, NO, NO",
        "FULL, Q-G3, PARTIAL, PARTIAL"
    })
    void aStateCountsByWhatTheFormAsks(Form form, String question, AnswerState given, AnswerState counted) {
        assertThat(state(form, question, given, List.of(OFFICE), List.of())).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "Q-N2-WAF, WEB_APPLICATION, ON_PREMISES, true, UNANSWERED",
        "Q-N2-WAF, WEB_APPLICATION, ON_PREMISES, false, NOT_APPLICABLE",
        "Q-D5, MOBILE_APPLICATION, ON_PREMISES, true, UNANSWERED",
        "Q-D5, WEB_APPLICATION, ON_PREMISES, true, NOT_APPLICABLE",
        "Q-S2-DUTY, ERP, OUTSOURCED, false, UNANSWERED",
        "Q-S2-DUTY, ERP, PUBLIC_CLOUD, false, UNANSWERED",
        "Q-S2-DUTY, ERP, ON_PREMISES, false, NOT_APPLICABLE",
        "Q-H3, ERP, HYBRID, false, UNANSWERED",
        "Q-H3, ERP, PRIVATE_CLOUD, false, NOT_APPLICABLE",
        "Q-H8, ERP, PUBLIC_CLOUD, false, UNANSWERED",
        "Q-H8, ERP, ON_PREMISES, false, NOT_APPLICABLE",
        "Q-V1, VEHICLE_PLATFORM, ON_PREMISES, false, UNANSWERED",
        "Q-V1, ERP, ON_PREMISES, false, NOT_APPLICABLE",
        "Q-O2, INDUSTRIAL_CONTROL, ON_PREMISES, false, UNANSWERED",
        "Q-O2, MANUFACTURING_EXECUTION, ON_PREMISES, false, NOT_APPLICABLE",
        "Q-O2, INDUSTRIAL_PLATFORM, ON_PREMISES, false, UNANSWERED",
        "Q-O2, ERP, ON_PREMISES, false, NOT_APPLICABLE",
        "Q-C1-GRADED, INDUSTRIAL_CONTROL, ON_PREMISES, false, UNANSWERED",
        "Q-C6-TENANT, INDUSTRIAL_PLATFORM, ON_PREMISES, false, UNANSWERED",
        "Q-C6-TENANT, INDUSTRIAL_CONTROL, ON_PREMISES, false, NOT_APPLICABLE"
    })
    void systemsSayWhatDoesNotApply(
            String question, SystemKind kind, Hosting hosting, boolean internetFacing, AnswerState counted) {
        List<InformationSystem> systems = List.of(system("one", kind, hosting, internetFacing));

        assertThat(state(Form.FULL, question, AnswerState.NOT_APPLICABLE, systems, List.of()))
                .isEqualTo(counted);
    }

    /** Sections and divisions of GB/T 4754, with and without the letter; the section alone rules nothing out. */
    @ParameterizedTest
    @CsvSource({
        "J6621, Q-J1-REPORTING, UNANSWERED",
        "6810, Q-J1-REPORTING, UNANSWERED",
        "J, Q-J1-REPORTING, UNANSWERED",
        "K7010, Q-J1-REPORTING, NOT_APPLICABLE",
        "I6311, Q-T1-DDOS, UNANSWERED",
        "6432, Q-T1-DDOS, UNANSWERED",
        "I, Q-T1-DDOS, UNANSWERED",
        "I6513, Q-T1-DDOS, NOT_APPLICABLE",
        "C3511, Q-T1-DDOS, NOT_APPLICABLE",
        "I6311, Q-T3-CONSENT, UNANSWERED",
        "I6432, Q-T3-CONSENT, NOT_APPLICABLE"
    })
    void theIndustrySaysWhichPackIsAsked(String industry, String question, AnswerState counted) {
        Insured insured = PlanFixtures.insured("one", industry, "3000000", "20");

        assertThat(unansweredState(insured, question)).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "0, Q-C1-GRADED, NOT_APPLICABLE",
        "1, Q-C1-GRADED, UNANSWERED",
        "1, Q-C5-ASSESSMENT, NOT_APPLICABLE",
        "2, Q-C5-ASSESSMENT, UNANSWERED",
        "2, Q-C4-MONITORING, NOT_APPLICABLE",
        "3, Q-C4-MONITORING, UNANSWERED",
        "3, Q-C6-TENANT, NOT_APPLICABLE"
    })
    void theGradeSaysWhichDutiesAreAsked(int grade, String question, AnswerState counted) {
        Insured insured = (Insured) PlanExamples.with(ONE, "industrialInternetGrade", grade);

        assertThat(unansweredState(insured, question)).isEqualTo(counted);
    }

    /** In a plan whose direction is another. */
    @ParameterizedTest
    @CsvSource({"0, NOT_APPLICABLE", "1, UNANSWERED"})
    void whoServesVehiclesIsAskedAboutThem(long vehicles, AnswerState counted) {
        Insured insured = (Insured) PlanExamples.with(ONE, "connectedVehicles", vehicles);

        assertThat(unansweredState(insured, "Q-V1")).isEqualTo(counted);
    }

    private static AnswerState unansweredState(Insured insured, String question) {
        Plan plan = PlanFixtures.plan(Form.FULL, List.of(insured), List.of(), List.of(OFFICE), List.of());
        return new PlanAnswers(plan).state(BANK.find(question), insured);
    }

    @Test
    void withoutSystemsNothingIsRuledOut() {
        assertThat(state(Form.FULL, "Q-N2-WAF", AnswerState.NOT_APPLICABLE, List.of(), List.of()))
                .isEqualTo(AnswerState.UNANSWERED);
    }

    @Test
    void aListedIncidentAsksWhetherItIsClosed() {
        Incident incident = new Incident("one", LocalDate.of(2025, 3, 1), "MP", null, null, true, null);

        assertThat(state(Form.FULL, "Q-G8", AnswerState.NOT_APPLICABLE, List.of(), List.of(incident)))
                .isEqualTo(AnswerState.UNANSWERED);
        assertThat(state(Form.FULL, "Q-G8", AnswerState.NOT_APPLICABLE, List.of(), List.of()))
                .isEqualTo(AnswerState.NOT_APPLICABLE);
    }

    @Test
    void withoutAListOfIncidentsNobodySaysThatThereWereNone() {
        assertThat(state(Form.FULL, "Q-G8", AnswerState.NOT_APPLICABLE, List.of(), null))
                .isEqualTo(AnswerState.UNANSWERED);
        assertThat(state(Form.SHORT, "Q-G8", AnswerState.NOT_APPLICABLE, List.of(), null))
                .isEqualTo(AnswerState.UNANSWERED);
    }

    /** Leaving out the question on incidents says nothing; leaving out a pack that does not apply says that it does not. */
    @Test
    void silenceIsAnAnswerInAPackOnly() {
        Plan plan = PlanFixtures.plan(Form.FULL, List.of(ONE), List.of(), List.of(OFFICE), List.of());
        PlanAnswers answers = new PlanAnswers(plan);

        assertThat(answers.state(BANK.find("Q-G8"), ONE)).isEqualTo(AnswerState.UNANSWERED);
        assertThat(answers.state(BANK.find("Q-O2"), ONE)).isEqualTo(AnswerState.NOT_APPLICABLE);
    }

    @Test
    void whatAppliesIsJudgedForEachInsured() {
        Plan plan = PlanFixtures.plan(
                Form.FULL,
                List.of(ONE, TWO),
                List.of(PlanFixtures.answer("Q-O2", null, AnswerState.NOT_APPLICABLE)),
                List.of(system("two", SystemKind.INDUSTRIAL_CONTROL, Hosting.ON_PREMISES, false)),
                List.of());
        PlanAnswers answers = new PlanAnswers(plan);

        assertThat(answers.state(BANK.find("Q-O2"), ONE)).isEqualTo(AnswerState.NOT_APPLICABLE);
        assertThat(answers.state(BANK.find("Q-O2"), TWO)).isEqualTo(AnswerState.UNANSWERED);
    }

    private static AnswerState state(
            Form form, String question, AnswerState given, List<InformationSystem> systems, List<Incident> incidents) {
        List<PlanAnswer> answers = List.of(PlanFixtures.answer(question, null, given));
        Plan plan = PlanFixtures.plan(form, List.of(ONE), answers, systems, incidents);
        return new PlanAnswers(plan).state(BANK.find(question), ONE);
    }

    private static InformationSystem system(String insured, SystemKind kind, Hosting hosting, boolean internetFacing) {
        return new InformationSystem(
                "s",
                insured,
                "S",
                kind,
                hosting,
                null,
                Location.MAINLAND,
                internetFacing,
                null,
                null,
                3,
                null,
                null,
                null);
    }
}
