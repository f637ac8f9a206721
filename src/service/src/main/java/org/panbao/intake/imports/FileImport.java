package org.panbao.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.CurrentCaller;
import org.panbao.base.Problem;
import org.panbao.intake.csv.ImportedPlan;
import org.panbao.intake.csv.ImportedPlans;
import org.panbao.intake.csv.PlanFiles;
import org.panbao.jobs.ItemFinding;
import org.panbao.jobs.Job;
import org.panbao.jobs.Jobs;
import org.panbao.storage.TemporaryFiles;
import org.springframework.stereotype.Component;

/** Imports the plans of a file for the caller, in the transaction of the request: a few at once, many as a job. */
@Component
public class FileImport {

    private final PlanFiles planFiles;
    private final PlanImport imports;
    private final FileFaults faults;
    private final ImportSettings settings;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final TemporaryFiles files;

    FileImport(
            PlanFiles planFiles,
            PlanImport imports,
            FileFaults faults,
            ImportSettings settings,
            Jobs jobs,
            CurrentCaller caller,
            TemporaryFiles files) {
        this.planFiles = planFiles;
        this.imports = imports;
        this.faults = faults;
        this.settings = settings;
        this.jobs = jobs;
        this.caller = caller;
        this.files = files;
    }

    /**
     * How a file is to be imported.
     *
     * @param dryRun only read
     * @param job as a job, however few plans it has
     * @param charset of the file, or of all files in the zip; null when it is to be found out
     */
    public record Wish(
            boolean dryRun, boolean job, @Nullable Charset charset) {}

    /**
     * What came of it.
     *
     * @param job the job that was begun; null when all was done at once
     * @param outcomes every plan of the file; empty for a job
     */
    public record Result(@Nullable Job job, List<ImportOutcome> outcomes) {
        public Result {
            outcomes = List.copyOf(outcomes);
        }

        /** Everything noticed in the plans; empty for a job. */
        public List<ItemFinding> findings() {
            return outcomes.stream().flatMap(plan -> plan.findings().stream()).toList();
        }

        /** Plans that were read without error. */
        public List<ImportOutcome> read() {
            return outcomes.stream().filter(ImportOutcome::read).toList();
        }

        /** Plans that were not read, as the file names them. */
        public List<String> notRead() {
            return outcomes.stream()
                    .filter(plan -> !plan.read())
                    .map(ImportOutcome::key)
                    .toList();
        }
    }

    /**
     * Imports it; {@code name} is the one that was sent. Throws {@link Problem} FILE_INVALID when it cannot be read as a
     * whole, and as {@link Jobs#submit} does.
     */
    public Result take(InputStream bytes, @Nullable String name, Wish wish) throws IOException {
        try (UploadedFile file = UploadedFile.of(bytes, name, files);
                ImportedPlans plans = planFiles.open(file.path(), file.name(), wish.charset())) {
            faults.refuse(plans);
            return wish.job() || plans.count() > settings.atOnce() ? submit(file, wish) : fileAll(plans, wish.dryRun());
        }
    }

    private Result submit(UploadedFile file, Wish wish) {
        Job job = jobs.submit(
                PlanImportWork.KIND,
                PlanImportWork.parameters(file.name(), file.sha256(), wish.dryRun(), wish.charset()),
                file.path());
        return new Result(job, List.of());
    }

    private Result fileAll(ImportedPlans plans, boolean dryRun) {
        Caller owner = caller.require();
        List<ImportOutcome> outcomes = new ArrayList<>();
        for (ImportedPlan plan : plans) {
            outcomes.add(imports.file(owner, plan, dryRun));
        }
        return new Result(null, outcomes);
    }
}
