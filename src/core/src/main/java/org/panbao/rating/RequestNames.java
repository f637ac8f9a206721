package org.panbao.rating;

import java.util.Map;
import java.util.TreeSet;
import org.panbao.rulebook.Product;

/** Whether a request names only what the product has; for requests that end before anything is priced. */
public final class RequestNames {

    private RequestNames() {}

    /** Throws a {@code Problem} INVALID_REQUEST with every unknown cover, parameter and coefficient. */
    public static void check(
            Product product,
            Map<String, Map<String, InputValue>> covers,
            Map<String, InputValue> parameters,
            Map<String, Choice> choices) {
        RatingFindings findings = new RatingFindings();
        for (String cover : new TreeSet<>(covers.keySet())) {
            if (product.findCover(cover) == null) {
                findings.invalid(
                        InputReader.pointer(cover, null), "unknown-cover", Map.of("cover", InputReader.shown(cover)));
            }
        }
        RatingInput input = new RatingInput(covers, parameters, choices, Term.YEAR, null, false);
        new InputReader(product, input, findings).refuseUnknown();
        for (String key : new TreeSet<>(choices.keySet())) {
            if (product.findCoefficient(ChoiceKey.parse(key).coefficient()) == null) {
                findings.invalid(
                        "/choices/" + InputReader.escape(key),
                        "unknown-coefficient",
                        Map.of("coefficient", InputReader.shown(key)));
            }
        }
        findings.throwIfAny();
    }
}
