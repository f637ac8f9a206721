package org.panbao.intake.check;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;
import org.panbao.rulebook.CodeList;
import org.panbao.rulebook.Plausibility;
import org.panbao.rulebook.QuestionBank;
import org.panbao.rulebook.ReferenceCodes;
import org.panbao.rulebook.ReleaseFiles;

/** All checks of a plan beyond its schema, in the order in which their findings are listed. */
public final class PlanChecks {

    private final List<PlanCheck> checks;

    private PlanChecks(List<PlanCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * The checks with the code lists and bounds of one release, and its questions.
     *
     * @param today the day by which dates are past or future
     */
    public static PlanChecks of(ReleaseFiles files, QuestionBank questions, Supplier<LocalDate> today) {
        return new PlanChecks(List.of(
                new CreditCodeCheck(CreditCode.read(files)),
                new ReferenceCodeCheck(ReferenceCodes.read(files)),
                new ScenarioCheck(CodeList.riskScenarios(files)),
                new NoteCheck(),
                new ScheduleCheck(),
                new DateCheck(today),
                new AnswerCheck(questions),
                new ProtectionCheck(),
                new NeedCheck(),
                new ProseCheck(),
                new PlausibilityCheck(Plausibility.read(files)),
                new MissingFactCheck()));
    }

    public void check(PlanNode plan, Findings findings) {
        checks.forEach(check -> check.check(plan, findings));
    }
}
