package org.panbao.rating;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Coefficient.Direction;
import org.panbao.rulebook.Coefficient.Interpolation;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.RoundingRule;

/**
 * One step of a calculation: an operator reads operands and writes a register. The steps in their order are the whole
 * calculation; nothing else is needed to repeat it.
 *
 * @param number place in the calculation, from 1
 * @param register name of what is written, for example {@code premium@DR} or {@code RETROACTIVE}
 * @param subject what the step is about: id of a coefficient, parameter, cap or operation
 * @param cover the cover it belongs to; null for steps of the whole product
 * @param hit the filed row that was read; null when no table is read
 * @param rounding applied to the result; null when the result is exact
 * @param before the running premium before the step; null when the step does not move it
 * @param after the running premium after the step; null when the step does not move it
 * @param insured the insured of a schedule that it belongs to; null for a single risk and for what all insureds share
 */
public record Step(
        int number,
        String register,
        Operator operator,
        String subject,
        @Nullable String cover,
        List<Operand> operands,
        @Nullable RowHit hit,
        @Nullable RoundingRule rounding,
        BigDecimal value,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        @Nullable String insured) {

    /** Where an operand comes from. */
    public enum Source {
        /** A register written by an earlier step. */
        REGISTER,
        /** An input, by its JSON pointer. */
        INPUT,
        /** A cell of the row hit. */
        TABLE,
        /** A number of the product file, by its path in the file. */
        PRODUCT,
        /** A choice, by its JSON pointer or the id of a standing choice. */
        CHOICE,
        /** A number of arithmetic, such as the one in one plus a rate. */
        CONSTANT
    }

    /** A number that a step reads. {@code role} tells what the operator does with it. */
    public record Operand(String role, Source source, String ref, BigDecimal value) {}

    /** One part of the key that was looked up. */
    public record KeyPart(String name, Source source, String ref, String value) {}

    /**
     * A filed row as it was hit.
     *
     * @param table path of the file inside the release
     * @param tableDigest SHA-256 of that file
     * @param nextRow the row above the key when the key fell between two points; otherwise null
     * @param keyRange range of the key, or the gap between two points; null when codes alone select the row
     * @param values the filed value or values
     */
    public record RowHit(
            String table,
            String tableDigest,
            List<KeyPart> key,
            String row,
            @Nullable String nextRow,
            @Nullable Interval keyRange,
            Interval values,
            Direction direction,
            Interpolation interpolation) {

        public RowHit {
            key = List.copyOf(key);
        }
    }

    public Step {
        operands = List.copyOf(operands);
    }
}
