package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.panbao.base.Problem;
import org.panbao.rating.RatingResult;
import org.panbao.rating.Step;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;

/** The coefficients of a priced plan, and which of them differ from another's. */
final class CoefficientMoves {

    /** A coefficient of a cover; no cover where it is of the whole product. */
    private record Place(String coefficient, String cover) {}

    private final Map<Place, List<BigDecimal>> values = new HashMap<>();
    private final Set<String> covers = new TreeSet<>();

    private CoefficientMoves() {}

    /** Empty when nothing is priced, also because the filed tables have no row for it. */
    static CoefficientMoves of(QuoteInput input, Rulebook rulebook) {
        CoefficientMoves moves = new CoefficientMoves();
        Product product = Objects.requireNonNull(rulebook.products().find(input.productId()));
        List<String> ids = product.coefficients().stream().map(Coefficient::id).toList();
        for (Step step : steps(input, rulebook)) {
            String cover = String.valueOf(step.cover());
            moves.covers.add(cover);
            if (ids.contains(step.subject()) && step.before() == null) {
                moves.values
                        .computeIfAbsent(new Place(step.subject(), cover), place -> new ArrayList<>())
                        .add(step.value().stripTrailingZeros());
            }
        }
        return moves;
    }

    private static List<Step> steps(QuoteInput input, Rulebook rulebook) {
        try {
            RatingResult rating = QuoteDecider.decide(input, rulebook).rating();
            return rating == null ? List.of() : rating.steps();
        } catch (Problem refused) {
            return List.of();
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Ids of coefficients with another value; one that is new or gone counts unless its cover is new or gone too. */
    TreeSet<String> moved(CoefficientMoves after) {
        TreeSet<String> moved = new TreeSet<>();
        Set<Place> places = new HashSet<>(values.keySet());
        places.addAll(after.values.keySet());
        for (Place place : places) {
            boolean onBoth = covers.contains(place.cover()) && after.covers.contains(place.cover());
            if (onBoth && !Objects.equals(values.get(place), after.values.get(place))) {
                moved.add(place.coefficient());
            }
        }
        return moved;
    }
}
