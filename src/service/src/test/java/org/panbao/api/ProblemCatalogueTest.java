package org.panbao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.panbao.base.Messages;
import org.panbao.base.ProblemCode;

/** Every problem has its words in both languages and its line in {@code docs/problems.md}. */
class ProblemCatalogueTest {

    private static final Path PAGE = Path.of(System.getProperty("panbao.top"), "docs", "problems.md");
    private static final Pattern MARK = Pattern.compile("\\{([^}]+)}");
    private static final Pattern LINE = Pattern.compile("^\\| `([a-z-]+)` \\| (\\d{3}) \\|");

    private final Messages messages = Messages.of(ProblemCatalogueTest.class, "problems");

    @ParameterizedTest
    @EnumSource
    void hasTextsInBothLanguages(ProblemCode code) {
        assertThat(messages.text(code.slug() + ".title").zh()).isNotBlank();
        assertThat(messages.text(code.slug() + ".detail").en()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void usesTheSameValuesInBothLanguages(ProblemCode code) {
        var detail = messages.text(code.slug() + ".detail");

        assertThat(marks(detail.zh())).isEqualTo(marks(detail.en()));
    }

    /** The values that each thrower gives; a mark without one would be shown as it is written. */
    @ParameterizedTest
    @CsvSource({
        "TERM_NOT_FILED, months product",
        "AUTHORITY_EXCEEDED, needed held",
        "STATE_CONFLICT, state action",
        "STATE_CONFLICT, state action reason",
        "RELEASE_NOT_FOUND, ratingDate lookFrom",
        "RELEASE_NOT_FOUND, digest",
        "RATE_NOT_FOUND, table key",
        "PRODUCT_NOT_SOLD_BY_INSURER, product insurer ratingDate",
        "OFF_TABLE, coefficient table key pointer",
        "OUTSIDE_FILED_ROW, coefficient value row pointer",
        "CHOICE_NEEDS_REASON, coefficient pointer",
        "PRECONDITION_FAILED, none",
        "PAYLOAD_TOO_LARGE, limitBytes",
        "EXPORT_TOO_LARGE, unit limit",
        "INTERNAL_ERROR, failure"
    })
    void hasAValueForEveryMark(ProblemCode code, String given) {
        var detail = messages.text(code.slug() + ".detail");

        assertThat(given.split(" ")).containsAll(marks(detail.en()));
    }

    @Test
    void hasNoTextWithoutACode() {
        TreeSet<String> known = new TreeSet<>();
        for (ProblemCode code : ProblemCode.values()) {
            known.addAll(List.of(code.slug() + ".title", code.slug() + ".detail"));
        }

        assertThat(messages.keys().stream().filter(key -> !key.startsWith("finding.")))
                .containsExactlyElementsOf(known);
    }

    @Test
    void isDocumentedWithItsStatus() throws IOException {
        Map<String, Integer> documented = new HashMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.find()) {
                documented.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
            }
        }
        Map<String, Integer> expected = new HashMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            expected.put(code.slug(), code.status());
        }

        assertThat(documented).isEqualTo(expected);
    }

    /** The last column begins with the title; the one before names every value of the detail. */
    @ParameterizedTest
    @EnumSource
    void isDocumentedWithItsTitleAndValues(ProblemCode code) throws IOException {
        String[] columns = documented(code).split(" ?\\| ?");

        assertThat(columns[4]).startsWith(messages.text(code.slug() + ".title").en() + ". ");
        assertThat(marks(messages.text(code.slug() + ".detail").en()))
                .allSatisfy(mark -> assertThat(columns[3]).contains("`" + mark + "`"));
    }

    private static String documented(ProblemCode code) throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("| `" + code.slug() + "` |"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> marks(String text) {
        return MARK.matcher(text)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .sorted()
                .toList();
    }
}
