package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Severity;
import org.panbao.profile.Profile;
import org.panbao.profile.WantedCoverFact;
import org.panbao.quoting.WantedItems.Wish;
import org.panbao.rating.InputValue;
import org.panbao.rating.RatingInput;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;

/**
 * What is priced: which covers of the product, with which parameters. A parameter comes from the request; what the
 * request leaves out comes from the plan, where the product names a fact; the rest is the product's own default.
 */
final class QuoteTerms {

    private static final Messages MESSAGES = Messages.of(QuoteTerms.class, "quoting");

    private final Product product;
    private final Profile profile;
    private final List<WantedCoverFact> wanted;
    private final @Nullable Assertion assertion;
    private final Map<String, String> asked = new HashMap<>();
    private final List<Finding> warnings = new ArrayList<>();

    QuoteTerms(Product product, Profile profile, List<WantedCoverFact> wanted, @Nullable Assertion assertion) {
        this.product = product;
        this.profile = profile;
        this.wanted = List.copyOf(wanted);
        this.assertion = assertion;
    }

    /** The input of the calculation; without any cover when nothing that the product carries is wanted. */
    PricedTerms resolve(QuoteInput input, @Nullable BigDecimal controlEffectivenessPercent, Set<String> blockedItems) {
        Map<String, Map<String, InputValue>> covers = new LinkedHashMap<>();
        for (Product.Cover cover : product.covers()) {
            Map<String, InputValue> given = input.covers().get(cover.id());
            if (isInsured(cover, input, given, blockedItems)) {
                covers.put(cover.id(), coverValues(cover, given == null ? Map.of() : given, input));
            }
        }
        input.covers().forEach((id, given) -> {
            if (product.findCover(id) == null) {
                covers.put(id, given); // refused by the calculation, with its place
            }
        });
        RatingInput resolved = new RatingInput(
                covers, productValues(input), input.choices(), input.term(), controlEffectivenessPercent, true);
        return new PricedTerms(resolved, asked, warnings);
    }

    private boolean isInsured(
            Product.Cover cover, QuoteInput input, @Nullable Map<String, InputValue> given, Set<String> blockedItems) {
        boolean payable = cover.items().isEmpty() || !blockedItems.containsAll(cover.items());
        boolean isAsked = input.covers().isEmpty() ? !wantedOf(cover).isEmpty() : given != null;
        return payable && isAsked;
    }

    private Map<String, InputValue> coverValues(Product.Cover cover, Map<String, InputValue> given, QuoteInput input) {
        Map<String, InputValue> values = new LinkedHashMap<>(given);
        for (Parameter parameter : product.parameters().values()) {
            // a value given for all covers holds for this one too
            if (parameter.covers().contains(cover.id()) && !input.parameters().containsKey(parameter.id())) {
                fill(values, parameter, cover.id(), wantedOf(cover));
            }
        }
        return values;
    }

    private Map<String, InputValue> productValues(QuoteInput input) {
        Map<String, InputValue> values = new LinkedHashMap<>(input.parameters());
        WantedItems carried = wantedItems(product.covers().stream()
                .flatMap(cover -> cover.items().stream())
                .toList());
        for (Parameter parameter : product.parameters().values()) {
            if (parameter.isOfProduct()) {
                fill(values, parameter, null, carried);
            }
        }
        return values;
    }

    private void fill(Map<String, InputValue> values, Parameter parameter, @Nullable String cover, WantedItems items) {
        if (values.containsKey(parameter.id())) {
            return;
        }
        for (String fact : parameter.facts()) {
            InputValue stated = PlanValues.find(fact, profile, items);
            if (stated != null) {
                InputValue taken = filed(parameter, cover, inWordsOf(parameter, fact, stated));
                values.put(parameter.id(), taken);
                tellDiffering(parameter, items, PlanValues.wish(fact), taken);
                return;
            }
        }
    }

    /** The product's own word for a fact of the plan, such as its industry class for a section of GB/T 4754. */
    private InputValue inWordsOf(Parameter parameter, String fact, InputValue stated) {
        // advice stands in for covers that the plan does not ask for; nobody has asserted it
        boolean advised = fact.startsWith("wanted.") && isAdvised();
        Assertion by = advised ? null : assertion;
        return new InputValue(
                parameter.valueOfFact(stated.value()),
                stated.unit(),
                advised ? "advice " + fact : stated.source(),
                by == null ? null : by.by(),
                by == null ? null : by.at(),
                false,
                stated.place());
    }

    /** Advice stands in where the plan wants no cover of its own. */
    private boolean isAdvised() {
        return profile.wantedCovers().isEmpty();
    }

    /** The filed neighbour of a wish that lies between filed values, where the product allows one. */
    private InputValue filed(Parameter parameter, @Nullable String cover, InputValue wish) {
        if (parameter.betweenRows() == null) {
            return wish;
        }
        BigDecimal value = new BigDecimal(wish.value());
        BigDecimal nearest = new FiledValues(product, parameter).nearest(value);
        if (nearest == null || nearest.compareTo(value) == 0) {
            return wish;
        }
        String taken = nearest.toPlainString();
        asked.put(PricedTerms.key(parameter, cover), wish.value());
        warn(wish, "wish-between-rows", parameter, Map.of("asked", wish.value(), "taken", taken));
        return new InputValue(
                taken,
                wish.unit(),
                wish.source() + " " + wish.value() + ", next filed value",
                wish.assertedBy(),
                wish.at(),
                false,
                wish.place());
    }

    private void tellDiffering(Parameter parameter, WantedItems items, @Nullable Wish wish, InputValue taken) {
        List<String> differing = wish == null || isAdvised() ? List.of() : items.differing(wish);
        if (!differing.isEmpty()) {
            warn(
                    taken,
                    "wishes-differ",
                    parameter,
                    Map.of("wishes", String.join(", ", differing), "taken", taken.value()));
        }
    }

    private void warn(InputValue at, String code, Parameter parameter, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("parameter", parameter.id());
        String place = at.place() == null ? "/plan/need/covers" : at.place();
        warnings.add(new Finding(Severity.WARNING, place, code, MESSAGES.text(code, all)));
    }

    private WantedItems wantedOf(Product.Cover cover) {
        return wantedItems(cover.items());
    }

    private WantedItems wantedItems(List<String> codes) {
        List<WantedCoverFact> items =
                wanted.stream().filter(item -> codes.contains(item.item())).toList();
        return new WantedItems(items, profile.wantedCovers());
    }
}
