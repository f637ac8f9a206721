package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.ReleaseFiles;
import org.panbao.rulebook.RuleCache;
import org.panbao.rulebook.RulebookException;
import org.panbao.rulebook.Rulebooks;

class ReleaseLoaderTest {

    /** Tables whose cells are words for people, or that are compared with the sources by tests of their own. */
    private static final Set<String> NOT_READ_BY_QUOTES =
            Set.of("rules/plan-facts.csv", "rules/intake/early-pilot-codes.csv");

    private static final Set<String> WORDS = Set.of(
            "source",
            "zh",
            "en",
            "name_zh",
            "name_en",
            "text_zh",
            "text_en",
            "wording_zh",
            "wording_en",
            "section",
            "what",
            "level",
            "province",
            "terms",
            "technical_effect",
            "unit");

    @TempDir
    static Path cache;

    record Column(String path, String name) {
        /**
         * Questions and filed rows are read before all others, so that their faults come first and alone; what names a
         * dimension or bands cannot be read while those are at fault.
         */
        int phase() {
            boolean asked = path.startsWith("rules/questions/")
                    || path.endsWith("/needed-facts.csv")
                    || path.endsWith("/references.csv");
            if (asked && !List.of("id", "dimension").contains(name)) {
                return 0;
            }
            boolean named =
                    path.endsWith("/dimensions.csv") || (path.endsWith("/controls.csv") && name.equals("bands"));
            return name.equals("filed_rows") ? 1 : named ? 2 : 3;
        }
    }

    @Test
    void theShippedReleaseHasNoFault() {
        assertThat(ReleaseLoader.check(Rulebooks.files(), compiled()).faults()).isEmpty();
    }

    /** One cell of every column, in as many releases as it takes to have one a row: the check names each file and line. */
    @Test
    void aDamagedCellIsNamed() {
        for (int phase = 0; phase < 4; phase++) {
            int now = phase;
            List<Column> left = new ArrayList<>(
                    columns().filter(column -> column.phase() == now).toList());
            while (!left.isEmpty()) {
                Damage damage = new Damage();
                left.removeIf(damage::oneCell);
                assertThat(damage.unnamed()).isEmpty();
            }
        }
    }

    /** The same in every row at once: no fault hides another. */
    @Test
    void everyRowAtFaultIsNamed() {
        Damage damage = new Damage();
        Map.of(
                        "rules/gates/gates.csv", "effect",
                        "rules/gates/authority.csv", "lowest_position",
                        "rules/gates/capacity.csv", "capacity_cny",
                        "rules/scoring/controls.csv", "weight",
                        "rules/scoring/inherent.csv", "DATA",
                        "rules/scoring/critical-gaps.csv", "floor",
                        "rules/scoring/value-bands.csv", "credit",
                        "rules/scoring/evidence.csv", "factor",
                        "rules/coverage/anchors.csv", "staff_from",
                        "rules/intake/plausibility.csv", "low")
                .forEach((path, column) -> damage.allCells(new Column(path, column)));
        assertThat(damage.unnamed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rules/scoring/pack-weights.csv,INDUSTRIAL_INTERNET\\,12,INDUSTRIAL_INTERNET\\,1",
        "rules/gates/gates.csv,'COVER_BLOCK,,,','COVER_BLOCK,,,P99|'",
        "rules/messages/gates.csv,'评审并更新安全管理制度，提供评审记录',''",
        "rules/rating/quote-settings.csv,'VALID_DAYS,30','VALID_DAYS,30.5'",
        "rules/gates/referral-thresholds.csv,'REF-FULL,FULL,,40','REF-FULL,FULL,1,40'"
    })
    void refusesToLoadWhatNoQuoteCouldBeMadeWith(String path, String find, String replacement) {
        String text = Rulebooks.files().text(path);
        ReleaseFiles changed = with(path, text.replace(find.replace("\\", ""), replacement.replace("\\", "")));
        assertThatThrownBy(() -> ReleaseLoader.load(changed, compiled()))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining(path);
    }

    static Stream<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String path : Rulebooks.files().matching("rules/", ".csv").keySet()) {
            if (!path.contains("/scenarios/")
                    && !path.startsWith("rules/products/")
                    && !path.startsWith("rules/reference/")
                    && !path.startsWith("rules/messages/")
                    && !NOT_READ_BY_QUOTES.contains(path)) {
                CsvTable table = CsvTable.read(Rulebooks.files(), path);
                table.columns().stream()
                        .filter(name -> !WORDS.contains(name))
                        .filter(name -> !isTextId(path, name))
                        .filter(name -> table.rows().stream()
                                .anyMatch(row -> !row.text(name).isEmpty()))
                        .forEach(name -> columns.add(new Column(path, name)));
            }
        }
        return columns.stream();
    }

    /** Ids that name only their own row; another id is as good. */
    private static boolean isTextId(String path, String column) {
        return column.equals("id")
                && Set.of(
                                "authority.csv",
                                "capacity.csv",
                                "referral-thresholds.csv",
                                "anchors.csv",
                                "evidence.csv",
                                "value-bands.csv",
                                "terms.csv",
                                "risk-scenarios.csv",
                                "items.csv",
                                "references.csv",
                                "dimensions.csv",
                                "fact-matrix.csv",
                                "questions.csv")
                        .contains(Path.of(path).getFileName().toString());
    }

    /** A release with cells that make no sense. */
    private static final class Damage {

        private final Map<String, Map<Integer, String>> columnsByLine = new TreeMap<>();

        /** Damages the first cell of the column whose row is whole yet, if there is one. */
        boolean oneCell(Column column) {
            Map<Integer, String> lines = columnsByLine.computeIfAbsent(column.path(), path -> new TreeMap<>());
            return filled(column)
                    .filter(row -> !lines.containsKey(row.line()))
                    .findFirst()
                    .map(row -> lines.put(row.line(), column.name()) == null)
                    .orElse(false);
        }

        void allCells(Column column) {
            Map<Integer, String> lines = columnsByLine.computeIfAbsent(column.path(), path -> new TreeMap<>());
            filled(column).forEach(row -> lines.put(row.line(), column.name()));
        }

        /** The places damaged that no fault names. */
        List<String> unnamed() {
            Map<String, byte[]> files = new TreeMap<>(Rulebooks.files().files());
            List<String> places = new ArrayList<>();
            columnsByLine.forEach((path, lines) -> {
                files.put(path, damaged(path, lines).getBytes(StandardCharsets.UTF_8));
                lines.keySet().forEach(line -> places.add(path + ":" + line + ": "));
            });
            List<String> faults =
                    ReleaseLoader.check(ReleaseFiles.of(files), compiled()).faults();
            places.removeIf(place -> faults.stream().anyMatch(fault -> fault.startsWith(place)));
            return places;
        }

        private static Stream<CsvTable.Row> filled(Column column) {
            return CsvTable.read(Rulebooks.files(), column.path()).rows().stream()
                    .filter(row -> !row.text(column.name()).isEmpty());
        }

        private static String damaged(String path, Map<Integer, String> lines) {
            CsvTable table = CsvTable.read(Rulebooks.files(), path);
            StringBuilder text = new StringBuilder(String.join(",", table.columns())).append('\n');
            for (CsvTable.Row row : table.rows()) {
                text.append(table.columns().stream()
                                .map(name -> row.text(name) + (name.equals(lines.get(row.line())) ? "QX" : ""))
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(",")))
                        .append('\n');
            }
            return text.toString();
        }
    }

    private static ReleaseFiles with(String path, String text) {
        Map<String, byte[]> files = new TreeMap<>(Rulebooks.files().files());
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return ReleaseFiles.of(files);
    }

    private static RuleCache compiled() {
        return RuleCache.inFolder(cache);
    }
}
