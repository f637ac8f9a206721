package org.panbao.quoting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Severity;
import org.panbao.coverage.InsurableLimits;
import org.panbao.profile.Profile;
import org.panbao.profile.WantedCoverFact;
import org.panbao.quoting.WantedItems.Wish;
import org.panbao.rating.RatingResult;
import org.panbao.rulebook.Parameter;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;

/**
 * Finds limits that insure more than could be lost (保险法 art. 55). What the plan asks for is looked at item by item; an
 * amount stated in the request, cover by cover, against the items that the cover is wanted for.
 */
final class OverInsurance {

    private static final Messages MESSAGES = Messages.of(OverInsurance.class, "quoting");

    /** Something insured above its value: the item or cover, for which insured, and where its limit was stated. */
    record Excess(String subject, @Nullable String insured, Finding finding) {}

    private final Product product;
    private final RiskPart part;
    private final QuoteInput input;
    private final Profile profile;
    private final InsurableLimits limits;
    private final List<Excess> found = new ArrayList<>();

    private OverInsurance(Product product, RiskPart part, Rulebook rulebook) {
        this.product = product;
        this.part = part;
        this.input = part.input();
        this.profile = input.profile();
        this.limits = InsurableLimits.of(rulebook);
    }

    /** Looks at the covers of a single risk, or at those of one insured on its own facts. */
    static List<Excess> find(Product product, RiskPart part, RatingResult whole, Rulebook rulebook) {
        OverInsurance check = new OverInsurance(product, part, rulebook);
        RatingResult rating = whole.only((insured, cover) -> insured.equals(part.insuredId()));
        Map<String, BigDecimal> amounts = SumInsured.amounts(rating);
        for (RatingResult.CoverPremium priced : rating.covers()) {
            Product.Cover cover = product.findCover(priced.cover());
            BigDecimal amount = amounts.get(priced.cover());
            if (cover == null || amount == null) {
                continue;
            }
            String stated = check.statedAmount(cover);
            if (stated == null) {
                check.checkWishes(cover);
            } else {
                check.checkCover(cover, stated, amount, rating);
            }
        }
        return check.found;
    }

    private void checkWishes(Product.Cover cover) {
        for (WantedCoverFact item : profile.wantedCovers()) {
            if (cover.items().contains(item.item())) {
                checkWish(new WantedItems(List.of(item), profile.wantedCovers()), item);
            }
        }
    }

    private void checkWish(WantedItems wish, WantedCoverFact item) {
        BigDecimal daily = wish.together(Wish.DAILY_LIMIT);
        BigDecimal days = wish.together(Wish.INDEMNITY_DAYS);
        BigDecimal byDay = daily == null || days == null ? null : daily.multiply(days);
        BigDecimal limit = byDay == null ? item.limitCny() : byDay;
        BigDecimal value = limits.value(item.item(), profile.enterprise(), days);
        if (limit != null && value != null) {
            checkOwn(item.item(), wish.place(byDay == null ? Wish.LIMIT : Wish.DAILY_LIMIT), limit, value);
        }
    }

    /** What an insured of a schedule has of a wish is within its own limit. */
    private void checkOwn(String item, String place, BigDecimal wished, BigDecimal value) {
        ScheduledInsured insured = part.insured();
        BigDecimal own = insured == null ? null : insured.limitCny();
        if (insured == null || own == null || own.compareTo(wished) >= 0) {
            check(item, place, wished, value);
        } else {
            check(item, insured.place("limitCny"), own, value);
        }
    }

    private void checkCover(Product.Cover cover, String pointer, BigDecimal amount, RatingResult rating) {
        BigDecimal days = rating.inputs().stream()
                .filter(priced -> cover.id().equals(priced.cover()) && isDays(priced.parameter()))
                .map(priced -> new BigDecimal(priced.value().value()))
                .findFirst()
                .orElse(null);
        BigDecimal value = value(cover, days);
        if (value != null) {
            check(cover.id(), pointer, amount, value);
        }
    }

    private boolean isDays(String parameter) {
        Parameter known = product.parameters().get(parameter);
        return known != null && known.facts().contains("wanted.indemnityDays");
    }

    /** Values of the wanted items of a cover together, or of all its items; null when one of them has none. */
    private @Nullable BigDecimal value(Product.Cover cover, @Nullable BigDecimal days) {
        List<String> wanted = profile.wantedCovers().stream()
                .map(WantedCoverFact::item)
                .filter(cover.items()::contains)
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (String item : wanted.isEmpty() ? cover.items() : wanted) {
            BigDecimal value = limits.value(item, profile.enterprise(), days);
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }

    private void check(String subject, String pointer, BigDecimal limit, BigDecimal value) {
        if (limits.isExceeded(limit, value)) {
            Map<String, String> values = Map.of(
                    "subject", part.insuredId() == null ? subject : subject + " (" + part.insuredId() + ")",
                    "limit", limit.toPlainString(),
                    "value", value.toPlainString(),
                    "tolerance", limits.tolerancePercent().toPlainString());
            found.add(new Excess(
                    subject,
                    part.insuredId(),
                    new Finding(Severity.WARNING, pointer, "over-insured", MESSAGES.text("over-insured", values))));
        }
    }

    /** Where the request states the amount of a cover or a part of it; null when the plan does. */
    private @Nullable String statedAmount(Product.Cover cover) {
        Map<String, ?> own = input.covers().getOrDefault(cover.id(), Map.of());
        for (String part : product.amountParts(cover)) {
            if (own.containsKey(part)) {
                return "/covers/" + cover.id() + "/" + part;
            }
            if (input.parameters().containsKey(part)) {
                return "/parameters/" + part;
            }
        }
        return null;
    }
}
