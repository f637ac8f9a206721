package org.panbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    /** One operand, an option with a value, one without. */
    private static final Command COMMAND = new Command() {
        @Override
        public List<String> operands() {
            return List.of("FILE");
        }

        @Override
        public Options options() {
            return new Options().addOption(Arguments.valued("product", "ID")).addOption(Arguments.flag("strict"));
        }

        @Override
        public ExitCode run(Arguments arguments, Console console) {
            return ExitCode.OK;
        }
    };

    @Test
    void readsOperandAndOptionsInAnyOrder() {
        Arguments arguments = Arguments.parse(COMMAND, List.of("--product", "sample-a", "plan.json", "--json"));

        assertThat(arguments.operand(0)).isEqualTo("plan.json");
        assertThat(arguments.find("product")).contains("sample-a");
        assertThat(arguments.has("json")).isTrue();
        assertThat(arguments.has("strict")).isFalse();
    }

    @Test
    void anEqualsSignJoinsOptionAndValue() {
        assertThat(Arguments.parse(COMMAND, List.of("--product=sample-a", "f")).find("product"))
                .contains("sample-a");
    }

    @Test
    void aLoneHyphenIsAnOperand() {
        assertThat(Arguments.parse(COMMAND, List.of("-", "--strict")).operand(0))
                .isEqualTo("-");
    }

    @Test
    void helpNeedsNoOperand() {
        assertThat(Arguments.parse(COMMAND, List.of("--help")).has("help")).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refuses("option-unknown", "f", "--produkt", "x");
        refuses("option-unknown", "f", "--prod", "x");
        refuses("option-unknown", "f", "-p", "x");
        refuses("option-without-value", "f", "--product");
        refuses("option-repeated", "f", "--product", "a", "--product", "b");
        refuses("operand-missing", "--strict");
        refuses("operand-unexpected", "f", "g");
    }

    private static void refuses(String key, String... words) {
        assertThatThrownBy(() -> Arguments.parse(COMMAND, List.of(words)))
                .isInstanceOfSatisfying(CommandRefused.class, refused -> {
                    assertThat(refused.key()).isEqualTo(key);
                    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
                });
    }
}
