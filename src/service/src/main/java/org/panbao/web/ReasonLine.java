package org.panbao.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panbao.base.Text;
import org.panbao.underwriting.answer.QuoteBody.ReasonBody;

/**
 * A reason, said once however many subjects it was found at.
 *
 * @param subjects questions, facts or systems
 */
record ReasonLine(String id, Text text, List<String> subjects) {

    /** In the order in which they come first. */
    static List<ReasonLine> of(List<ReasonBody> reasons) {
        Map<String, ReasonLine> lines = new LinkedHashMap<>();
        for (ReasonBody reason : reasons) {
            lines.computeIfAbsent(
                            reason.id() + reason.text().zh(),
                            key -> new ReasonLine(reason.id(), reason.text(), new ArrayList<>()))
                    .subjects
                    .add(reason.subject());
        }
        return List.copyOf(lines.values());
    }
}
