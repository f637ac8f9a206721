package org.panbao.scoring;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panbao.profile.EnterpriseFact;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.Faults;
import org.panbao.rulebook.Question.AskedIf;
import org.panbao.rulebook.Rulebook;
import org.panbao.rulebook.RulebookException;

/**
 * What dimensions weigh in the overall score where packs apply: the greatest of their own weight and those that the packs
 * give them. The rows are {@code rules/scoring/pack-weights.csv}, one a pack, one column a dimension that applies to all.
 */
final class PackWeights {

    private static final String PATH = "rules/scoring/pack-weights.csv";

    private final Map<AskedIf, Map<String, BigDecimal>> byPack = new EnumMap<>(AskedIf.class);

    PackWeights(Rulebook rulebook, List<Dimension> dimensions) {
        List<Dimension> general = dimensions.stream()
                .filter(dimension -> dimension.appliesIf() == AskedIf.ALWAYS)
                .toList();
        Faults faults = new Faults();
        if (rulebook.hasTable(PATH)) {
            faults.rows(
                    rulebook.table(PATH), row -> byPack.put(PackConditions.of(row, row.id()), weights(row, general)));
        }
        faults.throwIfAny(PATH);
    }

    private static Map<String, BigDecimal> weights(CsvTable.Row row, List<Dimension> dimensions) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            BigDecimal weight = row.decimalOrNull(dimension.id());
            if (weight != null && weight.compareTo(dimension.weight()) < 0) {
                throw new RulebookException(
                        row.path(), row.line(), "a pack may not take weight from " + dimension.id());
            }
            if (weight != null) {
                weights.put(dimension.id(), weight);
            }
        }
        return weights;
    }

    BigDecimal weight(Dimension dimension, EnterpriseFact enterprise) {
        BigDecimal greatest = dimension.weight();
        for (Map.Entry<AskedIf, Map<String, BigDecimal>> pack : byPack.entrySet()) {
            BigDecimal weight = pack.getValue().get(dimension.id());
            if (weight != null && PackConditions.hold(pack.getKey(), enterprise)) {
                greatest = greatest.max(weight);
            }
        }
        return greatest;
    }
}
