package org.panbao.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.panbao.rulebook.Coefficient;
import org.panbao.rulebook.DerivedParameter;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cover;
import org.panbao.rulebook.Unit;

/** Compares a request with what a product asks for, before anything is looked up. */
final class InputReader {

    private static final int FEN_DECIMALS = 2;

    private final Product product;
    private final RatingInput input;
    private final RatingFindings findings;
    private final Scope scope;

    InputReader(Product product, RatingInput input, RatingFindings findings) {
        this(product, input, findings, Scope.WHOLE);
    }

    InputReader(Product product, RatingInput input, RatingFindings findings, Scope scope) {
        this.product = product;
        this.input = input;
        this.findings = findings;
        this.scope = scope;
    }

    /** The wanted covers, in the order of the product. */
    List<Cover> covers() {
        List<Cover> covers = new ArrayList<>();
        for (Cover cover : product.covers()) {
            if (input.covers().containsKey(cover.id())) {
                covers.add(cover);
            }
        }
        for (String wanted : new TreeSet<>(input.covers().keySet())) {
            if (product.findCover(wanted) == null) {
                findings.invalid(pointer(wanted, null), "unknown-cover", Map.of("cover", shown(wanted)));
            }
        }
        if (input.covers().isEmpty()) {
            findings.invalid("/covers", "no-cover", Map.of());
        }
        for (Cover cover : covers) {
            if (!cover.premiumsOf().isEmpty()
                    && covers.stream().noneMatch(other -> cover.premiumsOf().contains(other.id()))) {
                findings.invalid(
                        pointer(cover.id(), null),
                        "cover-needs-another",
                        Map.of("cover", cover.id(), "covers", String.join(", ", cover.premiumsOf())));
            }
        }
        return covers;
    }

    /** Notes parameters and choices that the product does not know. */
    void refuseUnknown() {
        for (String id : new TreeSet<>(input.parameters().keySet())) {
            if (!product.parameters().containsKey(id)) {
                findings.invalid("/parameters/" + escape(id), "unknown-parameter", Map.of("parameter", shown(id)));
            }
        }
        for (Cover cover : product.covers()) {
            Map<String, InputValue> given = input.covers().getOrDefault(cover.id(), Map.of());
            for (String id : new TreeSet<>(given.keySet())) {
                Parameter parameter = product.parameters().get(id);
                if (parameter == null || !parameter.covers().contains(cover.id())) {
                    findings.invalid(
                            pointer(cover.id(), id),
                            "unknown-cover-parameter",
                            Map.of("cover", cover.id(), "parameter", shown(id)));
                }
            }
        }
    }

    /** The parameters that the wanted covers read, directly or by way of derived ones. */
    Set<String> needed(List<Cover> covers) {
        Set<String> needed = new TreeSet<>();
        for (Cover cover : covers) {
            need(cover.amount(), needed);
        }
        for (Coefficient coefficient : product.coefficients()) {
            if (covers.stream().anyMatch(cover -> coefficient.covers().contains(cover.id()))) {
                need(coefficient.rangeKey(), needed);
                coefficient.codeKeys().forEach(key -> need(key, needed));
            }
        }
        need(product.instalments().parameter(), needed);
        return needed;
    }

    private void need(@Nullable String id, Set<String> needed) {
        if (id == null || !needed.add(id)) {
            return;
        }
        DerivedParameter derived = product.derived().get(id);
        if (derived != null) {
            derived.of().forEach(part -> need(part, needed));
        }
        Parameter parameter = product.parameters().get(id);
        if (parameter != null) {
            need(parameter.defaultFrom(), needed);
        }
    }

    /** What was given for a parameter of a cover, or of the product when {@code cover} is null. */
    @Nullable
    InputValue given(Parameter parameter, @Nullable String cover) {
        Map<String, InputValue> own = cover == null ? Map.of() : input.covers().getOrDefault(cover, Map.of());
        InputValue value = own.get(parameter.id());
        return value != null ? value : input.parameters().get(parameter.id());
    }

    /** Where a value stands, or would have to be given. */
    String pointerOf(Parameter parameter, @Nullable String cover) {
        boolean isGivenForAll = input.parameters().containsKey(parameter.id());
        if (cover == null || (isGivenForAll && !isOwn(parameter, cover))) {
            return scope.pointer("/parameters/" + escape(parameter.id()));
        }
        return scope.pointer(pointer(cover, parameter.id()));
    }

    private boolean isOwn(Parameter parameter, String cover) {
        return input.covers().getOrDefault(cover, Map.of()).containsKey(parameter.id());
    }

    /** The number, or null after noting what is wrong with it. */
    @Nullable
    BigDecimal number(Parameter parameter, InputValue value, String pointer) {
        refuseOtherUnit(parameter, value, pointer);
        BigDecimal number = PlainNumber.parse(value.value(), pointer, findings);
        if (number == null) {
            return null;
        }
        if (!parameter.allowed().contains(number)) {
            findings.invalid(
                    pointer,
                    "not-allowed",
                    Map.of("value", value.value(), "range", parameter.allowed().toString()));
            return null;
        }
        int decimals = number.stripTrailingZeros().scale();
        if ((parameter.unit() == Unit.CNY && decimals > FEN_DECIMALS)
                || (parameter.unit() == Unit.COUNT && decimals > 0)) {
            findings.invalid(pointer, "too-many-decimals", Map.of("value", value.value()));
            return null;
        }
        return number;
    }

    /** Notes a code that is not in the product's list. */
    void checkCode(Parameter parameter, InputValue value, String pointer) {
        refuseOtherUnit(parameter, value, pointer);
        if (!parameter.codes().containsKey(value.value())) {
            findings.invalid(
                    pointer,
                    "unknown-code",
                    Map.of(
                            "value",
                            shown(value.value()),
                            "codes",
                            String.join(", ", parameter.codes().keySet())));
        }
    }

    private void refuseOtherUnit(Parameter parameter, InputValue value, String pointer) {
        Unit unit = value.unit();
        if (unit != null && unit != parameter.unit()) {
            findings.invalid(
                    pointer,
                    "wrong-unit",
                    Map.of("unit", unit.name(), "expected", parameter.unit().name()));
        }
    }

    /** JSON pointer of a cover or of one of its parameters. */
    static String pointer(String cover, @Nullable String parameter) {
        return "/covers/" + escape(cover) + (parameter == null ? "" : "/" + escape(parameter));
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** A name out of a request, cut so that a message stays readable. */
    static String shown(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
