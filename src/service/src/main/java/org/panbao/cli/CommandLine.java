package org.panbao.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.panbao.base.Problem;
import org.panbao.rulebook.RulebookException;

/** Finds the command that the arguments name, runs it and says what went wrong. Nothing here starts Spring. */
public final class CommandLine {

    private static final String OPTION = "--";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String ENGLISH = "en";
    private static final List<String> LANGUAGES = List.of("zh", "zh-CN", ENGLISH);

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    CommandLine(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** Whether the arguments ask for a command. Options alone, or nothing, start the service. */
    public static boolean isMeant(String... args) {
        return args.length > 0 && (!args[0].startsWith(OPTION) || args[0].equals(OPTION + Arguments.HELP));
    }

    /** Runs the command on the streams of this process, in UTF-8, and gives the exit code. Libraries log nothing. */
    public static int runHere(String... args) {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new CommandLine(out, err, Clock.tickSeconds(CHINA))
                .run(List.of(args))
                .code();
        out.flush();
        return code;
    }

    /** Runs the command that the words name; whatever goes wrong is said and becomes the exit code. */
    ExitCode run(List<String> words) {
        String language = language(words);
        Console console =
                new Console(out, err, clock, language.equals(ENGLISH), words.contains(OPTION + Arguments.JSON));
        ExitCode code = attempt(words, language, console);
        if (console.isUnwritten()) {
            console.remark(console.words("refused.output-unwritten"));
            return ExitCode.UNABLE;
        }
        return code;
    }

    private static ExitCode attempt(List<String> words, String language, Console console) {
        try {
            if (!LANGUAGES.contains(language)) {
                throw new CommandRefused(ExitCode.USAGE, "language-unknown", Map.of("language", language));
            }
            return dispatch(words, console);
        } catch (CommandRefused e) {
            return refused(e, console);
        } catch (RulebookException e) {
            return refused(RulesOptions.unusable(e), console);
        } catch (RuntimeException e) {
            console.remark(console.words("refused.internal", Map.of("reason", e.toString())));
            return ExitCode.INTERNAL;
        }
    }

    private static ExitCode dispatch(List<String> words, Console console) {
        if (words.get(0).equals(OPTION + Arguments.HELP)) {
            console.line(new Usage(console).ofAll());
            return ExitCode.OK;
        }
        String name = name(words);
        Command command = Commands.find(name)
                .orElseThrow(() -> new CommandRefused(ExitCode.USAGE, "command-unknown", Map.of("command", name)));
        int length = name.split(" ").length;
        Arguments arguments = Arguments.parse(command, words.subList(length, words.size()));
        if (arguments.has(Arguments.HELP)) {
            console.line(new Usage(console).of(name, command));
            return ExitCode.OK;
        }
        try {
            return command.run(arguments, console);
        } catch (Problem e) {
            return new ProblemReport(console).tell(e, command.operands().isEmpty() ? "" : arguments.operand(0));
        }
    }

    private static ExitCode refused(CommandRefused refused, Console console) {
        console.remark(console.words("refused." + refused.key(), refused.values()));
        if (refused.key().equals("command-unknown")) {
            console.remark(new Usage(console).ofAll());
        } else if (refused.exitCode() == ExitCode.USAGE) {
            console.remark(console.words("refused.see-help"));
        }
        return refused.exitCode();
    }

    /** The first two words if they are a command, else the first. */
    private static String name(List<String> words) {
        String two = String.join(" ", words.subList(0, Math.min(2, words.size())));
        return Commands.names().contains(two) ? two : words.get(0);
    }

    /** The language asked for; read beforehand, so that faults of the command line are told in it too. */
    private static String language(List<String> words) {
        String option = OPTION + Arguments.LANG;
        int place = words.indexOf(option);
        Optional<String> behind =
                place >= 0 && place + 1 < words.size() ? Optional.of(words.get(place + 1)) : Optional.empty();
        return Stream.concat(
                        behind.stream(),
                        words.stream()
                                .filter(word -> word.startsWith(option + "="))
                                .map(word -> word.substring(option.length() + 1)))
                .findFirst()
                .orElse(LANGUAGES.get(0));
    }
}
