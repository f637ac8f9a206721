package org.panbao.jobs;

import java.util.List;
import java.util.Map;

/**
 * What became of an item.
 *
 * @param result plain values about what was made, for example {@code planId}
 */
public record ItemOutcome(boolean accepted, Map<String, String> result, List<ItemFinding> findings) {
    public ItemOutcome {
        result = Map.copyOf(result);
        findings = List.copyOf(findings);
    }
}
