package org.panbao.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.panbao.base.Messages;
import org.panbao.base.Text;

class CsvWordsTest {

    private static final Messages MESSAGES = Messages.of(CsvWordsTest.class, "intake-csv");
    private static final Pattern CODE = Pattern.compile("(csv|zip|file)-[a-z0-9-]+");
    private static final Pattern MARK = Pattern.compile("\\{[a-z]+}");

    @Test
    void everyFindingHasItsLineInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("panbao.top"), "docs", "csv-format.md"));
        Set<String> told = found(CODE, page.substring(page.indexOf("## Findings")));
        told.remove("csv-format");
        Set<String> codes = MESSAGES.keys().stream()
                .filter(key -> CODE.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(told).isEqualTo(codes);
    }

    @Test
    void bothLanguagesUseTheSameValues() {
        for (String key : MESSAGES.keys()) {
            Text text = MESSAGES.text(key);
            assertThat(found(MARK, text.zh())).as(key).isEqualTo(found(MARK, text.en()));
        }
    }

    @Test
    void columnsAreLetteredAsSpreadsheetsDo() {
        assertThat(List.of(1, 26, 27, 52, 256, 703))
                .extracting(FileFindings::spreadsheetColumn)
                .containsExactly("A", "Z", "AA", "AZ", "IV", "AAA");
        assertThat(FileFindings.spreadsheetColumn(0)).isEmpty();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
