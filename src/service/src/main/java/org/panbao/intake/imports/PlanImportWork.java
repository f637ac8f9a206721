package org.panbao.intake.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.csv.DeclaredCharset;
import org.panbao.intake.csv.ImportedPlan;
import org.panbao.intake.csv.ImportedPlans;
import org.panbao.intake.csv.PlanFiles;
import org.panbao.jobs.ItemOutcome;
import org.panbao.jobs.Job;
import org.panbao.jobs.JobItem;
import org.panbao.jobs.JobItems;
import org.panbao.jobs.JobWork;
import org.springframework.stereotype.Component;

/** The import of a file as a job: an item for each plan. */
@Component
public final class PlanImportWork implements JobWork {

    public static final String KIND = "plan-import";

    private static final String FILE = "file";
    private static final String DRY_RUN = "dryRun";
    private static final String CHARSET = "charset";

    private final PlanFiles files;
    private final FileFaults faults;
    private final PlanImport imports;

    PlanImportWork(PlanFiles files, FileFaults faults, PlanImport imports) {
        this.files = files;
        this.faults = faults;
        this.imports = imports;
    }

    /** Parameters of a job of this kind. */
    public static Map<String, String> parameters(
            String fileName, String sha256, boolean dryRun, @Nullable Charset charset) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put(FILE, fileName);
        parameters.put("sha256", sha256);
        parameters.put(DRY_RUN, Boolean.toString(dryRun));
        if (charset != null) {
            parameters.put(CHARSET, charset.name());
        }
        return parameters;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobItems open(Job job, Path input) {
        Map<String, String> parameters = job.parameters();
        Charset charset = DeclaredCharset.parse(parameters.get(CHARSET));
        ImportedPlans plans = files.open(input, parameters.getOrDefault(FILE, ""), charset);
        try {
            faults.refuse(plans);
            return new Plans(job, plans);
        } catch (RuntimeException e) {
            plans.close();
            throw e;
        }
    }

    private final class Plans implements JobItems {

        private final Job job;
        private final ImportedPlans plans;
        private final Iterator<ImportedPlan> rest;

        Plans(Job job, ImportedPlans plans) {
            this.job = job;
            this.plans = plans;
            this.rest = plans.from(job.done());
        }

        @Override
        public int total() {
            return plans.count();
        }

        @Override
        public boolean hasNext() {
            return rest.hasNext();
        }

        @Override
        public JobItem next() {
            return new Item(job, rest.next());
        }

        @Override
        public void close() {
            plans.close();
        }
    }

    private final class Item implements JobItem {

        private final Job job;
        private final ImportedPlan plan;

        Item(Job job, ImportedPlan plan) {
            this.job = job;
            this.plan = plan;
        }

        @Override
        public String key() {
            return plan.key();
        }

        @Override
        public ItemOutcome run() {
            boolean dryRun = Boolean.parseBoolean(job.parameters().get(DRY_RUN));
            ImportOutcome outcome = imports.file(job.owner(), plan, dryRun);
            return new ItemOutcome(outcome.read(), result(outcome), outcome.findings());
        }
    }

    private static Map<String, String> result(ImportOutcome outcome) {
        Map<String, String> result = new HashMap<>();
        if (outcome.planId() != null) {
            result.put("planId", outcome.planId().toString());
            result.put("revision", String.valueOf(outcome.revision()));
        }
        if (outcome.read() && outcome.basedOn() != null) {
            result.put("basedOn", String.valueOf(outcome.basedOn()));
        }
        return result;
    }
}
