package org.panbao.base;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something noticed in an input, with its place.
 *
 * @param pointer JSON pointer (RFC 6901) of the place; the empty string is the whole document
 * @param code stable code in lower case with hyphens, for example {@code uscc-check-digit}
 */
public record Finding(Severity severity, String pointer, String code, Text message) {

    /** The same finding seen from a document that holds the one it was noticed in, at {@code root}. */
    public Finding under(String root) {
        return new Finding(severity, root + pointer, code, message);
    }

    /** How many there are of each severity, by its name, the worst first; none is told too. */
    public static Map<String, String> counts(List<Finding> findings) {
        Map<String, String> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            counts.put(severity.name(), Long.toString(count));
        }
        return counts;
    }
}
