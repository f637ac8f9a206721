package org.panbao.rulebook;

/** A release that cannot be loaded; the message names the file and, for tables, the line. */
public final class RulebookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

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
