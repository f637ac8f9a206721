package org.panbao.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Product.Cover;
import org.panbao.rulebook.Product.Schedule;
import org.panbao.rulebook.Product.ScheduleMethod;
import org.panbao.rulebook.Product.ScheduleShape;

/** Reads how a product rates several insureds, and whether its covers can be limited insured by insured. */
final class ScheduleReader {

    private static final String OF_A_COVER = "wanted.";

    private final DeclaredParameters declared;

    ScheduleReader(DeclaredParameters declared) {
        this.declared = declared;
    }

    /** The schedule of a product with these covers; {@code aggregate} limits what all of them pay together. */
    Schedule read(YamlNode node, List<Cover> covers, @Nullable String aggregate) {
        node.allow("method", "shapes", "shared", "maxInsureds", "source");
        BigDecimal most = ParameterReader.decimal(node, "maxInsureds");
        if (most == null || most.scale() != 0 || most.signum() <= 0) {
            throw node.fault("'maxInsureds' is a whole number above nothing");
        }
        node.texts("shared").forEach(id -> requireOfProduct(node, id));
        if (aggregate != null && !node.texts("shared").contains(aggregate)) {
            throw node.fault("'shared' lacks the aggregate '" + aggregate + "'");
        }
        covers.forEach(cover -> requireBoundable(node, cover));
        List<ScheduleShape> shapes = node.constants("shapes", ScheduleShape.class);
        if (shapes.isEmpty()) {
            throw node.fault("'shapes' names at least one of " + List.of(ScheduleShape.values()));
        }
        return new Schedule(
                node.constant("method", ScheduleMethod.class),
                shapes,
                node.texts("shared"),
                most.intValueExact(),
                node.text("source"));
    }

    private void requireOfProduct(YamlNode node, String id) {
        Parameter parameter = declared.parameters().get(id);
        if (parameter == null || !parameter.isOfProduct()) {
            throw node.fault("'" + id + "' is no parameter of the whole product");
        }
        if (parameter.facts().stream().anyMatch(fact -> fact.startsWith(OF_A_COVER))) {
            throw node.fault("'" + id + "' reads what is wanted of a cover, which can differ by insured");
        }
    }

    /** A limit of an insured's own bounds the one sum of money that an amount is made of. */
    private void requireBoundable(YamlNode node, Cover cover) {
        String amount = cover.amount();
        if (amount != null && !isBoundable(cover, amount)) {
            throw node.fault(
                    "the amount of cover '" + cover.id() + "' is neither a parameter of the cover in CNY nor such a one"
                            + " times numbers, or has a default, so that no insured can have a limit of its own");
        }
    }

    private boolean isBoundable(Cover cover, String amount) {
        DerivedParameter made = declared.derived().get(amount);
        if (made == null || !made.covers().contains(cover.id())) {
            return areBoundable(cover, List.of(amount));
        }
        return made.formula() == DerivedParameter.Formula.MULTIPLY && areBoundable(cover, made.of());
    }

    /** Only what was stated is bounded: a default is not known before the calculation puts it in. */
    private boolean areBoundable(Cover cover, List<String> parts) {
        List<Parameter> stated = parts.stream()
                .map(declared.parameters()::get)
                .flatMap(Stream::ofNullable)
                .filter(Parameter::isRequired)
                .toList();
        List<Parameter> money = stated.stream()
                .filter(parameter -> parameter.unit() == Unit.CNY)
                .toList();
        return stated.size() == parts.size()
                && money.size() == 1
                && money.get(0).covers().contains(cover.id());
    }
}
