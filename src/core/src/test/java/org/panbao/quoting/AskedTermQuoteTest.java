package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.profile.Plan.Need;
import org.panbao.quoting.AskedTerm.StartWindow;
import org.panbao.rating.RatingResult;
import org.panbao.rating.Term;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.Rulebooks;

class AskedTermQuoteTest {

    private static final StartWindow WINDOW = new StartWindow(LocalDate.of(2026, 3, 1), LocalDate.of(2027, 3, 2));

    @Test
    void theRequestGoesBeforeThePlanAndThePlanBeforeAYear() {
        LocalDate planned = LocalDate.of(2026, 4, 1);
        LocalDate requested = LocalDate.of(2026, 3, 1);

        AskedTerm silent = AskedTerm.of(null, null, need(planned, "P6M"), WINDOW);
        assertThat(silent).isEqualTo(new AskedTerm(Term.ofMonths(6), planned, List.of()));
        AskedTerm asked = AskedTerm.of(Term.ofMonths(3), requested, need(planned, "P6M"), WINDOW);
        assertThat(asked).isEqualTo(new AskedTerm(Term.ofMonths(3), requested, List.of()));
        assertThat(AskedTerm.of(null, null, need(null, null), WINDOW))
                .isEqualTo(new AskedTerm(Term.YEAR, null, List.of()));
        assertThat(AskedTerm.of(null, null, need(null, "P1Y2M"), WINDOW).term()).isEqualTo(Term.ofMonths(14));
    }

    /** 90 days from 1 April: 30 of April, 31 of May, 29 of June. */
    @Test
    void aTermInDaysRunsFromTheInception() {
        LocalDate first = LocalDate.of(2026, 4, 1);
        assertThat(AskedTerm.of(null, null, need(first, "P90D"), WINDOW).term())
                .isEqualTo(Term.between(first, LocalDate.of(2026, 6, 29)));
        Problem problem = refused(null, need(null, "P90D"));
        assertThat(problem.findings()).extracting(Finding::pointer).containsExactly("/plan/need/term");
    }

    @Test
    void anInceptionBeforeTheRatingDateIsRefusedInARequestAndToldOfAPlan() {
        LocalDate yesterday = LocalDate.of(2026, 2, 28);

        Problem problem = refused(yesterday, need(null, null));
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(problem.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/inception");
            assertThat(finding.message().zh()).contains("2026-02-28");
            assertThat(finding.message().en()).contains("2026-03-01");
        });

        AskedTerm planned = AskedTerm.of(null, null, need(yesterday, "P12M"), WINDOW);
        assertThat(planned.inception()).isNull();
        assertThat(planned.warnings()).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/plan/need/inception");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void anInceptionTooFarOffIsRefusedInARequestAndToldOfAPlan() {
        LocalDate last = LocalDate.of(2027, 3, 2);
        assertThat(AskedTerm.of(null, last, need(null, null), WINDOW).inception())
                .isEqualTo(last);

        LocalDate far = LocalDate.of(2027, 3, 3);
        assertThat(refused(far, need(null, null)).findings())
                .extracting(Finding::code)
                .containsExactly("inception-far");
        AskedTerm planned = AskedTerm.of(null, null, need(far, "P12M"), WINDOW);
        assertThat(planned.inception()).isNull();
        assertThat(planned.warnings()).extracting(Finding::code).containsExactly("planned-inception-far");
    }

    /** What a plan states is vouched for by who filed it; a default by nobody. */
    @Test
    void inputsFromThePlanNameWhoFiledItAndWhen() {
        Rulebook rulebook = Rulebooks.current();
        QuoteOutcome outcome = QuoteDecider.decide(
                SamplePlans.input("machine-tool-maker.json", "sample-a", rulebook, plan -> {}), rulebook);

        RatingResult.Input limit = input(outcome, "limit");
        assertThat(limit.value().source()).isEqualTo("plan wanted.limitCny");
        assertThat(limit.value().assertedBy()).isEqualTo("demo-underwriter");
        assertThat(limit.value().at()).isEqualTo(Instant.parse("2026-11-20T01:02:03Z"));
        assertThat(input(outcome, "channel").value().assertedBy()).isNull();
    }

    private static RatingResult.Input input(QuoteOutcome outcome, String parameter) {
        return outcome.rating().inputs().stream()
                .filter(input -> input.parameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    private static Problem refused(LocalDate inception, Need need) {
        return catchThrowableOfType(Problem.class, () -> AskedTerm.of(null, inception, need, WINDOW));
    }

    private static Need need(LocalDate inception, String term) {
        return new Need(null, List.of(), List.of(), List.of(), null, null, inception, term, null);
    }
}
