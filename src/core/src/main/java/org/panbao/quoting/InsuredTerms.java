package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.panbao.rating.RatingResult;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;

/**
 * The terms of the cover that pays an item, as they were priced; plain decimal text.
 *
 * @param limit amount insured by the whole cover, which its items share; daily limit × days where it pays by the day
 * @param defaulted names of those that nobody stated, so that the product's default stands
 * @param terms every term of the contract that the product asks for, the ones above among them
 */
public record InsuredTerms(
        @Nullable String limit,
        @Nullable String dailyLimit,
        @Nullable String indemnityDays,
        @Nullable String deductiblePercent,
        @Nullable String deductible,
        @Nullable String waitingDays,
        List<String> defaulted,
        List<Term> terms) {

    private static final Messages MESSAGES = Messages.of(InsuredTerms.class, "quoting");

    /**
     * One term.
     *
     * @param value plain decimal text, or a code
     * @param defaulted nobody stated it: the product's base term
     * @param asked what the plan asked for, where a filed neighbour was taken in its place, or the default of another term
     *     because the product has none of that kind; else null
     * @param reason why it is not as somebody stated it; null when it is
     */
    public record Term(
            String parameter,
            Text name,
            String value,
            String unit,
            boolean defaulted,
            @Nullable String asked,
            @Nullable Text reason) {}

    public InsuredTerms {
        defaulted = List.copyOf(defaulted);
        terms = List.copyOf(terms);
    }

    /**
     * What was priced for a cover.
     *
     * @param asked wishes of the plan in whose place a filed neighbour was taken, see {@link PricedTerms}
     */
    static InsuredTerms of(String cover, Product product, RatingResult rating, Map<String, String> asked) {
        Map<String, String> values = new HashMap<>();
        List<Term> terms = new ArrayList<>();
        for (RatingResult.Input input : rating.inputs()) {
            Parameter parameter = product.parameters().get(input.parameter());
            boolean ofCover = input.cover() == null || input.cover().equals(cover);
            if (parameter != null && !parameter.ratingFact() && ofCover) {
                values.put(parameter.id(), input.value().value());
                terms.add(term(parameter, input, asked));
            }
        }
        BigDecimal amount = SumInsured.amounts(rating).get(cover);
        if (amount != null) {
            values.putIfAbsent("limit", amount.toPlainString());
        }
        return new InsuredTerms(
                values.get("limit"),
                values.get("dailyLimit"),
                values.get("indemnityDays"),
                values.get("deductiblePercent"),
                values.get("deductible"),
                values.get("waitingDays"),
                terms.stream().filter(Term::defaulted).map(Term::parameter).toList(),
                terms);
    }

    private static Term term(Parameter parameter, RatingResult.Input input, Map<String, String> asked) {
        String wish = asked.get(PricedTerms.key(parameter, input.cover()));
        boolean defaulted = input.value().defaulted();
        return new Term(
                parameter.id(),
                parameter.name(),
                input.value().value(),
                parameter.unit().name(),
                defaulted,
                wish,
                reason(input, wish));
    }

    private static @Nullable Text reason(RatingResult.Input input, @Nullable String wish) {
        if (input.value().defaulted()) {
            return wish == null
                    ? MESSAGES.text("term-default")
                    : MESSAGES.text("term-default-instead", Map.of("asked", wish));
        }
        return wish == null ? null : MESSAGES.text("term-next-filed", Map.of("asked", wish));
    }
}
