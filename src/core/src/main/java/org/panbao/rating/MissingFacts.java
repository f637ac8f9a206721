package org.panbao.rating;

import java.util.List;
import java.util.Set;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;

/** What a tariff would read of the enterprise and nobody states; a term of the contract is not among it. */
public final class MissingFacts {

    private MissingFacts() {}

    /** The parameters that stand for such facts, in the order of the product; without them nothing can be priced. */
    public static List<Parameter> of(Product product, RatingInput input) {
        if (input.insureds().isEmpty()) {
            return ofOne(product, input);
        }
        return input.insureds().stream()
                .flatMap(insured -> ofOne(product, input.of(insured)).stream())
                .distinct()
                .toList();
    }

    private static List<Parameter> ofOne(Product product, RatingInput input) {
        List<Parameter> unstated = product.parameters().values().stream()
                .filter(parameter -> isFact(parameter) && !input.parameters().containsKey(parameter.id()))
                .toList();
        if (unstated.isEmpty()) {
            return unstated; // the usual case, in which nobody has to ask what the covers need
        }
        InputReader reader = new InputReader(product, input, new RatingFindings());
        Set<String> needed = reader.needed(reader.covers());
        return unstated.stream()
                .filter(parameter -> needed.contains(parameter.id()))
                .toList();
    }

    private static boolean isFact(Parameter parameter) {
        return parameter.isOfProduct()
                && parameter.ratingFact()
                && parameter.isRequired()
                && !parameter.facts().isEmpty();
    }
}
