package org.panbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final CommandRun commands = new CommandRun();

    @Test
    void optionsAloneOrNothingStartTheService() {
        assertThat(CommandLine.isMeant()).isFalse();
        assertThat(CommandLine.isMeant("--server.port=8081")).isFalse();
        assertThat(CommandLine.isMeant("quote")).isTrue();
        assertThat(CommandLine.isMeant("nonsense")).isTrue();
        assertThat(CommandLine.isMeant("--help")).isTrue();
    }

    @Test
    void anUnknownCommandPrintsTheUsageAndEndsWithTwo() {
        CommandRun.Ended ended = commands.run("quota", "--lang", "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("There is no command \"quota\".", "Usage:");
    }

    @Test
    void theUsageOfAllIsAnAnswer() {
        CommandRun.Ended ended = commands.run("--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("用法：");
        assertThat(ended.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lang=fr", "--lang fr"})
    void aLanguageThatIsNotKnownIsRefused(String option) {
        CommandRun.Ended ended = commands.run(("quota " + option).split(" "));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("“fr”");
    }
}
