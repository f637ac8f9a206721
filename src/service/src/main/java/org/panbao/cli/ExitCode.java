package org.panbao.cli;

/** What a command tells the shell; the table for users is in {@code docs/command-line.md}. */
public enum ExitCode {
    /** Done. A decision to decline is an answer too. */
    OK(0),
    /** What was given was read, and is at fault: every fault was told. */
    FAULTS(1),
    /** The command line itself cannot be understood. */
    USAGE(2),
    /** It cannot be done here: a file is missing, a service does not answer, rights are missing. */
    UNABLE(3),
    /** A fault of the program. */
    INTERNAL(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number for the shell. */
    public int code() {
        return code;
    }
}
