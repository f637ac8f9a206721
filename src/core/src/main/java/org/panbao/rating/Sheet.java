package org.panbao.rating;

import org.panbao.rulebook.Product;

/** What every part of one calculation reads and writes: the tariff, what is noticed, the steps. */
record Sheet(Product product, RatingFindings findings, Trace trace) {

    /** The same for one insured. */
    Sheet in(Scope scope) {
        return new Sheet(product, findings, trace.in(scope));
    }
}
