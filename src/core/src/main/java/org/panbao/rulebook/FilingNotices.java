package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Severity;
import org.panbao.rulebook.Coefficient.Direction;
import org.panbao.rulebook.Coefficient.Row;
import org.panbao.rulebook.Product.Cover;

/** Oddities of a filing that are told and not refused: a filing is charged as it was filed. */
final class FilingNotices {

    private static final Messages MESSAGES = Messages.of(FilingNotices.class, "products");

    private FilingNotices() {}

    static List<Finding> of(List<Cover> covers, List<Coefficient> coefficients) {
        List<Finding> notices = new ArrayList<>();
        for (Coefficient coefficient : coefficients) {
            List<Row> sorted = LookupTable.sortedByRange(coefficient.rows(), Row::key);
            for (int i = 0; i + 1 < sorted.size(); i++) {
                Row lower = sorted.get(i);
                Row upper = sorted.get(i + 1);
                if (lower.codes().equals(upper.codes())) {
                    checkDirection(coefficient, lower, upper, notices);
                    covers.stream()
                            .filter(cover -> isAmountOf(coefficient, cover))
                            .forEach(cover -> checkAmount(coefficient, lower, upper, notices));
                }
            }
        }
        return notices;
    }

    private static boolean isAmountOf(Coefficient coefficient, Cover cover) {
        String amount = cover.amount();
        return amount != null
                && amount.equals(coefficient.rangeKey())
                && coefficient.covers().contains(cover.id());
    }

    /** Values that move against the direction the table declares. */
    private static void checkDirection(Coefficient coefficient, Row lower, Row upper, List<Finding> notices) {
        Direction direction = coefficient.direction();
        int order = lower.valueAtTo(direction).compareTo(upper.valueAtFrom(direction));
        if ((direction == Direction.RISING && order > 0) || (direction == Direction.FALLING && order < 0)) {
            notices.add(notice("filing-not-monotone", coefficient, lower, upper));
        }
    }

    /** A greater sum insured that costs less than a smaller one. */
    private static void checkAmount(Coefficient coefficient, Row lower, Row upper, List<Finding> notices) {
        BigDecimal smaller = lower.key() == null ? null : lower.key().high();
        BigDecimal greater = upper.key() == null ? null : upper.key().low();
        if (smaller != null
                && greater != null
                && upper.key() != null
                && upper.key().isPoint()) {
            BigDecimal cheap = smaller.multiply(lower.valueAtTo(coefficient.direction()));
            if (greater.multiply(upper.valueAtFrom(coefficient.direction())).compareTo(cheap) < 0) {
                notices.add(notice("filing-limit-cheaper", coefficient, lower, upper));
            }
        }
    }

    private static Finding notice(String code, Coefficient coefficient, Row lower, Row upper) {
        Map<String, String> values = Map.of("table", coefficient.path(), "lower", lower.id(), "upper", upper.id());
        return new Finding(Severity.INFO, "/coefficients/" + coefficient.id(), code, MESSAGES.text(code, values));
    }
}
