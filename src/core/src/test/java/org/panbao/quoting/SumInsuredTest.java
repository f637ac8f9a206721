package org.panbao.quoting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.panbao.rating.RatingFixtures;
import org.panbao.rating.RatingResult;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.ProductCatalogue;
import org.panbao.rulebook.ReleaseFiles;

class SumInsuredTest {

    private static final String PRODUCT = "rules/products/sample-a/product.yaml";
    private static final String NAMED = "aggregate: aggregateLimit";

    /** Data recovery 2,000,000, response 1,000,000, interruption 50,000 × 30 days: 4,500,000. */
    private final RatingResult rating = RatingFixtures.goldenA().rate("sample-a");

    @Test
    void theAggregateThatTheProductNamesBindsBelowTheSum() {
        assertThat(SumInsured.of(RatingFixtures.product("sample-a"), rating)).isEqualByComparingTo("4000000");
    }

    /** So that quotes made before products named it come out the same. */
    @Test
    void theParameterOfThePlansAggregateStandsInForTheName() {
        assertThat(SumInsured.of(with(Map.of(NAMED, "")), rating)).isEqualByComparingTo("4000000");
    }

    @Test
    void withoutEitherTheAmountsAddUp() {
        Product product = with(Map.of(NAMED, "", "    facts: [need.aggregateLimitCny]\n", ""));

        assertThat(SumInsured.of(product, rating)).isEqualByComparingTo("4500000");
    }

    @Test
    void anyParameterCanBeTheAggregate() {
        Product product = with(Map.of(NAMED, "aggregate: perEventLimit"));

        assertThat(SumInsured.of(product, rating)).isEqualByComparingTo("2000000");
    }

    private static Product with(Map<String, String> changes) {
        Map<String, byte[]> files = new TreeMap<>(RatingFixtures.shippedFiles().files());
        String text = RatingFixtures.shippedFiles().text(PRODUCT);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertThat(text).contains(change.getKey());
            text = text.replace(change.getKey(), change.getValue());
        }
        files.put(PRODUCT, text.getBytes(StandardCharsets.UTF_8));
        return ProductCatalogue.load(ReleaseFiles.of(files)).find("sample-a");
    }
}
