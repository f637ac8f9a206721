package org.panbao.intake.imports;

import org.panbao.access.Caller;
import org.panbao.intake.PlanIntake;
import org.panbao.intake.PlanIntake.Filed;
import org.panbao.intake.csv.ImportedPlan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Files one plan of a file: as a new plan, or as a further revision of the plan that the file names. */
@Component
@EnableConfigurationProperties(ImportSettings.class)
public class PlanImport {

    private final PlanIntake intake;

    PlanImport(PlanIntake intake) {
        this.intake = intake;
    }

    /** Files it in this transaction, for an owner who need not be calling; a dry run stores nothing. */
    public ImportOutcome file(Caller owner, ImportedPlan plan, boolean dryRun) {
        if (plan.document() == null || dryRun) {
            return new ImportOutcome(plan.key(), plan.isRead(), null, null, plan.findings());
        }
        Filed filed = intake.create(owner, plan.document());
        return new ImportOutcome(plan.key(), true, filed.planId(), filed.revision(), plan.findings());
    }
}
