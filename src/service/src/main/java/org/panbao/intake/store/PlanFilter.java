package org.panbao.intake.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;

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

    static OffsetDateTime time(String text) {
        try {
            return Instant.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of("parameter", "cursor"));
        }
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of("parameter", "cursor"));
        }
    }
}
