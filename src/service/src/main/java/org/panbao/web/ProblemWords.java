package org.panbao.web;

import java.util.List;
import java.util.Map;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Text;

/** A problem in words for a person: without names of headers, parameters and files, which a program is told. */
final class ProblemWords {

    private final Messages problems = Messages.of(ProblemWords.class, "problems");
    private final Messages pages = Messages.of(ProblemWords.class, "web");
    private final Messages terms = Messages.of(ProblemWords.class, "terms");

    public Text title(Problem problem) {
        return problems.text(problem.code().slug() + ".title");
    }

    /** What is the matter, and what can be done. */
    public Text detail(Problem problem) {
        String slug = problem.code().slug();
        String key = isOfAddress(problem) ? "problem.address" : "problem." + slug;
        Text detail = pages.keys().contains(key) ? pages.text(key) : problems.text(slug + ".detail");
        for (Map.Entry<String, String> value : problem.values().entrySet()) {
            detail = detail.with(value.getKey(), word(value.getKey(), value.getValue()));
        }
        return detail;
    }

    /** What was found at the fields of a form; what is wrong with an address nobody typed. */
    public List<Finding> findings(Problem problem) {
        return isOfAddress(problem) ? List.of() : problem.findings();
    }

    private static boolean isOfAddress(Problem problem) {
        return problem.code() == ProblemCode.INVALID_REQUEST
                && (problem.findings().isEmpty() || problem.values().containsKey("parameter"));
    }

    /** The name of an authority, state or action; any other value as it is. */
    private Text word(String name, String value) {
        String key = switch (name) {
            case "needed", "held" -> "authority." + value;
            case "action" -> "decide." + value;
            case "state" -> "state." + value;
            default -> "";
        };
        if (pages.keys().contains(key)) {
            return pages.text(key);
        }
        return terms.keys().contains(key) ? terms.text(key) : new Text(value, value);
    }
}
