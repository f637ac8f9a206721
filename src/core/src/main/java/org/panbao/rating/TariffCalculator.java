package org.panbao.rating;

import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.rulebook.Product;

/**
 * Prices by a filed tariff: for each cover amount × base rate × coefficients, summed, and charged for the term, as far
 * and in the order the product says so.
 */
public final class TariffCalculator {

    private TariffCalculator() {}

    /**
     * The premium, or the least and the greatest premium and what has to be chosen.
     *
     * <p>Throws a {@code Problem} with every finding when the input cannot be priced: INVALID_REQUEST,
     * OUTSIDE_FILED_ROW, OFF_TABLE, CHOICE_NEEDS_REASON or TERM_NOT_FILED.
     */
    public static RatingResult rate(Product product, RatingInput input) {
        if (input.covers().isEmpty()) {
            throw new Problem(ProblemCode.INVALID_REQUEST);
        }
        throw new UnsupportedOperationException(product.id());
    }
}
