package org.panbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PageReader;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.JsonNode;

/** From the base premium to what is paid, as printed: anyone who adds the printed changes up finds the premium. */
class WaterfallPagesIT {

    private static final Path EXPECTED = Path.of(System.getProperty("panbao.top"), "sample-data/plans/EXPECTED.csv");
    private static final Pattern BAR = Pattern.compile(
            "<tr data-from=.*?</td><td class=\"number\">([^<]*)</td><td class=\"number\">([^<]*)</td></tr>",
            Pattern.DOTALL);

    private static final PanbaoServer SERVER = PanbaoServer.shared();
    private static final ApiClient INSURER = SERVER.as("demo-insurer-1", "insurer");
    private static final PageReader READER = PageReader.signedIn(SERVER, "demo-insurer-1", "insurer");

    static List<String[]> priced() throws IOException {
        return Files.readAllLines(EXPECTED).stream()
                .skip(1)
                .map(line -> line.split(",", 4))
                .filter(cells -> !cells[2].equals("DECLINE"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("priced")
    void thePrintedChangesOfEverySamplePlanAddUpToThePremium(String file, String product) throws IOException {
        Answer made = INSURER.post("/api/v1/quotes", Map.of("plan", PageSamples.document(file), "productId", product));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode quote = made.json();
        String page =
                READER.get("/app/quotes/" + quote.get("quoteId").asString()).body();

        BigDecimal sum = BigDecimal.ZERO;
        Matcher bars = BAR.matcher(page);
        while (bars.find()) {
            sum = sum.add(number(bars.group(1)));
            assertThat(number(bars.group(2)))
                    .as("running after %s", bars.group())
                    .isEqualByComparingTo(sum);
        }

        assertThat(sum)
                .isEqualByComparingTo(new BigDecimal(quote.at("/premium/total").asString()));
    }

    private static BigDecimal number(String shown) {
        return new BigDecimal(shown.replace(",", "").replace("+", "").replace("\u2212", "-"));
    }
}
