package org.panbao.intake.check;

import java.util.Map;
import org.panbao.intake.parse.Excerpt;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;

/** Every unified social credit code of the plan is one that can have been issued. */
final class CreditCodeCheck implements PlanCheck {

    private static final String FIELD = "creditCode";

    private final CreditCode codes;

    CreditCodeCheck(CreditCode codes) {
        this.codes = codes;
    }

    @Override
    public void check(PlanNode plan, Findings findings) {
        PlanNode policyholder = plan.child("policyholder");
        checkUnit(policyholder, findings);
        policyholder.items("jointUnits").forEach(unit -> checkUnit(unit, findings));
        plan.items("insureds").forEach(insured -> checkUnit(insured, findings));
    }

    private void checkUnit(PlanNode unit, Findings findings) {
        String filed = unit.text(FIELD);
        if (filed == null || filed.isEmpty()) {
            return;
        }
        String pointer = unit.at(FIELD);
        String code = CreditCode.normalise(filed);
        Map<String, String> values = Map.of("value", Excerpt.of(code), "length", Integer.toString(code.length()));
        codes.findFault(code).ifPresent(fault -> {
            switch (fault) {
                case LENGTH -> findings.error(pointer, "uscc-length", values);
                case CHARACTERS -> findings.error(pointer, "uscc-characters", values);
                case REGION_PART -> findings.error(pointer, "uscc-region-part", values);
                case CHECK_DIGIT -> findings.error(pointer, "uscc-check-digit", values);
                case EARLY_PILOT -> findings.warning(pointer, "uscc-early-pilot", values);
            }
        });
        if (!filed.equals(code)) {
            findings.info(pointer, "uscc-normalised", values);
        }
    }
}
