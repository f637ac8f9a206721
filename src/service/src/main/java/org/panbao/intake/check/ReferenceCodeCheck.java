package org.panbao.intake.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.parse.Excerpt;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;
import org.panbao.rulebook.ReferenceCodes;

/** Regions are in GB/T 2260 down to the city, industries in GB/T 4754-2017. */
final class ReferenceCodeCheck implements PlanCheck {

    private final ReferenceCodes codes;

    ReferenceCodeCheck(ReferenceCodes codes) {
        this.codes = codes;
    }

    @Override
    public void check(PlanNode plan, Findings findings) {
        PlanNode policyholder = plan.child("policyholder");
        checkRegion(policyholder.at("region"), policyholder.text("region"), findings);
        for (PlanNode insured : plan.items("insureds")) {
            checkRegion(insured.at("region"), insured.text("region"), findings);
            checkIndustry(insured.at("industry"), insured.text("industry"), findings);
        }
    }

    private void checkRegion(String pointer, @Nullable String code, Findings findings) {
        if (code == null || !code.matches("[0-9]{6}") || codes.findRegion(code) != null) {
            return;
        }
        boolean isCounty = !code.endsWith("00");
        ReferenceCodes.Region city = codes.findRegion(code.substring(0, 4) + "00");
        ReferenceCodes.Region province = codes.findRegion(code.substring(0, 2) + "0000");
        if (isCounty && city != null) {
            findings.warning(pointer, "region-county-level", Map.of("value", code, "city", city.nameZh()));
        } else if (isCounty && province != null) {
            findings.warning(pointer, "region-obsolete", Map.of("value", code, "province", province.nameZh()));
        } else {
            findings.error(pointer, "region-unknown", Map.of("value", code));
        }
    }

    private void checkIndustry(String pointer, @Nullable String filed, Findings findings) {
        if (filed == null || !filed.matches("[A-T]|[A-T]?[0-9]{2,4}")) {
            return;
        }
        String code = IndustryCode.normalise(filed);
        Map<String, String> values = Map.of("value", Excerpt.of(filed), "code", code);
        ReferenceCodes.Industry industry = codes.findIndustry(code);
        if (industry == null) {
            findings.error(pointer, "industry-unknown", values);
        } else if (!filed.equals(code) && !filed.startsWith(industry.section())) {
            findings.error(pointer, "industry-section-mismatch", Map.of("value", filed, "section", industry.section()));
        } else if (!filed.equals(code)) {
            findings.info(pointer, "industry-normalised", values);
        } else if (industry.division() == null) {
            findings.info(pointer, "industry-section-only");
        }
    }
}
