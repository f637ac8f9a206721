package org.panbao.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.underwriting.answer.QuoteBody.ScheduledInsuredBody;
import org.panbao.web.ComparedQuote.Due;

/**
 * Two quotes side by side.
 *
 * @param coefficients yuan that each coefficient moved the premium by
 * @param clauses only those that one of the two does not have
 * @param firstStep the first step of the rate bases that is not the same; null when all are
 */
record Comparison(
        ComparedQuote left,
        ComparedQuote right,
        List<Pair<String>> dimensions,
        List<Pair<String>> covers,
        List<Pair<String>> coefficients,
        List<Pair<Due>> conditions,
        List<Pair<ScheduledInsuredBody>> insureds,
        List<Pair<Text>> terms,
        List<Pair<String>> coverage,
        List<Pair<String>> clauses,
        @Nullable Pair<StepLine> firstStep) {

    private static final Text NO_NAME = new Text("", "");

    static Comparison of(ComparedQuote left, ComparedQuote right) {
        return new Comparison(
                left,
                right,
                Pair.join(left.dimensions(), right.dimensions()),
                Pair.join(left.covers(), right.covers()),
                Pair.join(left.coefficients(), right.coefficients()),
                Pair.join(left.conditions(), right.conditions()),
                Pair.join(left.insureds(), right.insureds()),
                Pair.join(left.terms(), right.terms()),
                Pair.join(left.coverage(), right.coverage()),
                Pair.join(left.clauses(), right.clauses()).stream()
                        .filter(Pair::differs)
                        .toList(),
                firstDifference(StepLine.of(left.record()), StepLine.of(right.record())));
    }

    /** The steps at the first place where the two lists are not the same; null when they are one list. */
    static @Nullable Pair<StepLine> firstDifference(List<StepLine> left, List<StepLine> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            Pair<StepLine> pair = new Pair<>(NO_NAME, at(left, i), at(right, i));
            if (pair.differs()) {
                return pair;
            }
        }
        return null;
    }

    private static @Nullable StepLine at(List<StepLine> steps, int place) {
        return place < steps.size() ? steps.get(place) : null;
    }
}
