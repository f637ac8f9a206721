package org.panbao.api;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.base.Text;
import org.springframework.stereotype.Component;

/** Puts a {@link Problem} into the words of its body, for every way on which it is told. */
@Component
public final class ProblemBodies {

    private static final Set<String> OWN_MEMBERS =
            Set.of("type", "title", "status", "code", "detail", "instance", "titles", "details", "findings");

    /** Where a refused value stood, when it was not in the body. */
    private static final List<String> NAMED = List.of("parameter", "header", "part");

    private final ProblemTexts texts;

    ProblemBodies(ProblemTexts texts) {
        this.texts = texts;
    }

    /** For callers outside of Spring. */
    public static ProblemBodies standalone() {
        return new ProblemBodies(new ProblemTexts());
    }

    /** The body; {@code instance} is the path that was asked for, if it can be told. */
    public ProblemBody of(Problem problem, @Nullable String instance, Locale language) {
        Text title = texts.title(problem.code());
        Text detail = texts.detail(problem.code(), problem.values());
        Map<String, String> values = new HashMap<>(problem.values());
        values.keySet().removeAll(OWN_MEMBERS);
        return new ProblemBody(
                "/problems/" + problem.code().slug(),
                in(language, title),
                problem.code().status(),
                problem.code().slug(),
                in(language, detail),
                instance,
                title,
                detail,
                findings(problem),
                values);
    }

    /** What was found; a refused parameter, header or part that is only named becomes a finding too. */
    private List<Finding> findings(Problem problem) {
        if (problem.code() != ProblemCode.INVALID_REQUEST || !problem.findings().isEmpty()) {
            return problem.findings();
        }
        return problem.values().entrySet().stream()
                .filter(value -> NAMED.contains(value.getKey()))
                .map(value -> refused("invalid-" + value.getKey(), value.getValue()))
                .toList();
    }

    private Finding refused(String code, String name) {
        return new Finding(Severity.ERROR, "", code, texts.finding(code, name));
    }

    private static String in(Locale language, Text text) {
        return language.equals(Locale.ENGLISH) ? text.en() : text.zh();
    }
}
