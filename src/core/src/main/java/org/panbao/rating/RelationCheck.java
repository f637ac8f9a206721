package org.panbao.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Relation;

/** Holds the parameters against what the product says must be between them, so that no cover is sold that cannot pay. */
final class RelationCheck {

    private final Product product;
    private final List<String> covers;
    private final Parameters parameters;
    private final RatingFindings findings;

    RelationCheck(Product product, List<String> covers, Parameters parameters, RatingFindings findings) {
        this.product = product;
        this.covers = List.copyOf(covers);
        this.parameters = parameters;
        this.findings = findings;
    }

    /** Notes every relation that the values break, at the parameter that is too large. */
    void check() {
        for (Relation relation : product.relations()) {
            // what is one for all is looked at once
            boolean once = parameters.isOfProduct(relation.parameter()) && parameters.isOfProduct(relation.other());
            covers.stream().limit(once ? 1 : covers.size()).forEach(cover -> check(relation, cover));
        }
    }

    private void check(Relation relation, String cover) {
        if (!parameters.isReadable(relation.parameter(), cover) || !parameters.isReadable(relation.other(), cover)) {
            return;
        }
        BigDecimal value = parameters.number(relation.parameter(), cover).number();
        BigDecimal other = parameters.number(relation.other(), cover).number();
        if (!relation.holds(value, other)) {
            findings.invalid(
                    parameters.pointerOf(relation.parameter(), cover),
                    relation.kind() == Relation.Kind.LESS_THAN ? "not-less-than" : "more-than",
                    Map.of(
                            "parameter", relation.parameter(),
                            "value", value.toPlainString(),
                            "other", relation.other(),
                            "otherValue", other.toPlainString()));
        }
    }
}
