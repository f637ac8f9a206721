package org.panbao.quoting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.coverage.CoverAdvice;
import org.panbao.coverage.ItemAdvice;
import org.panbao.quoting.CoverageLine.Availability;
import org.panbao.rating.RatingResult;
import org.panbao.rulebook.CoverStatus;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;

/** Says of every wanted or advised item what becomes of it: nothing is dropped in silence. */
final class CoverageLines {

    private final Product product;
    private final CoverAdvice advice;
    private final List<RiskPart> parts;

    /** The lines of what is advised for the whole; {@code parts} say whom an item could not be paid to. */
    CoverageLines(Product product, CoverAdvice advice, List<RiskPart> parts) {
        this.product = product;
        this.advice = advice;
        this.parts = List.copyOf(parts);
    }

    /** Items for which nothing could be paid: blocked by a gate, excluded on today's facts, or payable in name only. */
    static Set<String> unpayable(Product product, CoverAdvice advice) {
        Set<String> unpayable = new TreeSet<>();
        for (ItemAdvice item : advice.items()) {
            boolean carried = product.findCarrier(item.item()) != null;
            if (!(carried ? status(product, item) : item.status()).isPayable()) {
                unpayable.add(item.item());
            }
        }
        return unpayable;
    }

    private List<RiskPart> unpaid(String item) {
        return parts.stream().filter(part -> part.unpayable().contains(item)).toList();
    }

    private boolean isDropped(List<RiskPart> unpaid) {
        return unpaid.size() == parts.size();
    }

    /** The insureds to whom an item is not paid while others have it. */
    private List<String> notPaidTo(List<RiskPart> unpaid) {
        return isDropped(unpaid)
                ? List.of()
                : unpaid.stream()
                        .flatMap(part -> Stream.ofNullable(part.insuredId()))
                        .toList();
    }

    /** The lines; {@code rating} and {@code terms} are null when nothing was priced. */
    List<CoverageLine> lines(@Nullable RatingResult rating, @Nullable PricedTerms terms, Rulebook rulebook) {
        RatingResult priced = rating == null ? null : SumInsured.leading(rating);
        AdvisedTerms advised = new AdvisedTerms(product);
        Map<String, String> asked = terms == null ? Map.of() : terms.asked();
        Map<String, InsuredTerms> insuredByCover = new HashMap<>();
        List<CoverageLine> lines = new ArrayList<>();
        for (ItemAdvice item : advice.items()) {
            Product.Cover carrier = product.findCarrier(item.item());
            String cover = carrier == null ? null : carrier.id();
            List<RiskPart> unpaid = unpaid(item.item());
            Availability availability = isDropped(unpaid) ? Availability.DROPPED : availability(cover, priced);
            Text note = rulebook.reason("QUO-ITEM-" + availability.name());
            InsuredTerms insured = availability == Availability.INSURED && cover != null && priced != null
                    ? insuredByCover.computeIfAbsent(cover, id -> InsuredTerms.of(id, product, priced, asked))
                    : null;
            lines.add(new CoverageLine(
                    advised.fitted(item),
                    status(product, item),
                    cover,
                    availability,
                    note,
                    insured,
                    notPaidTo(unpaid)));
        }
        return lines;
    }

    /** What the wording makes of the item, or what today's facts leave of it when that is less. */
    private static CoverStatus status(Product product, ItemAdvice item) {
        return product.statusOf(item.item()).worse(item.status());
    }

    private static Availability availability(@Nullable String cover, @Nullable RatingResult priced) {
        if (cover == null) {
            return Availability.ADVISED_NOT_AVAILABLE;
        }
        boolean insured = priced != null
                && priced.covers().stream().anyMatch(each -> each.cover().equals(cover));
        return insured ? Availability.INSURED : Availability.OFFERED;
    }
}
