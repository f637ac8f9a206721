package org.panbao.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.base.Problem;
import org.panbao.rating.RatingFixtures.Request;
import org.panbao.rulebook.CsvTable;
import org.panbao.rulebook.ReleaseFiles;

/** The lines of {@code rules/products/<product>/scenarios/*.csv}, one test each. */
class ProductScenarioTest {

    record Scenario(String product, CsvTable.Row row) {
        @Override
        public String toString() {
            return row.id() + " " + row.text("scenario");
        }
    }

    static Stream<Scenario> scenarios() {
        ReleaseFiles files = RatingFixtures.shippedFiles();
        return files.matching("rules/products/", ".csv").keySet().stream()
                .filter(path -> path.contains("/scenarios/"))
                .flatMap(path ->
                        CsvTable.read(files, path).rows().stream().map(row -> new Scenario(path.split("/")[2], row)));
    }

    private static Request request(CsvTable.Row row) {
        Request request = new Request();
        row.cells().forEach((column, cell) -> {
            String[] name = column.split("\\.");
            if (cell.isEmpty()) {
                return;
            }
            switch (name[0]) {
                case "cover" -> request.cover(name[1], name[2], cell);
                case "parameter" -> request.parameter(name[1], cell);
                case "choice" -> request.choice(name[1], cell);
                case "score" -> request.score(cell);
                case "term_months" -> request.term(Term.ofMonths(Integer.parseInt(cell)));
                case "standing" -> request.standingChoices();
                default -> {}
            }
        });
        return request;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void givesWhatItsLineExpects(Scenario scenario) {
        CsvTable.Row row = scenario.row();
        String problem = row.text("expect_problem");
        if (!problem.isEmpty()) {
            assertThatThrownBy(() -> request(row).rate(scenario.product()))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            thrown -> assertThat(thrown.findings())
                                    .extracting(finding -> finding.code())
                                    .containsExactly(problem));
            return;
        }
        RatingResult result = request(row).rate(scenario.product());
        assertThat(result.unresolved().stream().map(open -> open.coefficient()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        row.text("expect_open").isEmpty()
                                ? List.of()
                                : List.of(row.text("expect_open").split(" ")));
        assertThat(String.valueOf(result.annualTotal())).isEqualTo(orNull(row.text("expect_annual")));
        assertThat(String.valueOf(result.termTotal())).isEqualTo(orNull(row.text("expect_term")));
        row.cells().forEach((column, cell) -> {
            if (column.startsWith("expect_premium_") && !cell.isEmpty()) {
                String cover = column.substring("expect_premium_".length());
                assertThat(String.valueOf(RatingFixtures.premiumByCover(result).get(cover)))
                        .as(cover)
                        .isEqualTo(cell);
            }
        });
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? "null" : cell;
    }
}
