package org.panbao.architecture.offender;

import tools.jackson.databind.JsonNode;

/** Planted: knows JSON. */
public class ReadsJson {
    public String read(JsonNode node) {
        return node.asString();
    }
}
