package org.panbao.underwriting;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.support.Answer;
import org.panbao.support.ApiClient;
import org.panbao.support.PanbaoServer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is answered as a rate basis is what the published schema says. */
class RateBasisSchemaIT {

    private static final Path PLANS = Path.of(System.getProperty("panbao.top"), "sample-data/plans");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApiClient insurer = PanbaoServer.shared().asRole("insurer");

    @ParameterizedTest
    @CsvSource({
        "machine-tool-maker.json, sample-a, ACCEPT",
        "food-maker.json, sample-a, DECLINE",
        "industrial-park.json, sample-a, ACCEPT_WITH_CONDITIONS"
    })
    void aRealRecordIsValidAndAChangedOneIsNot(String file, String product, String decision) throws IOException {
        Answer published = PanbaoServer.shared().anonymous().get("/schemas/rate-basis-1.schema.json");
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.header("Content-Type")).startsWith("application/schema+json");
        Schema schema =
                SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(published.body(), InputFormat.JSON);

        ObjectNode basis = rateBasis(file, product, decision);
        assertThat(schema.validate(
                        basis, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();

        for (String part : List.of("steps", "exposure", "coefficientTotals")) {
            ObjectNode changed = basis.deepCopy();
            ((ObjectNode) changed.get("record")).remove(part);
            assertThat(schema.validate(changed)).as(part).isNotEmpty();
        }
        for (String part : List.of("reference", "periodFrom")) {
            ObjectNode changed = basis.deepCopy();
            ((ObjectNode) changed.get("record").get("identity").get("filing")).remove(part);
            assertThat(schema.validate(changed)).as(part).isNotEmpty();
        }
    }

    private ObjectNode rateBasis(String file, String product, String decision) throws IOException {
        Answer quote = insurer.post(
                "/api/v1/quotes",
                Map.of("plan", JSON.readTree(Files.readString(PLANS.resolve(file))), "productId", product));
        assertThat(quote.json().path("decision").asString()).as(quote.body()).isEqualTo(decision);
        return (ObjectNode)
                insurer.get("/api/v1/quotes/" + quote.json().get("quoteId").asString() + "/rate-basis")
                        .json();
    }
}
