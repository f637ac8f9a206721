package org.panbao.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.panbao.base.Messages;
import org.panbao.base.Text;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Product;

/** What a tariff calls its covers, terms and coefficients, and the names of steps and inputs that are none of these. */
public final class TariffNames {

    private static final Messages TERMS = Messages.of(TariffNames.class, "terms");
    private static final String BASE = "BASE";

    /** What no tariff names. */
    private static final List<String> OWN = List.of(
            BASE,
            "BASE_RATE",
            "ROUND",
            "SUM",
            "SHORT_TERM",
            "VAT",
            "term/months",
            "controlEffectivenessPercent",
            "months",
            "cover");

    private final Text product;
    private final Map<String, Text> names = new HashMap<>();
    private final List<String> coefficients;

    private TariffNames(Text product, List<String> coefficients) {
        this.product = product;
        this.coefficients = coefficients;
    }

    /** The names that this product gives. */
    public static TariffNames of(Product product) {
        TariffNames names = new TariffNames(
                product.name(),
                product.coefficients().stream().map(Coefficient::id).toList());
        OWN.forEach(id -> names.names.put(id, TERMS.text("step." + id)));
        product.parameters().forEach((id, parameter) -> names.names.put(id, parameter.name()));
        product.derived().forEach((id, parameter) -> names.names.put(id, parameter.name()));
        product.covers().forEach(cover -> names.names.put(cover.id(), cover.name()));
        product.coefficients().forEach(coefficient -> names.names.put(coefficient.id(), coefficient.name()));
        return names;
    }

    public Text product() {
        return product;
    }

    /** The name of a cover, term, coefficient or step; the id itself where it has none. */
    public Text name(String id) {
        return names.getOrDefault(id, new Text(id, id));
    }

    /** Where a step stands in the filing: the base first, coefficients in their order, everything else after them. */
    public int rank(String subject) {
        int coefficient = coefficients.indexOf(subject);
        if (subject.equals(BASE)) {
            return -1;
        }
        return coefficient < 0 ? coefficients.size() : coefficient;
    }
}
