package org.panbao.quoting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.RatingResult;

/**
 * The terms of the cover that pays an item, as they were priced; plain decimal text.
 *
 * @param limit limit of the whole cover, which its items share; null where the cover pays by the day
 * @param defaulted names of those that nobody stated, so that the product's default stands
 */
public record InsuredTerms(
        @Nullable String limit,
        @Nullable String dailyLimit,
        @Nullable String indemnityDays,
        @Nullable String deductiblePercent,
        @Nullable String deductible,
        @Nullable String waitingDays,
        List<String> defaulted) {

    private static final List<String> NAMES =
            List.of("limit", "dailyLimit", "indemnityDays", "deductiblePercent", "deductible", "waitingDays");

    public InsuredTerms {
        defaulted = List.copyOf(defaulted);
    }

    /** What was priced for a cover. */
    static InsuredTerms of(String cover, RatingResult rating) {
        Map<String, String> values = new HashMap<>();
        List<String> defaulted = new ArrayList<>();
        for (RatingResult.Input input : rating.inputs()) {
            boolean ofCover = input.cover() == null || input.cover().equals(cover);
            if (ofCover && NAMES.contains(input.parameter())) {
                values.put(input.parameter(), input.value().value());
                if (input.value().defaulted()) {
                    defaulted.add(input.parameter());
                }
            }
        }
        return new InsuredTerms(
                values.get("limit"),
                values.get("dailyLimit"),
                values.get("indemnityDays"),
                values.get("deductiblePercent"),
                values.get("deductible"),
                values.get("waitingDays"),
                defaulted);
    }
}
