package org.panbao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.ChoiceBook.Found;
import org.panbao.rating.Step.KeyPart;
import org.panbao.rating.Step.Operand;
import org.panbao.rating.Step.RowHit;
import org.panbao.rating.Step.Source;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Coefficient.Interpolation;
import org.panbao.rulebook.Coefficient.Row;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.LookupTable.Match;
import org.panbao.rulebook.LookupTable.Position;

/**
 * Finds the value inside a filed row, or between two filed points, and writes the steps that find it.
 *
 * <p>Inside a row: {@code v = from + (to − from) · (key − keyFrom) / (keyTo − keyFrom)}, rounded as the product rounds
 * coefficients, then held inside the row: an end that does not belong to the row is never reached, not by rounding
 * either. A row without an end stays next to the end that it shares with its neighbour.
 */
final class RowPlacement {

    private final Trace trace;

    RowPlacement(Trace trace) {
        this.trace = trace;
    }

    static RowHit hit(Coefficient coefficient, Row row, List<KeyPart> key) {
        return new RowHit(
                coefficient.path(),
                coefficient.digest(),
                key,
                row.id(),
                null,
                row.key(),
                row.value(),
                coefficient.direction(),
                Interpolation.NONE);
    }

    /** The gap between two points; its values are the one value found for the key. */
    static RowHit hit(Coefficient coefficient, Match<Row> match, List<KeyPart> key, Interval values) {
        return new RowHit(
                coefficient.path(),
                coefficient.digest(),
                key,
                match.row().id(),
                match.next().id(),
                Interval.closed(keyEnd(match.row(), false), keyEnd(match.next(), true)),
                values,
                coefficient.direction(),
                coefficient.interpolation());
    }

    /** From the smallest filed value of all rows to the largest. */
    static Interval span(Coefficient coefficient) {
        Interval span = coefficient.rows().get(0).value();
        for (Row row : coefficient.rows()) {
            Interval value = row.value();
            if (end(value.low()).compareTo(end(span.low())) < 0) {
                span = new Interval(value.low(), value.lowIncluded(), span.high(), span.highIncluded());
            }
            if (end(value.high()).compareTo(end(span.high())) > 0) {
                span = new Interval(span.low(), span.lowIncluded(), value.high(), value.highIncluded());
            }
        }
        return span;
    }

    /** A hit on no row in particular: every row of the table is open. */
    static RowHit anyRow(Coefficient coefficient, Interval span) {
        return new RowHit(
                coefficient.path(),
                coefficient.digest(),
                List.of(),
                "*",
                null,
                null,
                span,
                coefficient.direction(),
                Interpolation.NONE);
    }

    private static BigDecimal end(@Nullable BigDecimal end) {
        if (end == null) {
            throw new IllegalStateException("checked when the product was loaded");
        }
        return end;
    }

    private static BigDecimal keyEnd(Row row, boolean low) {
        Interval key = row.key();
        return end(key == null ? null : low ? key.low() : key.high());
    }

    /** The single value of a row. */
    Value lookUp(Coefficient coefficient, @Nullable String cover, Row row, RowHit hit) {
        Operand value = new Operand(
                "value", Source.TABLE, row.id() + "/value", end(row.value().low()));
        return trace.write(
                Factor.register(coefficient, cover),
                Operator.LOOKUP,
                coefficient.id(),
                cover,
                List.of(value),
                hit,
                null,
                value.value());
    }

    Value choose(Coefficient coefficient, @Nullable String cover, RowHit hit, Found choice) {
        return trace.write(
                Factor.register(coefficient, cover),
                Operator.CHOOSE,
                coefficient.id(),
                cover,
                List.of(new Operand("choice", Source.CHOICE, choice.ref(), choice.value())),
                hit,
                null,
                choice.value());
    }

    /** The value at {@code key} inside a row, without writing steps. */
    static BigDecimal placedValue(Coefficient coefficient, Row row, BigDecimal key) {
        BigDecimal quantum = coefficient.rounding().quantum();
        BigDecimal value = joinedEnd(coefficient, row);
        if (value == null) {
            value = coefficient.rounding().apply(line(lineOperands(coefficient, row, null, key)));
        }
        return value.max(row.value().smallest(quantum)).min(row.value().largest(quantum));
    }

    /** The value shared with the neighbour when the row has no end on the other side; null when it has both. */
    private static @Nullable BigDecimal joinedEnd(Coefficient coefficient, Row row) {
        Interval key = row.key();
        if (key == null || key.high() == null) {
            return row.valueAtFrom(coefficient.direction());
        }
        return key.low() == null ? row.valueAtTo(coefficient.direction()) : null;
    }

    /** Places the value by the key and holds it inside the row. */
    Value place(Coefficient coefficient, @Nullable String cover, Row row, RowHit hit, Value key) {
        String register = Factor.register(coefficient, cover);
        BigDecimal joined = joinedEnd(coefficient, row);
        Value line = joined != null
                ? new Value(Source.TABLE, row.id() + "/joined", joined)
                : interpolate(coefficient, cover, lineOperands(coefficient, row, key, key.number()), hit);
        BigDecimal quantum = coefficient.rounding().quantum();
        Operand lowest = new Operand(
                "lowest", Source.TABLE, row.id() + "/low", row.value().smallest(quantum));
        Operand highest = new Operand(
                "highest", Source.TABLE, row.id() + "/high", row.value().largest(quantum));
        return trace.write(
                register,
                Operator.CLAMP,
                coefficient.id(),
                cover,
                List.of(line.as("value"), lowest, highest),
                hit,
                coefficient.rounding(),
                line.number().max(lowest.value()).min(highest.value()));
    }

    private static List<Operand> lineOperands(
            Coefficient coefficient, Row row, @Nullable Value key, BigDecimal number) {
        String from = row.id() + "/from";
        return List.of(
                key == null ? new Operand("key", Source.CONSTANT, "key", number) : key.as("key"),
                new Operand("keyFrom", Source.TABLE, from, keyEnd(row, true)),
                new Operand("keyTo", Source.TABLE, row.id() + "/to", keyEnd(row, false)),
                new Operand("valueFrom", Source.TABLE, from, row.valueAtFrom(coefficient.direction())),
                new Operand("valueTo", Source.TABLE, row.id() + "/to", row.valueAtTo(coefficient.direction())));
    }

    private static List<Operand> gapOperands(Coefficient coefficient, Match<Row> match, Operand key) {
        Row lower = match.row();
        Row upper = match.next();
        return List.of(
                key,
                new Operand("keyFrom", Source.TABLE, lower.id() + "/to", keyEnd(lower, false)),
                new Operand("keyTo", Source.TABLE, upper.id() + "/from", keyEnd(upper, true)),
                new Operand("valueFrom", Source.TABLE, lower.id() + "/to", lower.valueAtTo(coefficient.direction())),
                new Operand("valueTo", Source.TABLE, upper.id() + "/from", upper.valueAtFrom(coefficient.direction())));
    }

    /** The value at a key between two points, rounded, without writing steps. */
    static BigDecimal between(Coefficient coefficient, Match<Row> match, BigDecimal key) {
        List<Operand> operands = gapOperands(coefficient, match, new Operand("key", Source.CONSTANT, "key", key));
        return coefficient.rounding().apply(curve(coefficient.interpolation(), operands));
    }

    /** Places the value between two points. */
    Value interpolate(
            Coefficient coefficient, @Nullable String cover, Match<Row> match, List<KeyPart> key, Value number) {
        List<Operand> operands = gapOperands(coefficient, match, number.as("key"));
        BigDecimal value = coefficient.rounding().apply(curve(coefficient.interpolation(), operands));
        return trace.write(
                Factor.register(coefficient, cover),
                coefficient.interpolation() == Interpolation.LOG
                        ? Operator.INTERPOLATE_LOG
                        : Operator.INTERPOLATE_LINEAR,
                coefficient.id(),
                cover,
                operands,
                hit(coefficient, match, key, ends(operands)),
                coefficient.rounding(),
                value);
    }

    private static Interval ends(List<Operand> operands) {
        BigDecimal from = operands.get(3).value();
        BigDecimal to = operands.get(4).value();
        return Interval.closed(from.min(to), from.max(to));
    }

    private Value interpolate(Coefficient coefficient, @Nullable String cover, List<Operand> operands, RowHit hit) {
        return trace.write(
                Factor.register(coefficient, cover),
                Operator.INTERPOLATE_LINEAR,
                coefficient.id(),
                cover,
                operands,
                hit,
                coefficient.rounding(),
                coefficient.rounding().apply(line(operands)));
    }

    private static BigDecimal curve(Interpolation interpolation, List<Operand> operands) {
        return interpolation == Interpolation.LOG ? logLine(operands) : line(operands);
    }

    /** {@code valueFrom + (valueTo − valueFrom) · (key − keyFrom) / (keyTo − keyFrom)}; the division comes last. */
    private static BigDecimal line(List<Operand> operands) {
        BigDecimal key = operands.get(0).value();
        BigDecimal keyFrom = operands.get(1).value();
        BigDecimal keyTo = operands.get(2).value();
        BigDecimal valueFrom = operands.get(3).value();
        BigDecimal valueTo = operands.get(4).value();
        return valueTo.subtract(valueFrom)
                .multiply(key.subtract(keyFrom))
                .divide(keyTo.subtract(keyFrom), Parameters.DIVISION)
                .add(valueFrom);
    }

    /** The same over natural logarithms of the keys; logarithms are doubles, the result is rounded by the caller. */
    private static BigDecimal logLine(List<Operand> operands) {
        double key = operands.get(0).value().doubleValue();
        double keyFrom = operands.get(1).value().doubleValue();
        double keyTo = operands.get(2).value().doubleValue();
        double part = StrictMath.log(key / keyFrom) / StrictMath.log(keyTo / keyFrom);
        BigDecimal valueFrom = operands.get(3).value();
        return operands.get(4)
                .value()
                .subtract(valueFrom)
                .multiply(new BigDecimal(part))
                .add(valueFrom);
    }

    /** Holds a key inside the table, as a step of its own. */
    Value holdKey(Coefficient coefficient, @Nullable String cover, Match<Row> match, Value key) {
        boolean below = match.position() == Position.BELOW;
        BigDecimal edge = keyEnd(match.row(), below);
        Operand end = new Operand(
                below ? "lowest" : "highest", Source.TABLE, match.row().id() + "/end", edge);
        return trace.write(
                "key:" + Factor.register(coefficient, cover),
                below ? Operator.MAX : Operator.MIN,
                coefficient.id(),
                cover,
                new ArrayList<>(List.of(key.as("value"), end)),
                null,
                null,
                edge);
    }
}
