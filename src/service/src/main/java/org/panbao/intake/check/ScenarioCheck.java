package org.panbao.intake.check;

import java.util.Map;
import org.panbao.intake.parse.Excerpt;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;
import org.panbao.rulebook.CodeList;

/** Risk scenarios are those of the release: one that it does not know would call for no cover. */
final class ScenarioCheck implements PlanCheck {

    private static final String CODE = "[A-Z][A-Z0-9_]*";

    private final CodeList scenarios;
    private final String allowed;

    ScenarioCheck(CodeList scenarios) {
        this.scenarios = scenarios;
        this.allowed = String.join(", ", scenarios.names().keySet());
    }

    @Override
    public void check(PlanNode plan, Findings findings) {
        plan.child("need").texts("scenarios").forEach((pointer, code) -> {
            if (code.matches(CODE) && !scenarios.has(code)) {
                findings.error(pointer, "scenario-unknown", Map.of("value", Excerpt.of(code), "allowed", allowed));
            }
        });
    }
}
