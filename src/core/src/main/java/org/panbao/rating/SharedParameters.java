package org.panbao.rating;

import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.DerivedParameter;
import org.panbao.rulebook.DerivedParameter.Formula;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Schedule;

/** Which parameters stand once for all insureds of a schedule: those the product names, sums over covers, and what is made of them. */
record SharedParameters(Product product) {

    boolean contains(String id) {
        Schedule schedule = product.schedule();
        if (schedule != null && schedule.shared().contains(id)) {
            return true;
        }
        DerivedParameter derived = product.derived().get(id);
        return derived != null
                && derived.isOfProduct()
                && (derived.formula() == Formula.SUM_OVER_COVERS
                        || derived.of().stream().allMatch(this::contains));
    }

    /** Whether a coefficient has one row for all insureds: it has keys, and all of them are shared. */
    boolean selects(Coefficient coefficient) {
        @Nullable String rangeKey = coefficient.rangeKey();
        boolean keyed = rangeKey != null || !coefficient.codeKeys().isEmpty();
        return keyed
                && !coefficient.isScored()
                && (rangeKey == null || contains(rangeKey))
                && coefficient.codeKeys().stream().allMatch(this::contains);
    }
}
