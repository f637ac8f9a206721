package org.panbao.rulebook;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A release looked at as its author does: the faults of all its parts, not the first one alone.
 *
 * @param faults a line each, {@code file:line: reason}, or {@code file: reason} where no line is to blame
 * @param rulebook the release, compiled; null when there are faults
 */
public record RulebookCheck(List<String> faults, @Nullable Rulebook rulebook) {

    public RulebookCheck {
        faults = List.copyOf(faults);
    }

    /**
     * Reads every rule, table and product; compiles when each of them can be read, and then has its tables read as a quote
     * reads them.
     *
     * @param tables whoever gives the tables their meaning; throws {@link RulebookException} naming the faults
     */
    public static RulebookCheck of(ReleaseFiles files, RuleCache cache, Consumer<Rulebook> tables) {
        Faults faults = new Faults();
        files.matching("rules/", ".drl").forEach((path, bytes) -> faults.collect(() -> DrlParser.parse(path, bytes)));
        faults.collect(() -> ReleaseInfo.load(files, ""));
        faults.collect(() -> QuestionBank.load(files));
        ProductCatalogue products = faults.collect(() -> ProductCatalogue.load(files));
        files.matching("rules/", ".csv").keySet().stream()
                .filter(path -> !path.startsWith("rules/products/"))
                .forEach(path -> faults.collect(() -> CsvTable.read(files, path)));
        if (products != null && faults.count() == 0) {
            CsvTable matrix = faults.collect(() -> CsvTable.read(files, FactMatrix.PATH));
            if (matrix != null) {
                faults.collect(() -> refuseFiledRows(matrix, products));
            }
        }
        Rulebook rulebook = faults.count() > 0 ? null : faults.collect(() -> Rulebook.load(files, cache));
        if (rulebook != null) {
            faults.run(() -> tables.accept(rulebook));
            faults.run(() -> ReferenceCodes.read(files));
            FactMatrix.of(rulebook)
                    .placedFaults(rulebook)
                    .forEach(fault -> faults.run(() -> {
                        throw fault;
                    }));
        }
        return new RulebookCheck(faults.lines(), faults.count() > 0 ? null : rulebook);
    }

    private static CsvTable refuseFiledRows(CsvTable matrix, ProductCatalogue products) {
        FactMatrix.refuseFiledRows(matrix, products);
        return matrix;
    }
}
