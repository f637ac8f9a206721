package org.panbao.intake;

import tools.jackson.databind.JsonNode;

/**
 * A plan that was read and has no error, ready to be filed without being read again.
 *
 * @param reading what came of reading {@code document}; throws {@link IllegalStateException} when that has errors
 */
public record CheckedPlan(JsonNode document, PlanReading reading) {
    public CheckedPlan {
        reading.require();
    }
}
