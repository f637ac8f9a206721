package org.panbao.coverage;

import java.math.BigDecimal;
import java.util.List;
import org.panbao.rulebook.Hit;

/**
 * The suggested scope of cover.
 *
 * @param items items wanted or advised, in the order of the catalogue
 * @param aggregateAnchorCny aggregate limit that the market gives an enterprise of this kind
 * @param anchorRow row of {@code rules/coverage/anchors.csv} it comes from
 * @param biting exclusions that apply already
 * @param hits every hit of the cover rules, sorted
 */
public record CoverAdvice(
        List<ItemAdvice> items,
        BigDecimal aggregateAnchorCny,
        String anchorRow,
        List<BitingExclusion> biting,
        List<Hit> hits) {

    public CoverAdvice {
        items = List.copyOf(items);
        biting = List.copyOf(biting);
        hits = List.copyOf(hits);
    }

    /** The items of one line; property and liability are advised apart. */
    public List<ItemAdvice> items(Line line) {
        return items.stream().filter(item -> item.line() == line).toList();
    }
}
