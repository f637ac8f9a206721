package org.panbao.intake;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.panbao.intake.check.CreditCode;
import org.panbao.intake.check.IndustryCode;
import org.panbao.profile.Plan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a plan of a document in which no error was found. */
final class PlanMapper {

    private final JsonMapper mapper = JsonMapper.builder()
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addMixIn(Plan.Security.class, SecurityAsFiled.class)
            .build();

    /** No list of incidents says nothing; an empty one says that there were none. */
    private interface SecurityAsFiled {
        @JsonSetter(nulls = Nulls.SET)
        List<Plan.Incident> incidents();
    }

    /** The plan, its codes in their normal form; {@code document} is left as it is. */
    Plan map(JsonNode document) {
        JsonNode copy = document.deepCopy();
        normaliseUnit(copy.path("policyholder"));
        copy.path("policyholder").path("jointUnits").forEach(PlanMapper::normaliseUnit);
        copy.path("insureds").forEach(PlanMapper::normaliseUnit);
        return mapper.treeToValue(copy, Plan.class);
    }

    private static void normaliseUnit(JsonNode unit) {
        if (!(unit instanceof ObjectNode object)) {
            return;
        }
        if (object.path("creditCode").isString()) {
            object.put(
                    "creditCode", CreditCode.normalise(object.path("creditCode").stringValue()));
        }
        if (object.path("industry").isString()) {
            object.put(
                    "industry", IndustryCode.normalise(object.path("industry").stringValue()));
        }
    }
}
