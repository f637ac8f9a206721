package org.panbao.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.rating.InputValue;
import org.panbao.rating.PlainNumber;
import org.panbao.rating.RatingInput;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Product.Cover;
import org.panbao.rulebook.Unit;

/**
 * The limit of one insured of a schedule, which no cover of its exceeds. Where a cover pays by the day it is the daily limit
 * that is lowered, so that limit = daily limit × days holds for the insured as filed.
 */
final class OwnLimit {

    private static final int FEN_DECIMALS = 2;

    private final Product product;
    private final RatingInput input;
    private final BigDecimal limitCny;
    private final InputValue stated;

    private OwnLimit(Product product, RatingInput input, BigDecimal limitCny, InputValue stated) {
        this.product = product;
        this.input = input;
        this.limitCny = limitCny;
        this.stated = stated;
    }

    /** The parameters of the covers, none above the limit of the insured. */
    static Map<String, Map<String, InputValue>> hold(
            Product product, RatingInput input, ScheduledInsured insured, @Nullable Assertion by) {
        BigDecimal limit = insured.limitCny();
        if (limit == null) {
            return input.covers();
        }
        InputValue stated = new InputValue(
                limit.toPlainString(),
                Unit.CNY,
                "plan insureds.limitCny",
                by == null ? null : by.by(),
                by == null ? null : by.at(),
                false,
                insured.place("limitCny"));
        return new OwnLimit(product, input, limit, stated).held();
    }

    private Map<String, Map<String, InputValue>> held() {
        Map<String, Map<String, InputValue>> held = new LinkedHashMap<>(input.covers());
        for (Cover cover : product.covers()) {
            Map<String, InputValue> values = held.get(cover.id());
            String bounded = money(cover);
            if (values != null && bounded != null) {
                InputValue lowered = lowered(cover, bounded);
                if (lowered != null) {
                    Map<String, InputValue> own = new LinkedHashMap<>(values);
                    own.put(bounded, lowered);
                    held.put(cover.id(), own);
                }
            }
        }
        return held;
    }

    /** The sum of money that the amount of a cover is made of; null when it has none of its own. */
    private @Nullable String money(Cover cover) {
        return product.amountParts(cover).stream()
                .filter(part -> product.parameters().containsKey(part)
                        && product.parameters().get(part).unit() == Unit.CNY)
                .findFirst()
                .orElse(null);
    }

    /** What stands in place of the asked value; null when that is within the limit, or not a number at all. */
    private @Nullable InputValue lowered(Cover cover, String bounded) {
        BigDecimal most = limitCny;
        String source = stated.source() + " " + limitCny.toPlainString();
        for (String part : product.amountParts(cover)) {
            BigDecimal times = part.equals(bounded) ? BigDecimal.ONE : number(cover, part);
            if (times == null || times.signum() <= 0) {
                return null;
            }
            if (!part.equals(bounded)) {
                most = most.divide(times, FEN_DECIMALS, RoundingMode.DOWN);
                source += " / " + part + " " + times.toPlainString();
            }
        }
        BigDecimal asked = number(cover, bounded);
        return asked == null || asked.compareTo(most) <= 0
                ? null
                : new InputValue(
                        most.toPlainString(),
                        stated.unit(),
                        source,
                        stated.assertedBy(),
                        stated.at(),
                        false,
                        stated.place());
    }

    private @Nullable BigDecimal number(Cover cover, String parameter) {
        Map<String, InputValue> own = input.covers().getOrDefault(cover.id(), Map.of());
        InputValue value = own.getOrDefault(parameter, input.parameters().get(parameter));
        return value == null ? null : PlainNumber.find(value.value());
    }
}
