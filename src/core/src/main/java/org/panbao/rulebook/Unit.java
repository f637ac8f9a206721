package org.panbao.rulebook;

/** What a parameter counts. Sums are whole yuan and fen, never ten-thousands. */
public enum Unit {
    CNY,
    PERCENT,
    DAYS,
    MONTHS,
    YEARS,
    COUNT,
    RATIO,
    CODE;

    /** Whether values are numbers; codes are words out of a list. */
    public boolean isNumber() {
        return this != CODE;
    }
}
