package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Product.Cover;

/** What must hold between the parts of a product file. */
final class ProductChecks {

    private final YamlNode root;
    private final DeclaredParameters declared;
    private final Faults faults;

    ProductChecks(YamlNode root, DeclaredParameters declared, Faults faults) {
        this.root = root;
        this.declared = declared;
        this.faults = faults;
    }

    /** Amounts, defaults and derived parameters point at something that is known before it is needed. */
    void checkParameters(List<Cover> covers) {
        if (covers.isEmpty()) {
            fault("a product has a cover");
        }
        List<String> earlier = new ArrayList<>();
        for (Cover cover : covers) {
            checkAmount(cover, earlier);
            earlier.add(cover.id());
        }
        declared.parameters().values().forEach(this::checkDefault);
        Set<String> known = new HashSet<>(declared.parameters().keySet());
        for (DerivedParameter derived : declared.derived().values()) {
            checkDerived(derived, known);
            known.add(derived.id());
        }
    }

    private void checkDefault(Parameter parameter) {
        String from = parameter.defaultFrom();
        if (from == null) {
            return;
        }
        if (declared.findUnit(from) != parameter.unit()) {
            fault("parameter '" + parameter.id() + "' takes its default from '" + from + "', which is of another unit");
        }
        if (leadsTo(from, parameter.id(), new HashSet<>())) {
            fault("parameter '" + parameter.id() + "' takes its default from itself, by way of '" + from + "'");
        }
    }

    /** Whether working {@code id} out can need {@code target}. */
    private boolean leadsTo(String id, String target, Set<String> seen) {
        if (id.equals(target)) {
            return true;
        }
        if (!seen.add(id)) {
            return false;
        }
        Parameter parameter = declared.parameters().get(id);
        String from = parameter == null ? null : parameter.defaultFrom();
        if (from != null && leadsTo(from, target, seen)) {
            return true;
        }
        DerivedParameter derived = declared.derived().get(id);
        return derived != null && derived.of().stream().anyMatch(part -> leadsTo(part, target, seen));
    }

    private void checkDerived(DerivedParameter derived, Set<String> known) {
        boolean sums = derived.formula() == DerivedParameter.Formula.SUM_OVER_COVERS;
        for (String part : derived.of()) {
            if (!known.contains(part) && !(sums && declared.derived().containsKey(part))) {
                fault("derived parameter '" + derived.id() + "' uses '" + part + "', which is not known before it");
            }
        }
        if (derived.formula() == DerivedParameter.Formula.DIVIDE
                && declared.allowed(derived.of().get(1)).contains(BigDecimal.ZERO)) {
            fault("derived parameter '" + derived.id() + "' divides by '"
                    + derived.of().get(1) + "', which can be nothing");
        }
        if (isBothOnOneCover(derived)) {
            fault("id '" + derived.id() + "' is a parameter and a derived parameter of the same cover");
        }
    }

    private boolean isBothOnOneCover(DerivedParameter derived) {
        Parameter parameter = declared.parameters().get(derived.id());
        return parameter != null
                && (parameter.isOfProduct()
                        || derived.isOfProduct()
                        || parameter.covers().stream().anyMatch(derived.covers()::contains));
    }

    private void checkAmount(Cover cover, List<String> earlier) {
        @Nullable String amount = cover.amount();
        if ((amount == null) == cover.premiumsOf().isEmpty()) {
            fault("cover '" + cover.id() + "' needs either an amount or premiumsOf");
        }
        if (amount != null && !declared.isReadableBy(cover.id(), amount)) {
            fault("cover '" + cover.id() + "' has no parameter '" + amount + "' for its amount");
        }
        if (!earlier.containsAll(cover.premiumsOf())) {
            fault("cover '" + cover.id() + "' is priced from covers that do not stand before it");
        }
    }

    private void fault(String reason) {
        faults.add(root.path(), root.line(), reason);
    }
}
