package org.panbao.intake.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which plans a list shows.
 *
 * @param name part of the policyholder's or the plan's name, or null
 * @param code the policyholder's credit code in its normal form, or null
 */
public record PlanFilter(@Nullable String name, @Nullable String code) {

    /** The values of a row that a cursor holds. */
    public static List<String> key(PlanRow row) {
        return List.of(row.createdAt().toString(), row.planId().toString());
    }
}
