package org.panbao.api;

import java.util.Map;
import org.panbao.base.Messages;
import org.panbao.base.ProblemCode;
import org.panbao.base.Text;
import org.springframework.stereotype.Component;

/** Titles and details of problems, from {@code messages/problems.properties}. */
@Component
final class ProblemTexts {

    private final Messages messages = Messages.of(ProblemTexts.class, "problems");

    Text title(ProblemCode code) {
        return messages.text(code.slug() + ".title");
    }

    /** The detail as written, with its marks. */
    Text template(ProblemCode code) {
        return messages.text(code.slug() + ".detail");
    }

    /** The detail with its {@code {value}} marks; those without a value are left out. */
    Text detail(ProblemCode code, Map<String, String> values) {
        Text text = messages.text(code.slug() + ".detail", values);
        return new Text(withoutMarks(text.zh()), withoutMarks(text.en()));
    }

    /** Message of a finding that this module makes itself. */
    Text finding(String code) {
        return messages.text("finding." + code);
    }

    /** Message of a finding about something that has a name. */
    Text finding(String code, String name) {
        return messages.text("finding." + code, Map.of("name", name));
    }

    private static String withoutMarks(String text) {
        return text.replaceAll("\\{[^}]*}", "?");
    }
}
