package org.panbao.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.underwriting.QuoteState;
import org.panbao.underwriting.StoredQuote;
import org.panbao.underwriting.answer.PremiumAnswer;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.CoverageBody;
import org.panbao.underwriting.answer.QuoteBody.DimensionBody;
import org.panbao.underwriting.answer.QuoteBody.InsuredBody;
import org.panbao.underwriting.answer.QuoteBody.ScheduledInsuredBody;
import org.panbao.underwriting.answer.QuoteBody.TermBody;
import tools.jackson.databind.JsonNode;

/**
 * One of two quotes that are compared: what is in it, by name.
 *
 * @param state as of today
 * @param record its rate basis
 */
record ComparedQuote(StoredQuote quote, QuoteState state, QuoteBody answer, JsonNode record) {

    /** Residual score of each dimension. */
    Map<Text, String> dimensions() {
        return byName(answer.score().dimensions(), DimensionBody::name, DimensionBody::residual);
    }

    /** Annual premium in yuan of each cover that has one. */
    Map<Text, String> covers() {
        PremiumAnswer premium = answer.premium();
        Map<Text, String> covers = new LinkedHashMap<>();
        if (premium != null) {
            premium.covers().forEach(cover -> {
                if (cover.premium() != null) {
                    covers.put(code(cover.coverId()), cover.premium());
                }
            });
        }
        return covers;
    }

    /** Yuan that each coefficient or operation moved the premium by. */
    Map<Text, String> coefficients() {
        return byName(
                Waterfall.of(record, subject -> 0).bars(),
                bar -> code(bar.subject()),
                bar -> bar.change().stripTrailingZeros().toPlainString());
    }

    /**
     * When a condition is to be met, and by whom of a schedule.
     *
     * @param days null when {@code kind} says when
     */
    record Due(String kind, @Nullable Integer days, String whose) {}

    Map<Text, Due> conditions() {
        return byName(
                answer.conditions(),
                condition -> of(condition.subject(), condition.text()),
                condition -> new Due(condition.kind(), condition.dueDays(), condition.whose()));
    }

    /** Each insured of a schedule, by its id. */
    Map<Text, ScheduledInsuredBody> insureds() {
        return byName(answer.insureds(), insured -> code(insured.insuredId()), Function.identity());
    }

    /** The value of a term and the constant of its unit. */
    record Measured(String value, String unit) {}

    /** The priced terms of each cover. */
    Map<Text, Measured> terms() {
        Map<Text, Measured> terms = new LinkedHashMap<>();
        for (CoverageBody item : answer.coverage()) {
            InsuredBody insured = item.insured();
            if (insured != null) {
                insured.terms()
                        .forEach(term -> terms.put(
                                of(String.valueOf(item.carriedBy()), term.name()),
                                new Measured(term.value(), term.unit())));
            }
        }
        return terms;
    }

    /** What the product can pay under each cover item. */
    Map<Text, String> coverage() {
        return byName(answer.coverage(), CoverageBody::name, CoverageBody::status);
    }

    /** Exclusions, warranties and conditions of all cover items, with their codes. */
    Map<Text, String> clauses() {
        List<TermBody> clauses = answer.coverage().stream()
                .flatMap(item -> Stream.of(item.exclusions(), item.warranties(), item.conditions())
                        .flatMap(List::stream))
                .toList();
        return byName(clauses, TermBody::wording, TermBody::code);
    }

    /** Who insures with whom, as one line; empty when one insurer carries all. */
    public String coInsurance() {
        return answer.contract().coInsurance().stream()
                .map(insurer -> insurer.insurer() + " " + insurer.sharePercent() + " %")
                .collect(Collectors.joining(", "));
    }

    private static Text code(String code) {
        return new Text(code, code);
    }

    private static Text of(String subject, Text text) {
        return new Text(subject + " · " + text.zh(), subject + " · " + text.en());
    }

    private static <T, V> Map<Text, V> byName(List<T> items, Function<T, Text> name, Function<T, V> value) {
        Map<Text, V> named = new LinkedHashMap<>();
        items.forEach(item -> named.putIfAbsent(name.apply(item), value.apply(item)));
        return named;
    }
}
