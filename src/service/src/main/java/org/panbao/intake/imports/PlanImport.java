package org.panbao.intake.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.panbao.access.Caller;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.intake.PlanIntake;
import org.panbao.intake.PlanIntake.Filed;
import org.panbao.intake.csv.ImportedPlan;
import org.panbao.intake.csv.RowFinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Files one plan of a file: as a new plan, or as a further revision of the plan that the file names. */
@Component
@EnableConfigurationProperties(ImportSettings.class)
public class PlanImport {

    private final PlanIntake intake;
    private final Messages messages = Messages.of(PlanImport.class, "imports");

    PlanImport(PlanIntake intake) {
        this.intake = intake;
    }

    /**
     * Files it in this transaction, for an owner who need not be calling; a dry run stores nothing. A plan that names
     * no stored plan of the owner's, or not its newest revision, is refused with a finding.
     */
    public ImportOutcome file(Caller owner, ImportedPlan plan, boolean dryRun) {
        if (plan.document() == null) {
            return outcome(plan, false);
        }
        Integer based = plan.revision();
        if (based == null) {
            return dryRun ? outcome(plan, true) : stored(plan, intake.create(owner, plan.document()));
        }
        try {
            UUID planId = planId(plan.key());
            intake.requireRevisable(owner, planId, based);
            return dryRun ? outcome(plan, true) : stored(plan, intake.revise(owner, planId, based, plan.document()));
        } catch (Problem problem) {
            return refused(plan, based, problem);
        }
    }

    private static UUID planId(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
    }

    private static ImportOutcome outcome(ImportedPlan plan, boolean read) {
        return new ImportOutcome(plan.key(), read, null, null, plan.findings());
    }

    private static ImportOutcome stored(ImportedPlan plan, Filed filed) {
        return new ImportOutcome(plan.key(), true, filed.planId(), filed.revision(), plan.findings());
    }

    private ImportOutcome refused(ImportedPlan plan, int based, Problem problem) {
        String code = switch (problem.code()) {
            case NOT_FOUND, FORBIDDEN -> "import-plan-unknown";
            case PRECONDITION_FAILED -> "import-revision-not-newest";
            default -> throw problem;
        };
        RowFinding finding = new RowFinding(
                plan.file(),
                plan.row(),
                "revision",
                Severity.ERROR,
                code,
                messages.text(code, Map.of("revision", Integer.toString(based))),
                null);
        List<RowFinding> findings = new ArrayList<>(List.of(finding));
        findings.addAll(plan.findings());
        return new ImportOutcome(plan.key(), false, null, null, findings);
    }
}
