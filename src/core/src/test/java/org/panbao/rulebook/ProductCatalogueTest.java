package org.panbao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.rating.RatingFixtures;

class ProductCatalogueTest {

    private static final String A = "rules/products/sample-a/";

    private static final String D = "rules/products/sample-d/product.yaml";

    private static ReleaseFiles changed(String path, String from, String to) {
        Map<String, byte[]> files = new TreeMap<>(RatingFixtures.shippedFiles().files());
        String text = RatingFixtures.shippedFiles().text(path);
        assertThat(text).contains(from);
        files.put(path, text.replaceFirst(Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8));
        return ReleaseFiles.of(files);
    }

    @Test
    void readsTheShippedProducts() {
        ProductCatalogue catalogue = ProductCatalogue.load(RatingFixtures.shippedFiles());

        assertThat(catalogue.products()).extracting(Product::id).contains("sample-a", "sample-d");
        assertThat(catalogue.products()).allMatch(Product::sample);
        assertThat(catalogue.products())
                .allSatisfy(product -> assertThat(product.filings())
                        .extracting(Product.Filing::insurer)
                        .containsExactly("demo-insurer-1", "demo-insurer-2"));
    }

    static Stream<Arguments> faults() {
        String dr = A + "coefficients/dr-limit.csv";
        String product = A + "product.yaml";
        return Stream.of(
                Arguments.of(dr, "A-DRL-03,100000,", "A-DRL-03,120000,", "dr-limit.csv:4: row A-DRL-03: leaves a gap"),
                Arguments.of(
                        dr,
                        "A-DRL-03,100000,",
                        "A-DRL-03,90000,",
                        "dr-limit.csv:4: row A-DRL-03: overlaps with row A-DRL-02"),
                Arguments.of(dr, "A-DRL-03,", "A-DRL-02,", "dr-limit.csv:4: id 'A-DRL-02' stands twice"),
                Arguments.of(dr, "1.1,true,1.2,false", "1.1,true,1.25,false", "its end does not join row A-DRL-02"),
                Arguments.of(dr, "1.1,true,1.2,false", "1.2,true,1.1,false", "the values [1.2, 1.1) are empty"),
                Arguments.of(dr, "1.1,true,1.2,false", "1.1,yes,1.2,false", "'low_included' must be true or false"),
                Arguments.of(dr, "1.1,true,1.2,false", "1e1,true,1.2,false", "is not a plain number"),
                Arguments.of(
                        product,
                        "shared: [aggregateLimit, perEventLimit]",
                        "shared: [perEventLimit]",
                        "'shared' lacks the aggregate 'aggregateLimit'"),
                Arguments.of(
                        product,
                        "facts: [wanted.limitCny]\n",
                        "facts: [wanted.limitCny]\n    default: 1000000\n",
                        "the amount of cover 'DR' is neither a parameter of the cover in CNY"),
                Arguments.of(
                        product,
                        "facts: [wanted.indemnityDays]\n",
                        "facts: [wanted.indemnityDays]\n    default: 30\n",
                        "the amount of cover 'BI' is neither a parameter of the cover in CNY"),
                Arguments.of(
                        product,
                        "facts: [wanted.indemnityDays]\n",
                        "facts: [wanted.indemnityDays]\n    defaultFrom: waitingDays\n",
                        "the amount of cover 'BI' is neither a parameter of the cover in CNY"),
                Arguments.of(
                        product,
                        "facts: [need.perEventLimitCny]",
                        "facts: [wanted.limitCny]",
                        "'perEventLimit' reads what is wanted of a cover"),
                Arguments.of(dr, "A-DRL-01,0,false,50000,true", "A-DRL-01,-9,true,-5,true", "cannot be reached"),
                Arguments.of(
                        A + "coefficients/risk-management.csv",
                        "80,true,100,true",
                        "80,true,99,true",
                        "the rows do not cover"),
                Arguments.of(A + "coefficients/channel.csv", "OTHER", "AGENT", "code 'AGENT' cannot be reached"),
                Arguments.of(
                        A + "coefficients/retroactive.csv", "CHOICE_REQUIRED", "PARAMETER", "its value must be chosen"),
                Arguments.of(
                        A + "base-rates.csv",
                        "A-BASE-03,BI",
                        "A-BASE-03,BX",
                        "cover 'BI' has no row in base-rates.csv"),
                Arguments.of(A + "short-term.csv", "A-ST-03,3", "A-ST-03,4", "months must run from 1 without a gap"),
                Arguments.of(A + "standing-choices.csv", "A-CHN-01,0.9", "A-CHN-01,1.9", "1.9 is outside [0.7, 1.0]"),
                Arguments.of(
                        A + "standing-choices.csv",
                        "A-CHN-01,1.0,no",
                        "A-CHN-01,0.99,no",
                        "what nobody stated takes the greatest value of [0.7, 1.0]"),
                Arguments.of(
                        product, "[P01, P03, P04, P10, P15]", "[P01, P03, P04, P10]", "item P15 of a cover has no"),
                Arguments.of(product, "[P01, P03,", "[P01, P02, P03,", "item P02 is payable, and no cover carries it"),
                Arguments.of(product, "[P01, P03,", "[P01, P06, P03,", "item P06 has two states"),
                Arguments.of(product, "  CONDITIONAL: [P06", "  MAYBE: [P06", "'MAYBE' is none of"),
                Arguments.of(D, "lessThan: perEventLimit", "lessThan: industry", "are not two numbers of one unit"),
                Arguments.of(D, "lessThan: perEventLimit", "lessThan: perEvent", "are not two numbers of one unit"),
                Arguments.of(D, "lessThan: perEventLimit", "atMost: limit\n    lessThan: limit", "has either"),
                Arguments.of(product, "betweenRows: NEXT_ABOVE", "betweenRows: ABOVE", "'ABOVE' is none of"),
                Arguments.of(product, "    unit: CNY", "    unit: YUAN", "'YUAN' is none of"),
                Arguments.of(product, "instalments:", "instalment:", "unknown key 'instalment'"),
                Arguments.of(product, "id: DR_LIMIT", "id: IR_LIMIT", "id 'IR_LIMIT' stands twice"),
                Arguments.of(product, "key: [dailyLimit]", "key: [daily]", "no parameter 'daily'"),
                Arguments.of(
                        product, "aggregate: aggregateLimit", "aggregate: limit", "no parameter of the whole product"),
                Arguments.of(
                        product,
                        "aggregate: aggregateLimit",
                        "aggregate: channel",
                        "no parameter of the whole product"),
                Arguments.of(product, "    amount: limit", "    amount: sum", "has no parameter 'sum' for its amount"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("faults")
    void aFaultyProductIsRefusedWithFileAndReason(String path, String from, String to, String reason) {
        ReleaseFiles files = changed(path, from, to);

        assertThatThrownBy(() -> ProductCatalogue.load(files))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining(path)
                .hasMessageContaining(reason);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Map<String, byte[]> files =
                new TreeMap<>(changed(A + "coefficients/dr-limit.csv", "A-DRL-03,100000,", "A-DRL-03,120000,")
                        .files());
        files.putAll(
                changed(A + "coefficients/channel.csv", "OTHER", "AGENT").matching(A + "coefficients/channel", ".csv"));

        assertThatThrownBy(() -> ProductCatalogue.load(ReleaseFiles.of(files)))
                .hasMessageContaining("dr-limit.csv:4")
                .hasMessageContaining("channel.csv:3");
    }

    @Test
    void aFilingThatIsNotMonotoneIsToldAndCharged() {
        ProductCatalogue catalogue = ProductCatalogue.load(changed(
                "rules/products/sample-d/coefficients/event-limit.csv",
                "D-EVT-03,3000,,,,,1.1",
                "D-EVT-03,3000,,,,,0.8"));
        Product product = catalogue.find("sample-d");

        assertThat(product).isNotNull();
        assertThat(product.notices()).extracting(notice -> notice.code()).containsExactly("filing-not-monotone");
    }

    @Test
    void theDigestFollowsThePricingFilesOnly() {
        Product before = ProductCatalogue.load(RatingFixtures.shippedFiles()).find("sample-a");
        Product scenario = ProductCatalogue.load(changed(A + "scenarios/premium.csv", "worked by hand", "by hand"))
                .find("sample-a");
        Product table = ProductCatalogue.load(changed(A + "coefficients/channel.csv", "费率表", "表"))
                .find("sample-a");

        assertThat(before).isNotNull();
        assertThat(scenario).isNotNull();
        assertThat(table).isNotNull();
        assertThat(scenario.digest()).isEqualTo(before.digest());
        assertThat(table.digest()).isNotEqualTo(before.digest());
    }
}
