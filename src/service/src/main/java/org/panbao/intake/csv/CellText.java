package org.panbao.intake.csv;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panbao.base.SpreadsheetFormula;

/**
 * The text of cells: what spreadsheets do to them, and the mark against it.
 *
 * <p>A cell is written with an apostrophe in front when without it a spreadsheet would run it as a formula or change it,
 * or when it would be read as something else. The apostrophe is taken off again exactly where it had to be put, so that
 * any text comes back as it was, one that begins with an apostrophe too.
 */
final class CellText {

    private static final String MARK = "'";

    /** What would be read as the mark or as a note. */
    private static final String RISKY_START = MARK + HeaderReader.NOTE;

    /** Begins as what a spreadsheet takes for a number, a date or a truth, and writes back in another form. */
    private static final Pattern MANGLED =
            Pattern.compile("(?is)[-+\u2212.(\u00A5$\u20AC\u00A3]{0,3}\\s*[0-9].*|true|false"
                    + "|(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?"
                    + "|nov(ember)?|dec(ember)?)[ .,/-]*[0-9].*");

    /** A whole number that stays what it is. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,10}");

    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9](\\.[0-9]+)?[eE]\\+?[0-9]{1,3}");
    private static final Pattern DIGITS_LOST = Pattern.compile("[0-9]{15}0+");
    private static final Pattern SPREADSHEET_ERROR = Pattern.compile("#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|#+)");
    private static final Pattern THOUSANDS = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern FRACTION = Pattern.compile("0?\\.0*[1-9][0-9]*|1(\\.0*)?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\x{200B}-\\x{200D}\\x{2060}\\x{FEFF}]*");
    private static final Pattern DATE = Pattern.compile(
            "([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|\u5E74([0-9]{1,2})\u6708([0-9]{1,2})\u65E5)( 0?0:00(:00)?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("[0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{2}|[0-9]{4})");
    private static final Pattern DAY_NUMBER = Pattern.compile("[0-9]{5}(\\.[0-9]+)?");

    private CellText() {}

    /** {@code text} as a cell, marked where it must be. */
    static String marked(Column column, String text) {
        return needsMark(column, text) ? MARK + text : text;
    }

    /** Whether the cell bears the mark; then the rest of it is the value, to the letter. */
    static boolean isMarked(Column column, String cell) {
        return cell.startsWith(MARK) && needsMark(column, cell.substring(MARK.length()));
    }

    /** The value of a cell that bears the mark. */
    static String unmarked(String cell) {
        return cell.substring(MARK.length());
    }

    /** The value of a cell without a mark, spelt as a plan spells it. */
    static String normal(Column column, String cell) {
        return switch (column.kind()) {
            case TEXT -> cell;
            case DATE -> date(ascii(cell));
            case DECIMAL, INTEGER -> number(ascii(cell));
            case PERCENT -> number(ascii(cell).replaceFirst("%$", ""));
            default -> ascii(cell);
        };
    }

    /** What a spreadsheet has plainly done to a cell without a mark, as the code of a finding; empty if nothing. */
    static String damage(Column column, String cell) {
        String text = ascii(cell);
        if (SCIENTIFIC.matcher(text).matches()) {
            return "csv-number-shortened";
        }
        if (DIGITS_LOST.matcher(text).matches()) {
            return "csv-digits-lost";
        }
        if (SPREADSHEET_ERROR.matcher(text).matches()) {
            return "csv-spreadsheet-error";
        }
        if (column.kind() == Column.Kind.DATE && DAY_FIRST.matcher(text).matches()) {
            return "csv-date-order";
        }
        return column.kind() == Column.Kind.DATE && DAY_NUMBER.matcher(text).matches() ? "csv-date-number" : "";
    }

    /** Whether a percent may be the fraction that a spreadsheet writes when the format is lost: above 0, 1 at most, no sign. */
    static boolean isFraction(Column column, String cell) {
        return column.kind() == Column.Kind.PERCENT
                && FRACTION.matcher(ascii(cell)).matches();
    }

    /** Whether nothing is stated: also where spaces of other kinds are left in a cell that holds no text. */
    static boolean isBlank(Column column, String cell) {
        return cell.isBlank()
                || (column.kind() != Column.Kind.TEXT && INVISIBLE.matcher(cell).matches());
    }

    private static boolean needsMark(Column column, String text) {
        return text.isBlank()
                || SpreadsheetFormula.begins(text)
                || RISKY_START.indexOf(text.charAt(0)) >= 0
                || !damage(column, text).isEmpty()
                || (isText(column) && isMangled(text))
                || !normal(column, text).equals(text);
    }

    private static boolean isMangled(String text) {
        return MANGLED.matcher(ascii(text)).matches()
                && !PLAIN_NUMBER.matcher(text).matches();
    }

    private static boolean isText(Column column) {
        return switch (column.kind()) {
            case TEXT, CODE, LISTED -> true;
            default -> false;
        };
    }

    private static String ascii(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }

    private static String number(String text) {
        return THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
    }

    private static String date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        String month = parts.group(2) == null ? parts.group(4) : parts.group(2);
        String day = parts.group(3) == null ? parts.group(5) : parts.group(3);
        return parts.group(1) + "-" + twoDigits(month) + "-" + twoDigits(day);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
