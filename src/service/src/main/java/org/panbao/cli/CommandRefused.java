package org.panbao.cli;

import java.util.Map;

/**
 * A command cannot go on, for a reason that the person at the keyboard can remove. It is said on standard error in one
 * sentence: the text {@code refused.<key>} of {@code messages/cli.properties} with its values.
 */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String key;
    private final transient Map<String, String> values;

    public CommandRefused(ExitCode exitCode, String key, Map<String, String> values) {
        super(key + " " + values);
        this.exitCode = exitCode;
        this.key = key;
        this.values = Map.copyOf(values);
    }

    ExitCode exitCode() {
        return exitCode;
    }

    String key() {
        return key;
    }

    Map<String, String> values() {
        return values;
    }
}
