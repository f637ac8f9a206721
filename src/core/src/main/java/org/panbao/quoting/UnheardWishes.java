package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.panbao.profile.WantedCoverFact;
import org.panbao.quoting.WantedItems.Wish;
import org.panbao.rating.RatingResult;
import org.panbao.rulebook.DerivedParameter;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;

/**
 * Figures of the plan's wanted covers that the priced terms do not carry: the product has no such term, or another figure
 * of the plan stands in its place. Each is told with what stands instead.
 */
final class UnheardWishes {

    private static final Messages MESSAGES = Messages.of(UnheardWishes.class, "quoting");

    private final Product product;
    private final RatingResult rating;
    private final Map<String, BigDecimal> amounts;
    private final List<Finding> warnings = new ArrayList<>();
    private final Map<String, String> asked = new HashMap<>();
    private final List<String> insuredAbove = new ArrayList<>();

    private UnheardWishes(Product product, RatingResult rating) {
        this.product = product;
        this.rating = rating;
        this.amounts = SumInsured.amounts(rating);
    }

    /**
     * Looks at every cover that was priced.
     *
     * @param payable what the plan wants without the items that nothing could be paid for
     * @param plan everything that the plan wants
     */
    static UnheardWishes find(
            Product product, RatingResult rating, List<WantedCoverFact> payable, List<WantedCoverFact> plan) {
        UnheardWishes unheard = new UnheardWishes(product, rating);
        for (RatingResult.CoverPremium priced : rating.covers()) {
            Product.Cover cover = product.findCover(priced.cover());
            if (cover != null) {
                List<WantedCoverFact> own = payable.stream()
                        .filter(item -> cover.items().contains(item.item()))
                        .toList();
                unheard.look(cover, new WantedItems(own, plan));
            }
        }
        return unheard;
    }

    List<Finding> warnings() {
        return warnings;
    }

    /** Wishes in whose place a default of the product stands, by parameter as in {@link PricedTerms}. */
    Map<String, String> asked() {
        return asked;
    }

    /** Covers that insure more than the plan asks for, on the plan's own figures. */
    List<String> insuredAbove() {
        return insuredAbove;
    }

    private void look(Product.Cover cover, WantedItems items) {
        for (Wish wish :
                Stream.concat(Wish.AMOUNTS.stream(), Wish.OWN_PART.stream()).toList()) {
            Parameter reader = reader(cover, wish);
            if (reader == null ? isDerived(cover, items, wish) : isTaken(cover, items, wish, reader)) {
                continue;
            }
            String code = reader == null && !hasDerivedLimit(cover, wish) ? "wish-without-term" : "wish-overridden";
            items.items().forEach(item -> tell(cover, items, item, wish, code));
            if (isBelowDerived(cover, items, wish)) {
                insuredAbove.add(cover.id());
            }
        }
    }

    private @Nullable Parameter reader(Product.Cover cover, Wish wish) {
        return terms(cover).filter(wish::isReadBy).findFirst().orElse(null);
    }

    private Stream<Parameter> terms(Product.Cover cover) {
        return product.parameters().values().stream()
                .filter(parameter ->
                        parameter.isOfProduct() || parameter.covers().contains(cover.id()));
    }

    /** Whether the figure itself was priced, or a value of the request in its place, or an equal one of the plan. */
    private boolean isTaken(Product.Cover cover, WantedItems items, Wish wish, Parameter reader) {
        RatingResult.Input input = input(cover, reader);
        BigDecimal wanted = items.together(wish);
        String place = input == null ? null : input.value().place();
        return input == null
                || wanted == null
                || place == null
                || place.startsWith(WantedItems.COVERS)
                || wanted.compareTo(new BigDecimal(input.value().value())) == 0;
    }

    private RatingResult.@Nullable Input input(Product.Cover cover, Parameter parameter) {
        return rating.inputs().stream()
                .filter(input -> input.parameter().equals(parameter.id()))
                .filter(input -> input.cover() == null || input.cover().equals(cover.id()))
                .findFirst()
                .orElse(null);
    }

    private boolean hasDerivedLimit(Product.Cover cover, Wish wish) {
        return Wish.LIMIT.equals(wish) && derived(cover) != null;
    }

    private boolean isDerived(Product.Cover cover, WantedItems items, Wish wish) {
        return hasDerivedLimit(cover, wish) && compare(cover, items.together(wish)) == 0;
    }

    /** The limit that is wanted against the amount insured; 0 where there is none of both. */
    private int compare(Product.Cover cover, @Nullable BigDecimal wanted) {
        BigDecimal amount = amounts.get(cover.id());
        return wanted == null || amount == null ? 0 : wanted.compareTo(amount);
    }

    /** A person who stated the parts in the request has seen what they come to. */
    private boolean isBelowDerived(Product.Cover cover, WantedItems items, Wish wish) {
        DerivedParameter derived = derived(cover);
        return derived != null
                && hasDerivedLimit(cover, wish)
                && compare(cover, items.together(wish)) < 0
                && terms(cover)
                        .filter(parameter -> derived.of().contains(parameter.id()))
                        .map(parameter -> input(cover, parameter))
                        .allMatch(input -> input != null && input.value().place() != null);
    }

    /** The derived parameter that the base rate of a cover is applied to, such as daily limit × days. */
    private @Nullable DerivedParameter derived(Product.Cover cover) {
        DerivedParameter derived =
                cover.amount() == null ? null : product.derived().get(cover.amount());
        return derived != null && derived.covers().contains(cover.id()) ? derived : null;
    }

    private void tell(Product.Cover cover, WantedItems items, WantedCoverFact item, Wish wish, String code) {
        BigDecimal stated = wish.stated(item);
        if (stated == null) {
            return;
        }
        List<Wish> group = Wish.AMOUNTS.contains(wish) ? Wish.AMOUNTS : Wish.OWN_PART;
        Map<String, String> values = Map.of(
                "item", item.item(),
                "field", wish.field(),
                "asked", stated.toPlainString(),
                "product", product.id(),
                "cover", cover.id());
        Text text = MESSAGES.text(code, values)
                .with("instead", instead(cover, group, wish.field() + " " + stated.toPlainString()));
        warnings.add(new Finding(Severity.WARNING, items.place(item, wish.field()), code, text));
    }

    /** What stands for a wish; a default among it is noted as not what the plan asks for. */
    private Text instead(Product.Cover cover, List<Wish> group, String wish) {
        List<Text> terms = new ArrayList<>();
        DerivedParameter derived = derived(cover);
        if (derived != null && group.contains(Wish.LIMIT)) {
            terms.add(named(derived.name(), String.valueOf(amounts.get(cover.id()))));
        }
        terms(cover)
                .filter(parameter -> group.stream().anyMatch(each -> each.isReadBy(parameter)))
                .forEach(parameter -> {
                    RatingResult.Input input = input(cover, parameter);
                    if (input != null) {
                        terms.add(named(parameter.name(), input.value().value()));
                        note(parameter, input, wish);
                    }
                });
        return terms.stream()
                .reduce((one, other) -> new Text(one.zh() + "，" + other.zh(), one.en() + ", " + other.en()))
                .orElse(MESSAGES.text("wish-nothing-instead"));
    }

    private void note(Parameter parameter, RatingResult.Input input, String wish) {
        if (input.value().defaulted()) {
            asked.merge(
                    PricedTerms.key(parameter, input.cover()),
                    wish,
                    (one, other) -> one.contains(other) ? one : one + ", " + other);
        }
    }

    private static Text named(Text name, String value) {
        return new Text(name.zh() + " " + value, name.en() + " " + value);
    }
}
