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
    private final List<Step> steps;
    private final Scope scope;

    private Trace(boolean kept, List<Step> steps, Scope scope) {
        this.kept = kept;
        this.steps = steps;
        this.scope = scope;
    }

    static Trace kept() {
        return new Trace(true, new ArrayList<>(), Scope.WHOLE);
    }

    /** A trace without steps. */
    static Trace dropped() {
        return new Trace(false, new ArrayList<>(), Scope.WHOLE);
    }

    /** The same steps, written for one insured: its registers have its id behind them. */
    Trace in(Scope part) {
        return new Trace(kept, steps, part);
    }

    Scope scope() {
        return scope;
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
        String written = scope.register(register);
        add(written, operator, subject, cover, operands, hit, rounding, value, null, null);
        return new Value(Source.REGISTER, written, value);
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
        String written = scope.register(register);
        add(written, operator, subject, cover, operands, null, rounding, after, before, after);
        return new Value(Source.REGISTER, written, after);
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
                    after,
                    scope.insured()));
        }
    }
}
