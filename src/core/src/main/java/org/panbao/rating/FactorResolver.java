package org.panbao.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.ProblemCode;
import org.panbao.rating.ChoiceBook.Found;
import org.panbao.rating.Step.KeyPart;
import org.panbao.rating.Step.RowHit;
import org.panbao.rating.Step.Source;
import org.panbao.rating.Trace.Value;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Coefficient.OffTable;
import org.panbao.rulebook.Coefficient.Placement;
import org.panbao.rulebook.Coefficient.Row;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.LookupTable.Match;
import org.panbao.rulebook.LookupTable.Position;

/** Finds the filed row of each coefficient and the value inside it. */
final class FactorResolver {

    private static final int SHOWN_DECIMALS = 6;

    private final Parameters parameters;
    private final ChoiceBook choices;
    private final RatingFindings findings;
    private final RowPlacement placement;
    private final Scope scope;
    private final @Nullable Value score;
    private final Map<String, Factor> known = new HashMap<>();
    private final List<RatingResult.Unresolved> unresolved = new ArrayList<>();
    private final List<RatingResult.OffTableHit> offTable = new ArrayList<>();

    FactorResolver(
            Parameters parameters,
            ChoiceBook choices,
            RatingFindings findings,
            Trace trace,
            @Nullable BigDecimal scorePercent) {
        this.parameters = parameters;
        this.choices = choices;
        this.findings = findings;
        this.placement = new RowPlacement(trace);
        this.scope = trace.scope();
        this.score = scorePercent == null
                ? null
                : new Value(Source.INPUT, scope.pointer(TariffCalculator.SCORE_POINTER), scorePercent);
    }

    List<RatingResult.Unresolved> unresolved() {
        return unresolved;
    }

    List<RatingResult.OffTableHit> offTable() {
        return offTable;
    }

    /** The coefficient as a cover reads it; null after noting why it cannot be read. */
    @Nullable
    Factor resolve(Coefficient coefficient, String cover) {
        String owner = isOneForAll(coefficient) ? null : cover;
        String register = Factor.register(coefficient, owner);
        Factor factor = known.get(register);
        if (factor == null && !known.containsKey(register)) {
            factor = find(coefficient, owner);
            known.put(register, factor);
        }
        return factor;
    }

    private boolean isOneForAll(Coefficient coefficient) {
        String rangeKey = coefficient.rangeKey();
        return (rangeKey == null || parameters.isOfProduct(rangeKey))
                && coefficient.codeKeys().stream().allMatch(parameters::isOfProduct)
                && !choices.differsByCover(coefficient);
    }

    private @Nullable Factor find(Coefficient coefficient, @Nullable String cover) {
        if (!isReadable(coefficient, cover)) {
            return null;
        }
        List<KeyPart> key = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (String id : coefficient.codeKeys()) {
            KeyPart code = parameters.code(id, cover);
            key.add(code);
            codes.add(code.value());
        }
        Value number = null;
        if (coefficient.isScored()) {
            number = score;
            if (number == null) {
                return withoutScore(coefficient, cover);
            }
            key.add(new KeyPart("controlEffectivenessPercent", number.source(), number.ref(), text(number.number())));
        } else if (coefficient.rangeKey() != null) {
            number = parameters.number(coefficient.rangeKey(), cover);
            key.add(new KeyPart(coefficient.rangeKey(), number.source(), number.ref(), text(number.number())));
        }
        Match<Row> match = coefficient.table().find(codes, number == null ? null : number.number());
        if (match == null || match.position() == Position.GAP || isRefused(coefficient, match)) {
            refuse(coefficient, cover, key);
            return null;
        }
        if (match.position() == Position.BETWEEN) {
            return between(coefficient, cover, match, key, require(number));
        }
        if (match.position() != Position.INSIDE) {
            number = clampKey(coefficient, cover, match, key, require(number));
        }
        return inside(coefficient, cover, match.row(), key, number);
    }

    private boolean isReadable(Coefficient coefficient, @Nullable String cover) {
        String rangeKey = coefficient.rangeKey();
        return (rangeKey == null || parameters.isReadable(rangeKey, cover))
                && coefficient.codeKeys().stream().allMatch(id -> parameters.isReadable(id, cover));
    }

    private static boolean isRefused(Coefficient coefficient, Match<Row> match) {
        return coefficient.offTable() == OffTable.REFUSE
                && (match.position() == Position.BELOW || match.position() == Position.ABOVE);
    }

    private static Value require(@Nullable Value number) {
        if (number == null) {
            throw new IllegalStateException("only a table with a range key answers beside its rows");
        }
        return number;
    }

    static String text(BigDecimal number) {
        return number.toPlainString();
    }

    /** The key as a message tells it: a ratio may have more digits than anybody reads. */
    private static String shown(Coefficient coefficient, KeyPart last) {
        if (coefficient.rangeKey() == null && !coefficient.isScored()) {
            return last.value();
        }
        BigDecimal number = new BigDecimal(last.value());
        return number.scale() <= SHOWN_DECIMALS
                ? last.value()
                : number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    private void refuse(Coefficient coefficient, @Nullable String cover, List<KeyPart> key) {
        KeyPart last = key.get(key.size() - 1);
        if (parameters.isRatioOfAggregate(last.name()) && new BigDecimal(last.value()).compareTo(BigDecimal.ONE) > 0) {
            refuseAggregate(coefficient, cover, last);
            return;
        }
        findings.error(
                ProblemCode.OFF_TABLE,
                last.source() == Source.INPUT ? last.ref() : parameters.pointerOf(last.name(), cover),
                "off-table",
                Map.of("coefficient", coefficient.id(), "table", coefficient.path(), "key", shown(coefficient, last)));
    }

    /** More than everything together: the amounts tell it, where the ratio may look like one. */
    private void refuseAggregate(Coefficient coefficient, @Nullable String cover, KeyPart ratio) {
        List<String> amounts = parameters.partsOf(ratio.name());
        findings.error(
                ProblemCode.OFF_TABLE,
                parameters.pointerOf(amounts.get(0), cover),
                "aggregate-above-sum",
                Map.of(
                        "coefficient", coefficient.id(),
                        "table", coefficient.path(),
                        "key", text(parameters.number(amounts.get(0), cover).number()),
                        "sum", text(parameters.number(amounts.get(1), cover).number())));
    }

    /** Moves a key outside the table to the nearest filed end, as the product says, and tells whom it favours. */
    private Value clampKey(
            Coefficient coefficient, @Nullable String cover, Match<Row> match, List<KeyPart> key, Value number) {
        String favours = coefficient.offTable() == OffTable.CLAMP_FAVOURS_INSURED ? "INSURED" : "INSURER";
        Value held = placement.holdKey(coefficient, cover, match, number);
        KeyPart last = key.remove(key.size() - 1);
        offTable.add(new RatingResult.OffTableHit(
                coefficient.id(), cover, last.value(), match.row().id(), favours, scope.insured()));
        findings.warn(last.ref(), "key-held", Map.of("coefficient", coefficient.id(), "key", shown(coefficient, last)));
        key.add(new KeyPart(last.name(), held.source(), held.ref(), text(held.number())));
        return held;
    }

    private @Nullable Factor between(
            Coefficient coefficient, @Nullable String cover, Match<Row> match, List<KeyPart> key, Value number) {
        BigDecimal value = RowPlacement.between(coefficient, match, number.number());
        RowHit hit = RowPlacement.hit(coefficient, match, key, Interval.point(value));
        Found choice = found(coefficient, cover, hit.row(), hit.values());
        if (choice != null && !choices.accept(choice, coefficient, hit.row(), hit.values())) {
            return null;
        }
        Value register = placement.interpolate(coefficient, cover, match, key, number);
        return new Factor(coefficient, cover, hit, register, value, value);
    }

    private @Nullable Factor inside(
            Coefficient coefficient, @Nullable String cover, Row row, List<KeyPart> key, @Nullable Value number) {
        RowHit hit = RowPlacement.hit(coefficient, row, key);
        Found choice = found(coefficient, cover, row.id(), row.value());
        if (choice != null) {
            return chosen(coefficient, cover, row, hit, number, choice);
        }
        if (row.value().isPoint()) {
            return placed(coefficient, cover, row, hit, placement.lookUp(coefficient, cover, row, hit));
        }
        if (row.placement() != Placement.CHOICE_REQUIRED && number != null) {
            return placed(coefficient, cover, row, hit, placement.place(coefficient, cover, row, hit, number));
        }
        Found standing = standing(coefficient, cover, row);
        if (standing != null) {
            return chosen(coefficient, cover, row, hit, number, standing);
        }
        return open(coefficient, cover, row, hit, "choice-required");
    }

    private @Nullable Found found(Coefficient coefficient, @Nullable String cover, String row, Interval values) {
        return choices.in(choices.find(coefficient, cover, scope), coefficient, row, values);
    }

    private @Nullable Found standing(Coefficient coefficient, @Nullable String cover, Row row) {
        return choices.findStanding(coefficient, cover, row.id(), !parameters.isDefaulted(coefficient, cover));
    }

    private static Factor placed(
            Coefficient coefficient, @Nullable String cover, Row row, RowHit hit, @Nullable Value value) {
        BigDecimal quantum = coefficient.rounding().quantum();
        return new Factor(
                coefficient,
                cover,
                hit,
                value,
                row.value().smallest(quantum),
                row.value().largest(quantum));
    }

    private Factor open(Coefficient coefficient, @Nullable String cover, Row row, RowHit hit, String why) {
        Factor factor = placed(coefficient, cover, row, hit, null);
        unresolved.add(new RatingResult.Unresolved(
                coefficient.id(),
                cover,
                row.id(),
                coefficient.name(),
                factor.lowest(),
                factor.highest(),
                RatingFindings.text(
                        why,
                        Map.of(
                                "coefficient",
                                coefficient.id(),
                                "row",
                                row.id(),
                                "range",
                                row.value().toString())),
                scope.insured()));
        return factor;
    }

    private @Nullable Factor chosen(
            Coefficient coefficient,
            @Nullable String cover,
            Row row,
            RowHit hit,
            @Nullable Value number,
            Found choice) {
        if (!choices.accept(choice, coefficient, row.id(), row.value())) {
            return null;
        }
        Value value = placement.choose(coefficient, cover, hit, choice);
        Factor factor = placed(coefficient, cover, row, hit, value);
        Found standing = choice.standing() ? choice : standing(coefficient, cover, row);
        choices.keep(
                choice,
                factor,
                scope,
                placedValue(coefficient, row, number),
                standing == null ? null : standing.value());
        return factor;
    }

    /** Where the row's key or the score would have put the coefficient; null when neither does. */
    private static @Nullable BigDecimal placedValue(Coefficient coefficient, Row row, @Nullable Value number) {
        if (row.value().isPoint()) {
            return row.value().low();
        }
        return row.placement() == Placement.CHOICE_REQUIRED || number == null
                ? null
                : RowPlacement.placedValue(coefficient, row, number.number());
    }

    /** Without a score a choice selects its row by its value; without a choice every row is open. */
    private @Nullable Factor withoutScore(Coefficient coefficient, @Nullable String cover) {
        Found choice = choices.find(coefficient, cover, scope);
        if (choice == null) {
            return openInAnyRow(coefficient, cover);
        }
        for (Row row : coefficient.rows()) {
            if (row.value().contains(choice.value())) {
                findings.warnOnce(
                        choice.pointer(), "row-chosen-without-score", Map.of("coefficient", coefficient.id()));
                return chosen(coefficient, cover, row, RowPlacement.hit(coefficient, row, List.of()), null, choice);
            }
        }
        choices.accept(choice, coefficient, "*", RowPlacement.span(coefficient));
        return null;
    }

    private Factor openInAnyRow(Coefficient coefficient, @Nullable String cover) {
        Interval span = RowPlacement.span(coefficient);
        BigDecimal quantum = coefficient.rounding().quantum();
        Factor factor = new Factor(
                coefficient,
                cover,
                RowPlacement.anyRow(coefficient, span),
                null,
                span.smallest(quantum),
                span.largest(quantum));
        unresolved.add(new RatingResult.Unresolved(
                coefficient.id(),
                cover,
                null,
                coefficient.name(),
                factor.lowest(),
                factor.highest(),
                RatingFindings.text(
                        "score-required", Map.of("coefficient", coefficient.id(), "range", span.toString())),
                scope.insured()));
        return factor;
    }
}
