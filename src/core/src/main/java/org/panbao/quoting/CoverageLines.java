package org.panbao.quoting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Text;
import org.panbao.coverage.CoverAdvice;
import org.panbao.coverage.ItemAdvice;
import org.panbao.quoting.CoverageLine.Availability;
import org.panbao.rating.RatingResult;
import org.panbao.rulebook.Product;
import org.panbao.rulebook.Rulebook;

/** Says of every wanted or advised item what becomes of it: nothing is dropped in silence. */
final class CoverageLines {

    private CoverageLines() {}

    static List<CoverageLine> of(
            Product product,
            CoverAdvice advice,
            @Nullable RatingResult priced,
            Set<String> unpayable,
            Rulebook rulebook) {
        List<CoverageLine> lines = new ArrayList<>();
        for (ItemAdvice item : advice.items()) {
            String carrier = carrier(product, item.item());
            Availability availability = availability(item.item(), carrier, priced, unpayable);
            Text note = rulebook.reason("QUO-ITEM-" + availability.name());
            InsuredTerms insured = availability == Availability.INSURED && carrier != null && priced != null
                    ? InsuredTerms.of(carrier, priced)
                    : null;
            lines.add(new CoverageLine(item, carrier, availability, note, insured));
        }
        return lines;
    }

    private static @Nullable String carrier(Product product, String item) {
        for (Product.Cover cover : product.covers()) {
            if (cover.items().contains(item)) {
                return cover.id();
            }
        }
        return null;
    }

    private static Availability availability(
            String item, @Nullable String carrier, @Nullable RatingResult priced, Set<String> unpayable) {
        if (unpayable.contains(item)) {
            return Availability.DROPPED;
        }
        if (carrier == null) {
            return Availability.ADVISED_NOT_AVAILABLE;
        }
        boolean insured = priced != null
                && priced.covers().stream().anyMatch(cover -> cover.cover().equals(carrier));
        return insured ? Availability.INSURED : Availability.OFFERED;
    }
}
