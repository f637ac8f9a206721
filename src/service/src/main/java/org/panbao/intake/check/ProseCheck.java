package org.panbao.intake.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.intake.parse.Findings;
import org.panbao.intake.parse.PlanNode;

/** The three sections together have at most 3000 words, the introduction at most 400, as the form says. */
final class ProseCheck implements PlanCheck {

    private static final int SECTIONS_LIMIT = 3000;
    private static final int INTRODUCTION_LIMIT = 400;
    private static final int WARN_ABOVE_PERCENT = 95;

    @Override
    public void check(PlanNode plan, Findings findings) {
        PlanNode policyholder = plan.child("policyholder");
        int introduction = words(policyholder.text("introduction"));
        tell(policyholder.at("introduction"), introduction, INTRODUCTION_LIMIT, "introduction", findings);

        PlanNode security = plan.child("security");
        PlanNode need = plan.child("need");
        int sections = words(plan.child("informatization").text("prose"))
                + words(security.text("prose"))
                + words(security.child("organisation").text("prose"))
                + words(need.text("prose"));
        tell("", sections, SECTIONS_LIMIT, "prose", findings);
    }

    private static void tell(String pointer, int words, int limit, String what, Findings findings) {
        Map<String, String> values = Map.of("words", Integer.toString(words), "limit", Integer.toString(limit));
        if (words > limit) {
            findings.error(pointer, what + "-too-long", values);
        } else if (words * 100 > limit * WARN_ABOVE_PERCENT) {
            findings.warning(pointer, what + "-nearly-too-long", values);
        }
    }

    private static int words(@Nullable String text) {
        return text == null ? 0 : WordCount.of(text);
    }
}
