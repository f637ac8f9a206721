package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.profile.Profile;
import org.panbao.profile.WantedCoverFact;
import org.panbao.rating.InputValue;
import org.panbao.rating.RatingInput;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;

/**
 * What is priced: which covers of the product, with which parameters. A parameter comes from the request; what the
 * request leaves out comes from the plan, where the product names a fact; the rest is the product's own default.
 */
final class QuoteTerms {

    private final Product product;
    private final Profile profile;
    private final List<WantedCoverFact> wanted;
    private final @Nullable Assertion assertion;

    QuoteTerms(Product product, Profile profile, List<WantedCoverFact> wanted, @Nullable Assertion assertion) {
        this.product = product;
        this.profile = profile;
        this.wanted = List.copyOf(wanted);
        this.assertion = assertion;
    }

    /** The input of the calculation; without any cover when nothing that the product carries is wanted. */
    RatingInput resolve(QuoteInput input, @Nullable BigDecimal controlEffectivenessPercent, Set<String> blockedItems) {
        Map<String, Map<String, InputValue>> covers = new LinkedHashMap<>();
        for (Product.Cover cover : product.covers()) {
            Map<String, InputValue> given = input.covers().get(cover.id());
            if (isInsured(cover, input, given, blockedItems)) {
                covers.put(cover.id(), coverValues(cover, given == null ? Map.of() : given));
            }
        }
        input.covers().forEach((id, given) -> {
            if (product.findCover(id) == null) {
                covers.put(id, given); // refused by the calculation, with its place
            }
        });
        return new RatingInput(
                covers, productValues(input), input.choices(), input.term(), controlEffectivenessPercent, true);
    }

    private boolean isInsured(
            Product.Cover cover, QuoteInput input, @Nullable Map<String, InputValue> given, Set<String> blockedItems) {
        boolean payable = cover.items().isEmpty() || !blockedItems.containsAll(cover.items());
        boolean asked = input.covers().isEmpty() ? !wantedOf(cover).isEmpty() : given != null;
        return payable && asked;
    }

    private Map<String, InputValue> coverValues(Product.Cover cover, Map<String, InputValue> given) {
        Map<String, InputValue> values = new LinkedHashMap<>(given);
        for (Parameter parameter : product.parameters().values()) {
            if (parameter.covers().contains(cover.id())) {
                fill(values, parameter, wantedOf(cover));
            }
        }
        return values;
    }

    private Map<String, InputValue> productValues(QuoteInput input) {
        Map<String, InputValue> values = new LinkedHashMap<>(input.parameters());
        for (Parameter parameter : product.parameters().values()) {
            if (parameter.isOfProduct()) {
                fill(values, parameter, new WantedItems(wanted));
            }
        }
        return values;
    }

    private void fill(Map<String, InputValue> values, Parameter parameter, WantedItems items) {
        if (values.containsKey(parameter.id())) {
            return;
        }
        for (String fact : parameter.facts()) {
            InputValue stated = PlanValues.find(fact, profile, items);
            if (stated != null) {
                values.put(parameter.id(), inWordsOf(parameter, fact, stated));
                return;
            }
        }
    }

    /** The product's own word for a fact of the plan, such as its industry class for a section of GB/T 4754. */
    private InputValue inWordsOf(Parameter parameter, String fact, InputValue stated) {
        // advice stands in for covers that the plan does not ask for; nobody has asserted it
        boolean advised = fact.startsWith("wanted.") && profile.wantedCovers().isEmpty();
        Assertion by = advised ? null : assertion;
        return new InputValue(
                parameter.valueOfFact(stated.value()),
                stated.unit(),
                advised ? "advice " + fact : stated.source(),
                by == null ? null : by.by(),
                by == null ? null : by.at(),
                false);
    }

    private WantedItems wantedOf(Product.Cover cover) {
        List<WantedCoverFact> items = new ArrayList<>();
        for (WantedCoverFact item : wanted) {
            if (cover.items().contains(item.item())) {
                items.add(item);
            }
        }
        return new WantedItems(items);
    }
}
