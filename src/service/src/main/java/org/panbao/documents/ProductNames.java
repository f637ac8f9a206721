package org.panbao.documents;

import org.panbao.base.Text;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Unit;

/** Names that a product gives to its covers, coefficients and parameters, and its parameters' values in words. */
final class ProductNames {

    private final Product product;
    private final Words words;
    private final TariffNames names;

    ProductNames(Product product, Words words) {
        this.product = product;
        this.words = words;
        this.names = TariffNames.of(product);
    }

    /** A cover by its id, with the id. */
    String cover(String id) {
        return subject(id) + " (" + id + ")";
    }

    /** What a step is about: a coefficient, a parameter, an operation of the tariff; else the id as it is. */
    String subject(String id) {
        return words.of(names.name(id));
    }

    /** The value of a parameter with its unit, a code by its name. */
    String value(String parameterId, String value) {
        Parameter parameter = product.parameters().get(parameterId);
        if (parameter == null) {
            return value;
        }
        Text code = parameter.codes().get(value);
        return code == null ? withUnit(value, parameter.unit()) : words.of(code);
    }

    /** A number with its unit. */
    String withUnit(String value, Unit unit) {
        return switch (unit) {
            case CODE -> value;
            case CNY -> words.money(value) + words.term("unit", unit.name());
            default -> words.number(value) + words.term("unit", unit.name());
        };
    }
}
