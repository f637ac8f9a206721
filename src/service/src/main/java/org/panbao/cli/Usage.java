package org.panbao.cli;

import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Tells how the commands are called, from their own operands and options. */
final class Usage {

    private static final String CALL = "  java -jar panbao.jar ";

    private final Console console;

    Usage(Console console) {
        this.console = console;
    }

    /** All commands, a line each. */
    String ofAll() {
        StringBuilder text = new StringBuilder(console.words("usage.call")).append('\n');
        for (String name : Commands.names()) {
            Command command = Commands.find(name).orElseThrow();
            String call = CALL + name + operands(command);
            text.append(call).append("\n      ").append(summary(name)).append('\n');
        }
        return text.append(console.words("usage.service")).toString();
    }

    /** One command with its options. */
    String of(String name, Command command) {
        StringBuilder text = new StringBuilder(console.words("usage.call")).append('\n');
        text.append(CALL).append(name).append(operands(command)).append(console.words("usage.options"));
        text.append("\n\n").append(summary(name)).append("\n\n");
        describe(command.options(), key(name), text);
        describe(Arguments.common(), "every", text);
        return text.append('\n').append(console.words("usage.exit-codes")).toString();
    }

    private String summary(String name) {
        return console.words(key(name) + ".summary");
    }

    private void describe(Options options, String prefix, StringBuilder text) {
        for (Option option : options.getOptions()) {
            String value = option.hasArg() ? " " + option.getArgName() : "";
            text.append(String.format("  %-24s ", "--" + option.getLongOpt() + value))
                    .append(console.words(prefix + "." + option.getLongOpt()))
                    .append('\n');
        }
    }

    private static String operands(Command command) {
        return command.operands().isEmpty() ? "" : " " + String.join(" ", command.operands());
    }

    private static String key(String name) {
        return name.replace(' ', '-');
    }
}
