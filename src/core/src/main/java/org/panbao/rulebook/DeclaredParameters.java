package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a product file declares before its coefficients: covers, parameters and derived parameters. */
record DeclaredParameters(
        List<String> coverIds, Map<String, Parameter> parameters, Map<String, DerivedParameter> derived) {

    DeclaredParameters {
        coverIds = List.copyOf(coverIds);
    }

    /** Whether a cover can read this parameter: its own or one of the whole product. */
    boolean isReadableBy(String cover, String id) {
        Parameter parameter = parameters.get(id);
        DerivedParameter made = derived.get(id);
        return (parameter != null
                        && (parameter.isOfProduct() || parameter.covers().contains(cover)))
                || (made != null && (made.isOfProduct() || made.covers().contains(cover)));
    }

    @Nullable
    Unit findUnit(String id) {
        Parameter parameter = parameters.get(id);
        if (parameter != null) {
            return parameter.unit();
        }
        DerivedParameter made = derived.get(id);
        return made == null ? null : made.unit();
    }

    /** What a range key can be at all; anything above nothing for derived parameters. */
    Interval allowed(String id) {
        Parameter parameter = parameters.get(id);
        return parameter == null ? new Interval(BigDecimal.ZERO, false, null, false) : parameter.allowed();
    }
}
