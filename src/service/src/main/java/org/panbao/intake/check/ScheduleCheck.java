package org.panbao.intake.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;

/** The insured schedule holds together: ids and enterprises stand once, references lead somewhere, SELF is the policyholder. */
final class ScheduleCheck implements PlanCheck {

    private static final Set<String> OUTSIDERS = Set.of("PARK_TENANT", "PRODUCT_CUSTOMER");

    @Override
    public void check(PlanNode plan, Findings findings) {
        List<PlanNode> insureds = plan.items("insureds");
        List<PlanNode> systems = plan.child("informatization").items("systems");
        once(insureds, "insuredId", "insured-id-twice", findings);
        once(insureds, "creditCode", "insured-twice", findings);
        once(systems, "systemId", "system-id-twice", findings);
        checkSelf(insureds, code(plan.child("policyholder")), findings);
        checkOutsiders(insureds, findings);
        checkJointUnits(plan.child("policyholder"), findings);

        Set<@Nullable String> known =
                insureds.stream().map(insured -> insured.text("insuredId")).collect(Collectors.toSet());
        checkReferences(systems, known, findings);
        checkReferences(plan.child("security").items("answers"), known, findings);
        checkReferences(plan.child("security").items("incidents"), known, findings);
    }

    private static void once(List<PlanNode> items, String field, String code, Findings findings) {
        Map<String, String> first = new HashMap<>();
        for (PlanNode item : items) {
            String value = item.text(field);
            if (value == null) {
                continue;
            }
            String key = "creditCode".equals(field) ? CreditCode.normalise(value) : value;
            String earlier = first.putIfAbsent(key, item.at(field));
            if (earlier != null) {
                findings.twice(item.at(field), code, key, earlier);
            }
        }
    }

    private static void checkSelf(List<PlanNode> insureds, @Nullable String policyholder, Findings findings) {
        boolean selfSeen = false;
        for (PlanNode insured : insureds) {
            String code = code(insured);
            boolean isSelf = "SELF".equals(insured.text("relationship"));
            if (isSelf && selfSeen) {
                findings.error(insured.at("relationship"), "self-twice");
            }
            selfSeen |= isSelf;
            if (code == null || policyholder == null) {
                continue;
            }
            if (isSelf && !code.equals(policyholder)) {
                findings.error(insured.at("creditCode"), "self-not-policyholder", Map.of("value", policyholder));
            }
            if (!isSelf && code.equals(policyholder)) {
                findings.warning(insured.at("relationship"), "self-not-marked");
            }
        }
    }

    private static void checkOutsiders(List<PlanNode> insureds, Findings findings) {
        Set<String> kinds = new HashSet<>();
        for (PlanNode insured : insureds) {
            String relationship = insured.text("relationship");
            if (relationship != null && OUTSIDERS.contains(relationship)) {
                kinds.add(relationship);
                if (!insured.has("joinedOn")) {
                    findings.info(insured.at("joinedOn"), "joining-date-open");
                }
            }
        }
        if (kinds.size() > 1) {
            findings.warning("/insureds", "schedule-mixed");
        }
    }

    private static void checkJointUnits(PlanNode policyholder, Findings findings) {
        Set<String> seen = new HashSet<>();
        String lead = code(policyholder);
        if (lead != null) {
            seen.add(lead);
        }
        for (PlanNode unit : policyholder.items("jointUnits")) {
            String code = code(unit);
            if (code != null && !seen.add(code)) {
                findings.error(unit.at("creditCode"), "joint-unit-twice", Map.of("value", code));
            }
        }
    }

    private static void checkReferences(List<PlanNode> items, Set<@Nullable String> known, Findings findings) {
        for (PlanNode item : items) {
            String reference = item.text("insuredId");
            if (reference != null && !known.contains(reference)) {
                findings.error(item.at("insuredId"), "unknown-insured", Map.of("value", reference));
            }
        }
    }

    private static @Nullable String code(PlanNode unit) {
        String filed = unit.text("creditCode");
        return filed == null ? null : CreditCode.normalise(filed);
    }
}
