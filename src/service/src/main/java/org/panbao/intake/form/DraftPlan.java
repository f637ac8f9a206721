package org.panbao.intake.form;

import java.util.List;
import org.panbao.intake.parse.SchemaPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of a plan as says which questions apply, however unfinished the rest of it is: what does not fit the schema is
 * as good as not stated.
 */
public final class DraftPlan {

    private static final List<String> OF_INSUREDS = List.of(
            "insuredId",
            "industry",
            "personalRecordCount",
            "criticalInfrastructureOperator",
            "importantDataProcessor",
            "industrialInternetGrade",
            "connectedVehicles",
            "operationalTechnology",
            "dataExport");
    private static final List<String> OF_SYSTEMS = List.of("insuredId", "kind", "hosting", "internetFacing");

    private DraftPlan() {}

    /** The plan with these facts alone, in the form of {@code schema}. */
    public static JsonNode of(JsonNode document, JsonNode schema) {
        SchemaPlace place = SchemaPlace.root(schema);
        ObjectNode draft = JsonMapper.shared().createObjectNode();
        draft.put("form", "FULL");
        copy(document, draft, place, List.of("form", "direction"));
        items(document.path("insureds"), draft.putArray("insureds"), place.property("insureds"), OF_INSUREDS);
        draft.path("insureds").forEach(insured -> {
            if (!insured.has("industry")) {
                ((ObjectNode) insured).put("industry", "");
            }
        });
        ObjectNode systems = draft.putObject("informatization");
        items(
                document.path("informatization").path("systems"),
                systems.putArray("systems"),
                place.property("informatization").property("systems"),
                OF_SYSTEMS);
        draft.putObject("security");
        draft.putObject("need");
        return draft;
    }

    private static void items(JsonNode from, ArrayNode to, SchemaPlace list, List<String> names) {
        from.forEach(item -> {
            ObjectNode copied = to.addObject();
            if (list.items().property("importance").isKnown()) {
                copied.put("importance", 1).put("internetFacing", false);
            }
            copy(item, copied, list.items(), names);
        });
    }

    private static void copy(JsonNode from, ObjectNode to, SchemaPlace place, List<String> names) {
        for (String name : names) {
            JsonNode value = from.path(name);
            if (fits(value, place.property(name))) {
                to.set(name, value);
            }
        }
    }

    private static boolean fits(JsonNode value, SchemaPlace place) {
        return switch (place.resolved().path("type").asString("")) {
            case "boolean" -> value.isBoolean();
            case "integer" -> value.canConvertToInt();
            default ->
                value.isString() && (place.words().isEmpty() || place.words().containsKey(value.stringValue()));
        };
    }
}
