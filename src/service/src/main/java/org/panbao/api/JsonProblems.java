package org.panbao.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.base.TextCharacters;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says what is wrong with a JSON body: text that is no JSON by line and column, a value that does not fit by its JSON
 * pointer. The library's own messages name Java types and are not shown.
 */
@Component
final class JsonProblems {

    // beginnings of the library's messages, held by a test
    private static final String TRAILING = "Trailing token";
    private static final String EMPTY = "No content";
    private static final int REPLACEMENT = 0xFFFD;

    private final ProblemTexts texts;

    JsonProblems(ProblemTexts texts) {
        this.texts = texts;
    }

    Problem of(@Nullable Throwable cause) {
        if (cause instanceof JacksonException failure) {
            Problem within = problemWithin(failure);
            if (within != null) {
                return within;
            }
            return isAboutText(failure) ? malformed(failure) : unfit(failure);
        }
        return new Problem(ProblemCode.MALFORMED_JSON, Map.of("line", "1", "column", "1", "reason", "empty"));
    }

    private static @Nullable Problem problemWithin(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return null;
    }

    private static boolean isAboutText(JacksonException failure) {
        return !(failure instanceof DatabindException)
                || message(failure).startsWith(TRAILING)
                || message(failure).startsWith(EMPTY);
    }

    private static Problem malformed(JacksonException failure) {
        TokenStreamLocation place = failure.getLocation();
        return new Problem(
                ProblemCode.MALFORMED_JSON,
                Map.of(
                        "line", Integer.toString(place == null ? 1 : place.getLineNr()),
                        "column", Integer.toString(place == null ? 1 : place.getColumnNr()),
                        "reason", reason(failure)));
    }

    private static String reason(JacksonException failure) {
        String message = message(failure);
        if (failure instanceof StreamConstraintsException) {
            return message.contains("nesting depth") ? "too-deep" : "too-long";
        }
        if (message.startsWith("Duplicate")) {
            return "duplicate-key";
        }
        if (message.startsWith(TRAILING)) {
            return "text-after-end";
        }
        if (message.startsWith(EMPTY)) {
            return "empty";
        }
        return message.contains("UTF-8") ? "not-utf-8" : "syntax";
    }

    private Problem unfit(JacksonException failure) {
        String code = code(failure);
        Finding finding = new Finding(Severity.ERROR, pointer(failure.getPath()), code, texts.finding(code));
        return new Problem(ProblemCode.INVALID_REQUEST, Map.of(), List.of(finding));
    }

    private static String code(JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "unknown-field";
        }
        if (message(failure).startsWith(FitText.UNFIT)) {
            return "text-character";
        }
        boolean missing =
                failure instanceof InvalidNullException || message(failure).startsWith("Missing required");
        return missing ? "missing-field" : "wrong-type";
    }

    private static String pointer(List<JacksonException.Reference> path) {
        List<String> steps = new ArrayList<>();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            steps.add(name == null ? Integer.toString(step.getIndex()) : escaped(fit(name)));
        }
        return steps.isEmpty() ? "" : "/" + String.join("/", steps);
    }

    private static String fit(String name) {
        return name.codePoints()
                .map(c -> TextCharacters.isFit(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String message(JacksonException failure) {
        return String.valueOf(failure.getOriginalMessage());
    }
}
