package org.panbao.intake.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Severity;
import org.panbao.intake.csv.ImportChecks.Checked;
import org.panbao.intake.csv.PlanAssembler.Assembled;
import org.panbao.jobs.ItemFinding;

/** Plans out of a spool, each assembled and checked when its turn comes. */
final class SpooledPlans implements ImportedPlans {

    private final RowSpool spool;
    private final TableLayout layout;
    private final ImportChecks checks;
    private final PlanFileLimits limits;

    SpooledPlans(RowSpool spool, TableLayout layout, ImportChecks checks, PlanFileLimits limits) {
        this.spool = spool;
        this.layout = layout;
        this.checks = checks;
        this.limits = limits;
    }

    @Override
    public List<ItemFinding> findings() {
        return List.of();
    }

    @Override
    public int count() {
        return spool.keys().size();
    }

    @Override
    public Iterator<ImportedPlan> from(int passed) {
        Iterator<String> keys = spool.keys().stream().skip(passed).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return keys.hasNext();
            }

            @Override
            public ImportedPlan next() {
                return plan(keys.next());
            }
        };
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportedPlan plan(String key) {
        RowSpool.Chain chain = spool.chain(key);
        if (chain.rows() > limits.maxPlanRows()
                || chain.bytes() > limits.maxPlan().toBytes()) {
            return tooLarge(key, chain);
        }
        try {
            Assembled assembled = PlanAssembler.assemble(layout, spool.rows(key));
            return imported(key, chain, checks.check(assembled), assembled.revision());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportedPlan imported(
            String key, RowSpool.Chain chain, Checked checked, @Nullable Integer revision) {
        RowSpool.SpooledPlace place = chain.place();
        return new ImportedPlan(
                key, place.file().name(), place.row(), chain.rows(), checked.plan(), revision, checked.findings());
    }

    private ImportedPlan tooLarge(String key, RowSpool.Chain chain) {
        Map<String, String> bounds = Map.of(
                "rows", Integer.toString(limits.maxPlanRows()),
                "bytes", Long.toString(limits.maxPlan().toBytes()));
        RowSpool.SpooledPlace place = chain.place();
        ItemFinding finding = new ItemFinding(
                place.file().name(),
                place.row(),
                Table.KEY,
                Severity.ERROR,
                "csv-plan-too-large",
                CsvWords.text("csv-plan-too-large", bounds),
                "");
        return imported(key, chain, new Checked(null, List.of(finding)), null);
    }
}
