package org.panbao.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.apache.commons.cli.Options;
import org.panbao.backup.BackupRefused;
import org.panbao.startup.StartRefused;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * A command on the data directory itself, for its operator. It has the settings of the service: environment variables,
 * system properties and configuration files; secrets are never read from the command line.
 */
abstract class OperatorCommand implements Command {

    /** How systems say that a disk is full. */
    private static final String NO_SPACE = "No space left on device";

    static final String DATA_DIR = "data-dir";

    @Override
    public Options options() {
        return new Options().addOption(Arguments.valued(DATA_DIR, "FOLDER"));
    }

    @Override
    public final ExitCode run(Arguments arguments, Console console) {
        ConfigurableEnvironment settings = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        Path dataDirectory =
                Path.of(arguments.find(DATA_DIR).orElseGet(() -> settings.getProperty("panbao.data-dir", "./data")));
        try (OrderlyEnd end = new OrderlyEnd()) {
            return runAt(new Place(settings, dataDirectory, end), arguments, console);
        }
    }

    private ExitCode runAt(Place place, Arguments arguments, Console console) {
        try {
            return work(place, arguments, console);
        } catch (StartRefused e) {
            console.remark(console.in(e.why()));
            console.remark(console.in(e.remedy()));
            return ExitCode.UNABLE;
        } catch (BackupRefused e) {
            console.remark(console.in(e.text()));
            return e.isOfInput() ? ExitCode.FAULTS : ExitCode.UNABLE;
        } catch (UncheckedIOException e) {
            throw unwritable(e);
        } catch (CompletionException e) {
            // the database is started in a thread of its own
            if (e.getCause() instanceof UncheckedIOException cause) {
                throw unwritable(cause);
            }
            throw e;
        }
    }

    private static CommandRefused unwritable(UncheckedIOException fault) {
        String reason = fault.getMessage() + ": " + fault.getCause();
        return new CommandRefused(
                ExitCode.UNABLE, reason.contains(NO_SPACE) ? "no-space" : "input-output", Map.of("reason", reason));
    }

    /**
     * What a command works on.
     *
     * @param givenUp whether the process is ending, so that long work should give up and clean up
     */
    record Place(Environment settings, Path dataDirectory, BooleanSupplier givenUp) {}

    abstract ExitCode work(Place place, Arguments arguments, Console console);
}
