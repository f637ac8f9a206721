package org.panbao.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;
import org.panbao.base.Problem;

/**
 * One command of the command line. Made anew for each call with plain {@code new}, before and without Spring. Its name
 * is in {@link Commands}; its words are in {@code messages/cli.properties}: {@code <name>.summary}, and
 * {@code <name>.<option>} for each option, with a hyphen for the blank in a name of two words.
 */
interface Command {

    /** Names of what stands after the command, in order, for example {@code FILE}; each is needed. */
    default List<String> operands() {
        return List.of();
    }

    /** The option that, where it stands, stands for all operands. */
    default Optional<String> insteadOfOperands() {
        return Optional.empty();
    }

    /** Its options, beside those that every command has. */
    default Options options() {
        return new Options();
    }

    /**
     * Does it. What was asked for goes to standard output, everything else to standard error. Throws
     * {@link CommandRefused}, or {@link Problem} with what is wrong with an input.
     */
    ExitCode run(Arguments arguments, Console console);
}
