package org.panbao.base;

/** What spreadsheets run as a formula when they open a file of plain cells. */
public final class SpreadsheetFormula {

    /** Also in full width, as Chinese input methods write it; a tab or a line break in front is passed over. */
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetFormula() {}

    /** Whether a cell with this text would be taken for a formula. */
    public static boolean begins(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
