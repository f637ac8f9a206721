package org.panbao.intake.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Severity;
import org.panbao.intake.csv.PlanAssembler.Assembled;
import tools.jackson.databind.JsonNode;

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
    public List<RowFinding> findings() {
        return List.of();
    }

    @Override
    public int count() {
        return spool.keys().size();
    }

    @Override
    public Iterator<ImportedPlan> iterator() {
        Iterator<String> keys = spool.keys().iterator();
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
            List<RowFinding> findings = checks.findings(assembled);
            JsonNode document = ImportedPlan.hasError(findings) ? null : assembled.document();
            return imported(key, chain, document, assembled.revision(), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportedPlan imported(
            String key,
            RowSpool.Chain chain,
            @Nullable JsonNode document,
            @Nullable Integer revision,
            List<RowFinding> findings) {
        RowSpool.SpooledPlace place = chain.place();
        return new ImportedPlan(key, place.file().name(), place.row(), chain.rows(), document, revision, findings);
    }

    private ImportedPlan tooLarge(String key, RowSpool.Chain chain) {
        Map<String, String> bounds = Map.of(
                "rows", Integer.toString(limits.maxPlanRows()),
                "bytes", Long.toString(limits.maxPlan().toBytes()));
        RowSpool.SpooledPlace place = chain.place();
        RowFinding finding = new RowFinding(
                place.file().name(),
                place.row(),
                Table.KEY,
                Severity.ERROR,
                "csv-plan-too-large",
                CsvWords.text("csv-plan-too-large", bounds),
                "");
        return imported(key, chain, null, null, List.of(finding));
    }
}
