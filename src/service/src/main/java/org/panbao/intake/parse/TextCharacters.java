package org.panbao.intake.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import tools.jackson.databind.JsonNode;

/** Finds texts with characters that may not stand in a plan, wherever they are; see {@link Excerpt#isFit}. */
public final class TextCharacters {

    private TextCharacters() {}

    public static void check(JsonNode node, Findings findings) {
        check(node, "", findings);
    }

    private static void check(JsonNode node, String pointer, Findings findings) {
        if (node.isString()) {
            node.stringValue()
                    .codePoints()
                    .filter(c -> !Excerpt.isFit(c))
                    .findFirst()
                    .ifPresent(c -> findings.error(
                            pointer, "text-character", Map.of("character", String.format(Locale.ROOT, "U+%04X", c))));
        }
        for (Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey().replace("~", "~0").replace("/", "~1");
            check(member.getValue(), pointer + "/" + name, findings);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), pointer + "/" + i, findings);
        }
    }
}
