package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.panbao.rating.RatingResult;
import org.panbao.rating.RatingResult.Exposure;
import org.panbao.rulebook.Product;

/** What the insurer can lose at most under a quote. */
final class SumInsured {

    private SumInsured() {}

    /** The amounts that the base rates were applied to, added up; the aggregate limit where one is agreed below them. */
    static BigDecimal of(Product product, RatingResult rating) {
        BigDecimal sum = amounts(rating).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (RatingResult.Input input : rating.inputs()) {
            if (input.parameter().equals(product.aggregate())) {
                sum = sum.min(new BigDecimal(input.value().value()));
            }
        }
        return sum;
    }

    /** The amounts that the base rates were applied to, by cover; of a schedule added up over the insureds. */
    static Map<String, BigDecimal> amounts(RatingResult rating) {
        return amounts(rating.exposures().stream());
    }

    /** The amounts of one insured of a schedule, by cover. */
    static Map<String, BigDecimal> amounts(RatingResult rating, String insured) {
        return amounts(rating.exposures().stream().filter(each -> insured.equals(each.insured())));
    }

    private static Map<String, BigDecimal> amounts(Stream<Exposure> exposures) {
        Map<String, BigDecimal> byCover = new LinkedHashMap<>();
        exposures.forEach(each -> byCover.merge(each.cover(), each.amount(), BigDecimal::add));
        return byCover;
    }

    /** A schedule with each cover as the insured with its greatest amount has it; a single risk as it is. */
    static RatingResult leading(RatingResult rating) {
        if (rating.insureds().isEmpty()) {
            return rating;
        }
        Map<String, Exposure> greatest = new HashMap<>();
        for (Exposure each : rating.exposures()) {
            greatest.merge(
                    each.cover(), each, (one, other) -> other.amount().compareTo(one.amount()) > 0 ? other : one);
        }
        String first = rating.insureds().get(0).insured();
        return rating.only((insured, cover) -> cover == null
                ? insured.equals(first)
                : greatest.containsKey(cover)
                        && insured.equals(greatest.get(cover).insured()));
    }
}
