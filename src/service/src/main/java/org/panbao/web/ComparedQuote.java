package org.panbao.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Language;
import org.panbao.base.Text;
import org.panbao.documents.CoverPeriod;
import org.panbao.documents.ProductNames;
import org.panbao.documents.TariffNames;
import org.panbao.profile.Plan;
import org.panbao.rulebook.Product;
import org.panbao.underwriting.QuoteState;
import org.panbao.underwriting.StoredQuote;
import org.panbao.underwriting.answer.PremiumAnswer;
import org.panbao.underwriting.answer.QuoteBody;
import org.panbao.underwriting.answer.QuoteBody.ConditionBody;
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
 * @param product as it was in the release that priced it
 * @param plan null when it is open to the caller no longer
 */
record ComparedQuote(
        StoredQuote quote,
        QuoteState state,
        QuoteBody answer,
        JsonNode record,
        Product product,
        @Nullable Plan plan) {

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
                    covers.put(names().name(cover.coverId()), cover.premium());
                }
            });
        }
        return covers;
    }

    /** Yuan that each coefficient or operation moved the premium by. */
    Map<Text, String> coefficients() {
        return byName(
                Waterfall.of(record, names()::rank).bars(),
                bar -> names().name(bar.subject()),
                bar -> bar.change().toPlainString());
    }

    /**
     * When a condition is to be met, and what and whom it is about.
     *
     * @param days null when {@code kind} says when
     * @param about the systems or questions it was found at, where there are several, and the insureds of a schedule
     */
    record Due(String kind, @Nullable Integer days, String about) {}

    /** Each condition once, however many systems or questions it was found at. */
    Map<Text, Due> conditions() {
        Map<Text, Due> dues = new LinkedHashMap<>();
        answer.conditions().stream()
                .collect(Collectors.groupingBy(ConditionBody::text, LinkedHashMap::new, Collectors.toList()))
                .forEach((text, same) -> dues.put(text, due(same)));
        return dues;
    }

    private static Due due(List<ConditionBody> same) {
        ConditionBody first = same.get(0);
        String subjects = same.size() == 1
                ? ""
                : " (" + same.stream().map(ConditionBody::subject).distinct().collect(Collectors.joining(", ")) + ")";
        return new Due(first.kind(), first.dueDays(), subjects + first.whose());
    }

    /** Each insured of a schedule, by its id and name. */
    Map<Text, ScheduledInsuredBody> insureds() {
        InsuredNames insureds = InsuredNames.of(plan);
        return byName(answer.insureds(), insured -> same(insureds.name(insured.insuredId())), Function.identity());
    }

    /** The priced terms of each cover, in words. */
    Map<Text, Text> terms() {
        ProductNames chinese = ProductNames.of(product, Language.ZH);
        ProductNames english = ProductNames.of(product, Language.EN);
        Map<Text, Text> terms = new LinkedHashMap<>();
        for (CoverageBody item : answer.coverage()) {
            InsuredBody insured = item.insured();
            if (insured != null) {
                Text cover = names().name(String.valueOf(item.carriedBy()));
                insured.terms()
                        .forEach(term -> terms.put(
                                new Text(
                                        cover.zh() + " · " + term.name().zh(),
                                        cover.en() + " · " + term.name().en()),
                                new Text(
                                        chinese.value(term.parameter(), term.value()),
                                        english.value(term.parameter(), term.value()))));
            }
        }
        return terms;
    }

    /** First and last day, and the length that was asked for. */
    public CoverPeriod period() {
        return CoverPeriod.of(answer);
    }

    /** What the tariff calls things. */
    public TariffNames names() {
        return TariffNames.of(product);
    }

    /** The policyholder by name, else by its credit code. */
    public String policyholder() {
        return plan == null ? quote.policyholderCode() : plan.policyholder().name();
    }

    /** The plan by name; empty when it is open to the caller no longer. */
    public String planName() {
        return plan == null ? "" : plan.planName();
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

    private static Text same(String name) {
        return new Text(name, name);
    }

    private static <T, V> Map<Text, V> byName(List<T> items, Function<T, Text> name, Function<T, V> value) {
        Map<Text, V> named = new LinkedHashMap<>();
        items.forEach(item -> named.putIfAbsent(name.apply(item), value.apply(item)));
        return named;
    }
}
