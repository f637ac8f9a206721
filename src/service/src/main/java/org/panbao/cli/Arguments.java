package org.panbao.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** What stands behind a command: its operands and options. Options have long names only; a lone hyphen is an operand. */
public final class Arguments {

    static final String JSON = "json";
    static final String LANG = "lang";
    static final String HELP = "help";

    private final CommandLine parsed;

    private Arguments(CommandLine parsed) {
        this.parsed = parsed;
    }

    /** An option with a value, told in the usage by the name of what the value is. */
    static Option valued(String name, String valueName) {
        return Option.builder().longOpt(name).hasArg().argName(valueName).get();
    }

    /** An option that stands alone. */
    static Option flag(String name) {
        return Option.builder().longOpt(name).get();
    }

    /** The options that every command has. */
    static Options common() {
        return new Options()
                .addOption(flag(JSON))
                .addOption(valued(LANG, "zh|en"))
                .addOption(flag(HELP));
    }

    /** Reads what stands behind {@code command}; throws {@link CommandRefused} with USAGE. */
    static Arguments parse(Command command, List<String> words) {
        Options options = new Options().addOptions(command.options()).addOptions(common());
        Arguments arguments = new Arguments(parse(options, words));
        arguments.refuseRepeated(options);
        if (!arguments.has(HELP)) {
            boolean all = command.insteadOfOperands().filter(arguments::has).isPresent();
            arguments.refuseOperands(all ? List.of() : command.operands());
        }
        return arguments;
    }

    private static CommandLine parse(Options options, List<String> words) {
        DefaultParser parser =
                DefaultParser.builder().setAllowPartialMatching(false).get();
        try {
            return parser.parse(options, words.toArray(String[]::new));
        } catch (UnrecognizedOptionException e) {
            throw refused("option-unknown", "option", e.getOption());
        } catch (MissingArgumentException e) {
            throw refused("option-without-value", "option", "--" + e.getOption().getLongOpt());
        } catch (ParseException e) {
            throw refused("option-unknown", "option", String.valueOf(e.getMessage()));
        }
    }

    /** Whether an option stands there. */
    public boolean has(String option) {
        return parsed.hasOption(option);
    }

    /** The value of an option, if it stands there. */
    public Optional<String> find(String option) {
        return Optional.ofNullable(parsed.getOptionValue(option));
    }

    /** The operand at this place, from 0. */
    public String operand(int place) {
        return parsed.getArgList().get(place);
    }

    private void refuseRepeated(Options options) {
        for (Option option : options.getOptions()) {
            long times =
                    Arrays.stream(parsed.getOptions()).filter(option::equals).count();
            if (times > 1) {
                throw refused("option-repeated", "option", "--" + option.getLongOpt());
            }
        }
    }

    private void refuseOperands(List<String> wanted) {
        List<String> given = parsed.getArgList();
        if (given.size() < wanted.size()) {
            throw refused("operand-missing", "operand", wanted.get(given.size()));
        }
        if (given.size() > wanted.size()) {
            throw refused("operand-unexpected", "operand", given.get(wanted.size()));
        }
    }

    private static CommandRefused refused(String key, String name, String value) {
        return new CommandRefused(ExitCode.USAGE, key, Map.of(name, value));
    }
}
