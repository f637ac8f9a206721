package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan.EvidenceKind;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.RulebookException;

/**
 * What a favourable answer is worth by its evidence and age. Evidence never counts for less than a weaker kind of the
 * same age: a measurement that has grown old is still a document, and a document still a declaration.
 */
final class EvidenceWeights {

    private static final String UNDATED = "undated";

    private record Step(int upToDays, BigDecimal factor) {}

    private final Map<EvidenceKind, List<Step>> steps = new EnumMap<>(EvidenceKind.class);
    private final Map<EvidenceKind, BigDecimal> undated = new EnumMap<>(EvidenceKind.class);
    /** What an undated answer is worth: the best of its kind and the weaker ones. */
    private final Map<EvidenceKind, BigDecimal> bestUndated = new EnumMap<>(EvidenceKind.class);

    EvidenceWeights(CsvTable table) {
        Faults faults = new Faults();
        faults.rows(table, this::add);
        faults.throwIfAny(table.path());
        for (EvidenceKind kind : EvidenceKind.values()) {
            List<Step> known = steps.get(kind);
            if (known == null
                    || known.get(known.size() - 1).upToDays() != Integer.MAX_VALUE
                    || !undated.containsKey(kind)) {
                throw new RulebookException(table.path(), kind + " needs ages without end and an undated row");
            }
            bestUndated.put(kind, best(kind, null));
        }
    }

    private void add(CsvTable.Row row) {
        EvidenceKind kind = row.constant("evidence", EvidenceKind.class);
        String upTo = row.text("up_to_days");
        BigDecimal factor = row.decimal("factor");
        if (upTo.equals(UNDATED)) {
            undated.put(kind, factor);
        } else {
            int days = upTo.isEmpty() ? Integer.MAX_VALUE : row.whole("up_to_days");
            steps.computeIfAbsent(kind, key -> new ArrayList<>()).add(new Step(days, factor));
        }
    }

    /** Between 0 and 1; {@code ageDays} null when the answer is not dated. */
    BigDecimal weight(EvidenceKind evidence, @Nullable Integer ageDays) {
        return ageDays == null ? bestUndated.getOrDefault(evidence, BigDecimal.ZERO) : best(evidence, ageDays);
    }

    private BigDecimal best(EvidenceKind evidence, @Nullable Integer ageDays) {
        BigDecimal best = BigDecimal.ZERO;
        for (EvidenceKind kind : steps.keySet()) {
            if (kind.compareTo(evidence) <= 0) {
                best = best.max(ownWeight(kind, ageDays));
            }
        }
        return best;
    }

    /** The least that a declared answer of any age is worth. */
    BigDecimal leastDeclared() {
        BigDecimal least = ownWeight(EvidenceKind.DECLARED, null);
        for (Step step : stepsOf(EvidenceKind.DECLARED)) {
            least = least.min(step.factor());
        }
        return least;
    }

    private BigDecimal ownWeight(EvidenceKind kind, @Nullable Integer ageDays) {
        if (ageDays == null) {
            return undated.getOrDefault(kind, BigDecimal.ZERO);
        }
        for (Step step : stepsOf(kind)) {
            if (ageDays <= step.upToDays()) {
                return step.factor();
            }
        }
        throw new IllegalStateException("the last age has no end");
    }

    private List<Step> stepsOf(EvidenceKind kind) {
        return steps.getOrDefault(kind, List.of());
    }
}
