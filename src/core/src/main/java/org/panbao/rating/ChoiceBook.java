package org.panbao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.ProblemCode;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.StandingChoice;

/** The choices of a request and the standing choices of the product: found, checked, and kept when they are used. */
final class ChoiceBook {

    /** A choice for one coefficient; {@code ref} is where it stands. */
    record Found(String ref, String pointer, BigDecimal value, Choice choice, boolean standing) {}

    private final Product product;
    private final RatingInput input;
    private final List<String> covers;
    private final RatingFindings findings;
    private final List<RatingResult.ChoiceUsed> used = new ArrayList<>();
    private final Set<String> met = new HashSet<>();
    private final Map<String, PassedOver> passedOver = new TreeMap<>();

    /** A choice for every cover that met a row of a single other value. */
    private record PassedOver(Found found, Coefficient coefficient, String row, Interval values) {}

    ChoiceBook(Product product, RatingInput input, List<String> covers, RatingFindings findings) {
        this.product = product;
        this.input = input;
        this.covers = List.copyOf(covers);
        this.findings = findings;
    }

    List<RatingResult.ChoiceUsed> used() {
        return used;
    }

    /** Notes choices for coefficients or covers that are not there, and choices without a reason. */
    void check() {
        for (String key : new TreeSet<>(input.choices().keySet())) {
            ChoiceKey made = ChoiceKey.parse(key);
            Coefficient coefficient = product.findCoefficient(made.coefficient());
            String pointer = "/choices/" + InputReader.escape(key);
            if (coefficient == null) {
                findings.invalid(pointer, "unknown-coefficient", Map.of("coefficient", InputReader.shown(key)));
                continue;
            }
            String cover = made.cover();
            if (made.insured() != null && !isInsured(made.insured())) {
                findings.invalid(pointer, "unknown-insured", Map.of("insured", InputReader.shown(made.insured())));
            }
            if (cover != null && product.findCover(cover) == null) {
                findings.invalid(pointer, "unknown-cover", Map.of("cover", InputReader.shown(cover)));
            } else if (!isWanted(coefficient, cover)) {
                findings.invalid(pointer, "choice-for-no-cover", Map.of("coefficient", InputReader.shown(key)));
            }
            if (!hasReason(input.choices().get(key))) {
                findings.error(
                        ProblemCode.CHOICE_NEEDS_REASON,
                        pointer + "/reason",
                        "choice-needs-reason",
                        Map.of("coefficient", key));
            }
        }
    }

    private boolean isInsured(String insured) {
        return input.insureds().stream().anyMatch(each -> each.insured().equals(insured));
    }

    private boolean isWanted(Coefficient coefficient, @Nullable String cover) {
        return covers.stream()
                .anyMatch(each -> coefficient.covers().contains(each) && (cover == null || cover.equals(each)));
    }

    /** A reason says something: spaces, dots and invisible characters alone do not. */
    private static boolean hasReason(@Nullable Choice choice) {
        return choice != null && choice.reason().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether some cover has a choice of its own, so that the coefficient is not one for all. */
    boolean differsByCover(Coefficient coefficient) {
        return keysOf(coefficient).anyMatch(key -> key.cover() != null);
    }

    /** Whether some insured has a choice of its own, so that the coefficient is not one for the schedule. */
    boolean differsByInsured(Coefficient coefficient) {
        return keysOf(coefficient).anyMatch(key -> key.insured() != null);
    }

    private Stream<ChoiceKey> keysOf(Coefficient coefficient) {
        return input.choices().keySet().stream()
                .map(ChoiceKey::parse)
                .filter(key -> key.coefficient().equals(coefficient.id()));
    }

    /** The choice made for a coefficient; the one for this insured and cover alone goes first. Null when nobody chose. */
    @Nullable
    Found find(Coefficient coefficient, @Nullable String cover, Scope scope) {
        String own = Factor.register(coefficient, cover);
        String key = Stream.of(scope.register(own), scope.register(coefficient.id()), own)
                .filter(input.choices()::containsKey)
                .findFirst()
                .orElse(coefficient.id());
        Choice choice = input.choices().get(key);
        if (choice == null) {
            return null;
        }
        String pointer = "/choices/" + InputReader.escape(key);
        BigDecimal value = PlainNumber.parse(choice.value(), pointer + "/value", findings);
        return value == null ? null : new Found(pointer, pointer + "/value", value, choice, false);
    }

    /**
     * What was found, for a row. A choice for every cover leaves a row of a single value as it is filed, since another cover
     * may have a row to choose in; {@link #refuseUnmet} tells when none has.
     */
    @Nullable
    Found in(@Nullable Found found, Coefficient coefficient, String row, Interval values) {
        boolean forAll = found != null && found.ref().indexOf('@') < 0;
        if (found != null && forAll && values.isPoint() && !values.contains(found.value())) {
            passedOver.putIfAbsent(found.ref(), new PassedOver(found, coefficient, row, values));
            return null;
        }
        return found;
    }

    /** Notes the choices that fit the row of no cover, and tells those that some cover's row left aside. */
    void refuseUnmet() {
        passedOver.forEach((ref, passed) -> {
            if (!met.contains(ref)) {
                accept(passed.found(), passed.coefficient(), passed.row(), passed.values());
            } else {
                findings.warn(
                        passed.found().pointer(),
                        "choice-passed-over",
                        Map.of("coefficient", passed.coefficient().id(), "row", passed.row()));
            }
        });
    }

    /**
     * The standing choice for a row, when the request asks for standing choices and the product has one.
     *
     * @param keyStated whether somebody stated what selects the row
     */
    @Nullable
    Found findStanding(Coefficient coefficient, @Nullable String cover, String row, boolean keyStated) {
        if (!input.useStandingChoices()) {
            return null;
        }
        for (StandingChoice standing : product.standingChoices()) {
            if (standing.coefficient().equals(coefficient.id())
                    && standing.row().equals(row)
                    && (standing.keyStated() == null || standing.keyStated() == keyStated)
                    && (standing.cover() == null || standing.cover().equals(cover))) {
                Choice choice = new Choice(
                        standing.value().toPlainString(),
                        standing.reason().zh() + " / " + standing.reason().en(),
                        standing.id(),
                        null,
                        standing.evidence());
                String ref = "standing:" + standing.id();
                return new Found(ref, "/choices/" + coefficient.id(), standing.value(), choice, true);
            }
        }
        return null;
    }

    /** Whether a value may stand in a row; notes what is wrong with it otherwise. */
    boolean accept(Found found, Coefficient coefficient, String row, Interval values) {
        met.add(found.ref());
        if (found.value().stripTrailingZeros().scale() > coefficient.rounding().scale()) {
            findings.invalid(
                    found.pointer(),
                    "too-many-decimals",
                    Map.of("value", found.choice().value()));
            return false;
        }
        if (!values.contains(found.value())) {
            findings.error(
                    ProblemCode.OUTSIDE_FILED_ROW,
                    found.pointer(),
                    "outside-filed-row",
                    Map.of(
                            "coefficient", coefficient.id(),
                            "table", coefficient.path(),
                            "row", row,
                            "range", values.toString(),
                            "value", found.choice().value()));
            return false;
        }
        return true;
    }

    /**
     * Keeps an accepted choice.
     *
     * @param scope the insured that it was used for
     * @param placed where the row's key or the score would have put the coefficient
     * @param standing what the product's standing choice would have given
     */
    void keep(Found found, Factor factor, Scope scope, @Nullable BigDecimal placed, @Nullable BigDecimal standing) {
        String id = factor.coefficient().id();
        if (found.standing()) {
            findings.warn(
                    found.pointer(),
                    "standing-choice-used",
                    Map.of("coefficient", id, "value", found.value().toPlainString()));
        }
        used.add(new RatingResult.ChoiceUsed(
                found.ref(),
                id,
                factor.cover(),
                factor.hit().row(),
                factor.hit().values(),
                factor.lowest(),
                factor.highest(),
                found.value(),
                placed,
                standing,
                factor.hit().values().contains(found.value()),
                found.standing(),
                found.choice(),
                scope.insured()));
    }
}
