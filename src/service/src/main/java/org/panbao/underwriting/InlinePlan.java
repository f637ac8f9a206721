package org.panbao.underwriting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.intake.StoredPlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the plan inside a request; places of its findings are told as seen from the request. */
final class InlinePlan {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private InlinePlan() {}

    /** The plan as {@code reading} makes it of its bytes; throws {@link Problem} as that does. */
    static StoredPlan read(@Nullable JsonNode plan, Function<byte[], StoredPlan> reading) {
        if (plan == null) {
            throw new Problem(ProblemCode.INVALID_REQUEST);
        }
        try {
            return reading.apply(MAPPER.writeValueAsString(plan).getBytes(StandardCharsets.UTF_8));
        } catch (Problem problem) {
            List<Finding> findings = problem.findings().stream()
                    .map(finding -> finding.under("/plan"))
                    .toList();
            throw new Problem(problem.code(), problem.values(), findings);
        }
    }
}
