package org.panbao.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** A release that cannot be loaded; the message names the file and, for tables, the line. */
public final class RulebookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A fault that already names its file. */
    RulebookException(String fault) {
        super(fault);
    }

    /** Several faults as one, each with its place on a line of its own. */
    public static RulebookException ofAll(List<RulebookException> faults) {
        return new RulebookException(faults.stream()
                .map(fault -> String.valueOf(fault.getMessage()))
                .distinct()
                .collect(Collectors.joining("\n")));
    }

    public RulebookException(String path, String reason) {
        super(path + ": " + reason);
    }

    /** A fault at a line (1 is the header). */
    public RulebookException(String path, int line, String reason) {
        super(path + ":" + line + ": " + reason);
    }

    public RulebookException(String path, String reason, Throwable cause) {
        super(path + ": " + reason, cause);
    }
}
