package org.panbao.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;

class StrictJsonTest {

    private final StrictJson json = new StrictJson(Messages.of(StrictJson.class, "intake"));

    @ParameterizedTest(name = "{0} is {1} at {2}:{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":1,\"a\":2} | duplicate-key | 1 | 11",
                "{\"a\":1} {} | text-after-end | 1 | 9",
                "{\"a\":1}x | syntax | 1 | 9",
                "{\"a\":} | syntax | 1 | 7",
                "{'a':1} | syntax | 1 | 3",
                "{\"a\":01} | syntax | 1 | 7",
                "{\"a\":NaN} | syntax | 1 | 9",
                "{\"a\":1 | syntax | 1 | 7",
                "{\"a\":1,} | syntax | 1 | 9",
                "/* no */ {} | syntax | 1 | 2",
            })
    void namesTheFaultAndItsPlace(String text, String reason, String line, String column) {
        assertThatThrownBy(() -> json.read(text.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED_JSON);
                    assertThat(problem.values()).containsEntry("reason", reason).containsEntry("line", line);
                    assertThat(Integer.parseInt(problem.values().get("column")))
                            .isBetween(Integer.parseInt(column) - 2, Integer.parseInt(column) + 2);
                    assertThat(problem.findings())
                            .singleElement()
                            .satisfies(finding -> assertThat(finding.code()).isEqualTo("json-" + reason));
                });
    }

    @Test
    void countsLinesOfWhatIsNotUtf8() {
        byte[] text = "{\n  \"name\": \"星\"}".getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> json.read(text))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.values())
                        .containsEntry("reason", "not-utf-8")
                        .containsEntry("line", "2")
                        .containsEntry("column", "12"));
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(json.read("\uFEFF{}".getBytes(StandardCharsets.UTF_8)).isObject())
                .isTrue();
    }

    @Test
    void refusesUtf16() {
        assertThatThrownBy(() -> json.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> json.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void boundsDepthNamesNumbersAndSize() {
        assertReason("[".repeat(33) + "]".repeat(33), "too-deep");
        assertReason("{\"" + "n".repeat(201) + "\":1}", "too-long");
        assertReason("{\"a\":" + "9".repeat(101) + "}", "too-long");
        assertReason("  \n ", "empty");
        assertThatThrownBy(() -> json.read(new byte[StrictJson.MAX_BYTES + 1]))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PAYLOAD_TOO_LARGE));
    }

    private void assertReason(String text, String reason) {
        assertThatThrownBy(() -> json.read(text.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.values()).containsEntry("reason", reason));
    }
}
