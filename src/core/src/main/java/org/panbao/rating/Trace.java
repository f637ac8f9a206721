package org.panbao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.Step.Operand;
import org.panbao.rating.Step.RowHit;
import org.panbao.rating.Step.Source;
import org.panbao.rulebook.RoundingRule;

/** Writes the steps of a calculation while it runs, or keeps none where only the result counts. */
final class Trace {

    /** A number together with where a later step finds it. */
    record Value(Source source, String ref, BigDecimal number) {

        Operand as(String role) {
            return new Operand(role, source, ref, number);
        }
    }

    private final boolean kept;
    private final List<Step> steps = new ArrayList<>();

    private Trace(boolean kept) {
        this.kept = kept;
    }

    static Trace kept() {
        return new Trace(true);
    }

    /** A trace without steps. */
    static Trace dropped() {
        return new Trace(false);
    }

    List<Step> steps() {
        return steps;
    }

    /** A step that moves no running premium. */
    Value write(
            String register,
            Operator operator,
            String subject,
            @Nullable String cover,
            List<Operand> operands,
            @Nullable RowHit hit,
            @Nullable RoundingRule rounding,
            BigDecimal value) {
        add(register, operator, subject, cover, operands, hit, rounding, value, null, null);
        return new Value(Source.REGISTER, register, value);
    }

    /** A step that moves the running premium of a cover or of the whole. */
    Value move(
            String register,
            Operator operator,
            String subject,
            @Nullable String cover,
            List<Operand> operands,
            @Nullable RoundingRule rounding,
            BigDecimal before,
            BigDecimal after) {
        add(register, operator, subject, cover, operands, null, rounding, after, before, after);
        return new Value(Source.REGISTER, register, after);
    }

    private void add(
            String register,
            Operator operator,
            String subject,
            @Nullable String cover,
            List<Operand> operands,
            @Nullable RowHit hit,
            @Nullable RoundingRule rounding,
            BigDecimal value,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {
        if (kept) {
            steps.add(new Step(
                    steps.size() + 1,
                    register,
                    operator,
                    subject,
                    cover,
                    operands,
                    hit,
                    rounding,
                    value,
                    before,
                    after));
        }
    }
}
