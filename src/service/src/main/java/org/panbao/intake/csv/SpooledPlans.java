package org.panbao.intake.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final List<ItemFinding> warnings;
    private final Rules rules;

    /** How rows become plans. */
    record Rules(TableLayout layout, ImportChecks checks, PlanFileLimits limits) {}

    /** {@code warnings} are on the file as a whole; they are told with its first plan. */
    SpooledPlans(RowSpool spool, List<ItemFinding> warnings, Rules rules) {
        this.spool = spool;
        this.warnings = List.copyOf(warnings);
        this.rules = rules;
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
        if (chain.rows() > rules.limits().maxPlanRows()
                || chain.bytes() > rules.limits().maxPlan().toBytes()) {
            return tooLarge(key, chain);
        }
        try {
            Assembled assembled = PlanAssembler.assemble(rules.layout(), spool.rows(key));
            return imported(key, chain, rules.checks().check(assembled), assembled.revision());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportedPlan imported(String key, RowSpool.Chain chain, Checked checked, @Nullable Integer revision) {
        RowSpool.SpooledPlace place = chain.place();
        List<ItemFinding> findings = new ArrayList<>(checked.findings());
        if (key.equals(spool.keys().iterator().next())) {
            findings.addAll(warnings);
            findings.sort(Comparator.comparing(ItemFinding::severity));
        }
        return new ImportedPlan(
                key, place.file().name(), place.row(), chain.rows(), checked.plan(), revision, findings);
    }

    private ImportedPlan tooLarge(String key, RowSpool.Chain chain) {
        Map<String, String> bounds = Map.of(
                "rows", Integer.toString(rules.limits().maxPlanRows()),
                "bytes", Long.toString(rules.limits().maxPlan().toBytes()));
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
