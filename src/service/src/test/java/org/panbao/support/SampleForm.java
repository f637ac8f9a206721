package org.panbao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample plan as the form of the page sends it. */
public final class SampleForm {

    private static final Path PLANS = Path.of(System.getProperty("panbao.top"), "sample-data/plans");

    private SampleForm() {}

    /** What is typed, by the name of its input: a JSON pointer. An empty list has no input. */
    public static Map<String, String> of(String file) {
        try {
            Map<String, String> typed = new LinkedHashMap<>();
            fill(JsonMapper.shared().readTree(Files.readString(PLANS.resolve(file))), "", typed);
            return typed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(JsonNode node, String pointer, Map<String, String> typed) {
        if (node.isValueNode()) {
            typed.put(pointer, node.asString());
        }
        node.propertyStream().forEach(entry -> fill(entry.getValue(), pointer + "/" + entry.getKey(), typed));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                fill(node.get(i), pointer + "/" + i, typed);
            }
        }
    }
}
