package org.panbao.quoting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.panbao.base.Finding;
import org.panbao.rating.InputValue;
import org.panbao.rating.InsuredInput;
import org.panbao.rating.RatingInput;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;

/** What is priced for a schedule: the terms of each insured within its own limit, and what all of them share once. */
final class ScheduleTerms {

    private final Product product;
    private final QuoteInput input;
    private final Map<String, InputValue> shared = new LinkedHashMap<>();
    private final List<InsuredInput> insureds = new ArrayList<>();
    private final Map<String, String> asked = new HashMap<>();
    private final Set<Finding> warnings = new LinkedHashSet<>();
    private final SharedAggregate aggregate;

    private ScheduleTerms(Product product, QuoteInput input) {
        this.product = product;
        this.input = input;
        this.aggregate = new SharedAggregate(product);
    }

    /** Whether the product files how a schedule of this shape and size is rated. */
    static boolean isFiled(Product product, QuoteInput input) {
        Product.Schedule filed = product.schedule();
        String shape = input.profile().enterprise().schedule().name();
        return filed != null
                && input.insureds().size() <= filed.maxInsureds()
                && (input.insureds().size() == 1
                        || filed.shapes().stream().anyMatch(each -> each.name().equals(shape)));
    }

    /** The terms of the parts, each of an insured, as one calculation. */
    static PricedTerms of(Product product, QuoteInput input, List<RiskPart> parts, Rulebook rulebook) {
        ScheduleTerms terms = new ScheduleTerms(product, input);
        parts.forEach(part -> terms.add(part, part.terms(product, rulebook)));
        terms.aggregate.fit(terms.shared);
        terms.warnings.addAll(terms.aggregate.warnings());
        RatingInput resolved =
                new RatingInput(Map.of(), terms.shared, input.choices(), input.term(), null, true, terms.insureds);
        return new PricedTerms(resolved, terms.asked, List.copyOf(terms.warnings));
    }

    private void add(RiskPart part, PricedTerms own) {
        RatingInput resolved = own.input();
        if (resolved.covers().isEmpty()) {
            return; // nothing could be paid to this insured, so that nothing is charged
        }
        List<String> ofAll = Objects.requireNonNull(product.schedule()).shared();
        Map<String, InputValue> itsOwn = new LinkedHashMap<>(resolved.parameters());
        for (String parameter : ofAll) {
            InputValue value = itsOwn.remove(parameter);
            if (value != null) {
                shared.putIfAbsent(parameter, value);
            }
        }
        ScheduledInsured insured = Objects.requireNonNull(part.insured());
        InsuredInput priced = new InsuredInput(
                insured.insuredId(),
                OwnLimit.hold(product, resolved, insured, input.planAssertion()),
                itsOwn,
                resolved.term(),
                resolved.controlEffectivenessPercent(),
                insured.place(""));
        insureds.add(priced);
        aggregate.add(insured, priced);
        asked.putAll(own.asked());
        warnings.addAll(own.warnings());
    }
}
