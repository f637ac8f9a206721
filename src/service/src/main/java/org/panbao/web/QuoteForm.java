package org.panbao.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Text;
import org.panbao.profile.Plan;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.Interval;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;

/**
 * The fields of a question for a price, made from a product. A field is named as its place in the request:
 * {@code covers/DR/limit}.
 *
 * @param parameters of the product as a whole
 * @param choices coefficients with a filed row of more than one value
 */
record QuoteForm(List<Field> parameters, List<CoverFields> covers, List<ChoiceFields> choices) {

    private static final String PLAN = "/plan/";

    static final String PARAMETERS = "parameters/";
    static final String COVERS = "covers/";
    static final String CHOICES = "choices/";

    /** A term that the product asks for. */
    record Field(String name, Parameter parameter) {

        /** What the findings of its place point to, and its label. */
        public String id() {
            return "f-" + name.replace('/', '-');
        }
    }

    /**
     * A cover and its own terms.
     *
     * @param wanted whether the plan asks for one of its items
     */
    record CoverFields(String coverId, Text name, boolean wanted, List<Field> fields) {

        public String field() {
            return COVERS + coverId;
        }
    }

    /** A coefficient somebody may choose a value for, and the ends of all its rows. */
    record ChoiceFields(Text name, String field, String range) {

        public String id() {
            return "f-" + field.replace('/', '-');
        }
    }

    static QuoteForm of(Product product, Plan plan) {
        Set<String> items =
                plan.need().covers().stream().map(Plan.WantedCover::item).collect(Collectors.toSet());
        return new QuoteForm(
                product.parameters().values().stream()
                        .filter(Parameter::isOfProduct)
                        .map(parameter -> new Field(PARAMETERS + parameter.id(), parameter))
                        .toList(),
                product.covers().stream()
                        .map(cover -> new CoverFields(
                                cover.id(),
                                cover.name(),
                                cover.items().stream().anyMatch(items::contains),
                                fields(product, cover.id())))
                        .toList(),
                product.coefficients().stream()
                        .filter(coefficient -> range(coefficient) != null)
                        .map(coefficient -> new ChoiceFields(
                                coefficient.name(), CHOICES + coefficient.id(), String.valueOf(range(coefficient))))
                        .toList());
    }

    /** A finding on a fact of the plan, moved to the field of this form that overrides the fact, if one does. */
    Finding placed(Finding finding) {
        return parameters.stream()
                .filter(field -> field.parameter().facts().stream()
                        .anyMatch(fact -> finding.pointer().equals(PLAN + fact.replace('.', '/'))))
                .findFirst()
                .map(field -> new Finding(finding.severity(), "/" + field.name(), finding.code(), finding.message()))
                .orElse(finding);
    }

    private static List<Field> fields(Product product, String cover) {
        return product.parameters().values().stream()
                .filter(parameter -> parameter.covers().contains(cover))
                .map(parameter -> new Field(COVERS + cover + "/" + parameter.id(), parameter))
                .toList();
    }

    /** From the least to the greatest value of the rows that leave one open; null when every row is a single value. */
    private static @Nullable String range(Coefficient coefficient) {
        List<Interval> open = coefficient.rows().stream()
                .map(Coefficient.Row::value)
                .filter(value -> !value.isPoint())
                .toList();
        return open.stream().reduce(Interval::hull).map(QuoteForm::range).orElse(null);
    }

    private static String range(Interval hull) {
        return plain(hull.low()) + " – " + plain(hull.high());
    }

    private static String plain(@Nullable BigDecimal end) {
        return end == null ? "" : end.stripTrailingZeros().toPlainString();
    }
}
