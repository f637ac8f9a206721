package org.panbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of the operator refuse before they look at a database. */
class OperatorCommandsTest {

    @TempDir
    private Path folder;

    private final CommandRun commands = new CommandRun();

    @Test
    void aReplayNamesItsQuoteOrAll() {
        assertThat(commands.run("replay", "--lang", "en").err()).contains("QUOTE");
        assertThat(commands.run("replay").code()).isEqualTo(2);
        assertThat(commands.run("replay", "--all", "one-more").code()).isEqualTo(2);
    }

    @Test
    void somethingElseThanAQuoteIdIsAMisuse() {
        CommandRun.Ended ended = commands.run("replay", "machine-tool-maker", "--lang", "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("\"machine-tool-maker\" is not the id of a quote");
    }

    @Test
    void aFolderThatIsNotThereIsNamedInTheLanguageAskedFor() {
        String missing = folder.resolve("missing").toString();

        assertThat(commands.run("replay", "--all", "--data-dir", missing))
                .isEqualTo(new CommandRun.Ended(3, "", "没有数据目录 " + missing + "。\n请用 --data-dir <目录> 指定服务的数据目录。\n"));
        assertThat(commands.run("backup", "never.zip", "--data-dir", missing, "--lang", "en")
                        .err())
                .contains("There is no data directory " + missing);
    }

    @Test
    void aBackupThatIsNotThereIsNamed() {
        Path target = folder.resolve("data");
        CommandRun.Ended ended = commands.run(
                "restore", folder.resolve("missing.zip").toString(), "--data-dir", target.toString(), "--lang", "en");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("Cannot read " + folder.resolve("missing.zip"));
        assertThat(target).doesNotExist();
    }

    /** As a database does that is unpacked onto a full disk, in a thread of its own. */
    @Test
    void aFullDiskIsSaidInWords() {
        OperatorCommand command = new OperatorCommand() {
            @Override
            public List<String> operands() {
                return List.of();
            }

            @Override
            ExitCode work(Place place, Arguments arguments, Console console) {
                throw new CompletionException(new UncheckedIOException(
                        "unpacking PostgreSQL into x", new IOException("No space left on device")));
            }
        };
        Console console = new Console(System.out, System.err, Clock.systemDefaultZone(), true, false);

        assertThatThrownBy(() -> command.run(Arguments.parse(command, List.of()), console))
                .isInstanceOfSatisfying(CommandRefused.class, refused -> {
                    assertThat(refused.exitCode()).isEqualTo(ExitCode.UNABLE);
                    assertThat(refused.key()).isEqualTo("no-space");
                });
    }
}
