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
import org.panbao.intake.CheckedPlan;
import org.panbao.intake.PlanIntake;
import org.panbao.intake.PlanIntake.Filed;
import org.panbao.intake.csv.ImportedPlan;
import org.panbao.jobs.ItemFinding;
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
        CheckedPlan checked = plan.plan();
        if (checked == null) {
            return outcome(plan, false);
        }
        Integer based = plan.revision();
        if (based == null) {
            return dryRun ? outcome(plan, true) : stored(plan, intake.create(owner, checked));
        }
        try {
            UUID planId = planId(plan.key());
            if (!dryRun) {
                return stored(plan, intake.revise(owner, planId, based, checked));
            }
            intake.requireRevisable(owner, planId, based);
            return outcome(plan, true);
        } catch (Problem problem) {
            return refused(plan, based, problem);
        }
    }

    private static UUID planId(String key) {
        try {
            UUID planId = UUID.fromString(key);
            if (planId.toString().equals(key)) {
                return planId;
            }
        } catch (IllegalArgumentException e) {
            // as any other text that is no id
        }
        throw new Problem(ProblemCode.NOT_FOUND);
    }

    private static ImportOutcome outcome(ImportedPlan plan, boolean read) {
        return new ImportOutcome(plan.key(), read, null, null, plan.revision(), plan.findings());
    }

    private static ImportOutcome stored(ImportedPlan plan, Filed filed) {
        return new ImportOutcome(plan.key(), true, filed.planId(), filed.revision(), plan.revision(), plan.findings());
    }

    private ImportOutcome refused(ImportedPlan plan, int based, Problem problem) {
        String code = switch (problem.code()) {
            case NOT_FOUND, FORBIDDEN -> "import-plan-unknown";
            case PRECONDITION_FAILED -> "import-revision-not-newest";
            default -> throw problem;
        };
        ItemFinding finding = new ItemFinding(
                plan.file(),
                plan.row(),
                "revision",
                Severity.ERROR,
                code,
                messages.text(code, Map.of("revision", Integer.toString(based))),
                null);
        List<ItemFinding> findings = new ArrayList<>(List.of(finding));
        findings.addAll(plan.findings());
        return new ImportOutcome(plan.key(), false, null, null, based, findings);
    }
}
