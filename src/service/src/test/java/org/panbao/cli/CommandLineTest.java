package org.panbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
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

    /** As /dev/full does. */
    @Test
    void anAnswerThatIsNotWrittenEndsWithThree() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode code = new CommandLine(
                        new PrintStream(full, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Clock.systemDefaultZone())
                .run(List.of("--help", "--lang", "en"));

        assertThat(code).isEqualTo(ExitCode.UNABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("The output was not written in full");
    }
}
