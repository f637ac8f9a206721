package org.panbao.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.base.Text;

/** Everything wrong with an input, collected so that it can be mended in one go, and what is merely worth telling. */
final class RatingFindings {

    private static final Messages MESSAGES = Messages.of(RatingFindings.class, "rating");

    private final Map<String, String> places;
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private @Nullable ProblemCode code;
    private Map<String, String> values = Map.of();

    RatingFindings() {
        this(Map.of());
    }

    private RatingFindings(Map<String, String> places) {
        this.places = places;
    }

    /** Findings on an input; a value that was said elsewhere is shown there, in the plan for example. */
    static RatingFindings on(RatingInput input) {
        Map<String, String> places = new HashMap<>();
        input.parameters().forEach((id, value) -> addPlace("/parameters/" + InputReader.escape(id), value, places));
        input.covers()
                .forEach((cover, values) ->
                        values.forEach((id, value) -> addPlace(InputReader.pointer(cover, id), value, places)));
        return new RatingFindings(places);
    }

    private static void addPlace(String pointer, InputValue value, Map<String, String> places) {
        String place = value.place();
        if (place != null) {
            places.put(pointer, place);
        }
    }

    /** A sentence of this module in both languages. */
    static Text text(String key, Map<String, String> values) {
        return MESSAGES.text(key, values);
    }

    /**
     * Notes an error. The problem thrown in the end has the code of the first error, unless a later one shows that the
     * request itself makes no sense.
     */
    void error(ProblemCode problem, String asked, String messageKey, Map<String, String> messageValues) {
        String pointer = places.getOrDefault(asked, asked);
        errors.add(new Finding(Severity.ERROR, pointer, messageKey, MESSAGES.text(messageKey, messageValues)));
        if (code == null || (problem == ProblemCode.INVALID_REQUEST && code != ProblemCode.INVALID_REQUEST)) {
            code = problem;
            values = new HashMap<>(messageValues);
            values.put("pointer", pointer);
        }
    }

    /** A request that makes no sense, whatever the tariff. */
    void invalid(String pointer, String messageKey, Map<String, String> messageValues) {
        error(ProblemCode.INVALID_REQUEST, pointer, messageKey, messageValues);
    }

    void warn(String pointer, String messageKey, Map<String, String> messageValues) {
        warnings.add(warning(pointer, messageKey, messageValues));
    }

    /** As {@link #warn}, for what several covers come upon. */
    void warnOnce(String pointer, String messageKey, Map<String, String> messageValues) {
        Finding warning = warning(pointer, messageKey, messageValues);
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    private Finding warning(String pointer, String messageKey, Map<String, String> messageValues) {
        return new Finding(
                Severity.WARNING,
                places.getOrDefault(pointer, pointer),
                messageKey,
                MESSAGES.text(messageKey, messageValues));
    }

    List<Finding> warnings() {
        return warnings;
    }

    /** Throws one {@code Problem} with all errors, if there are any. */
    void throwIfAny() {
        if (code != null) {
            throw new Problem(code, values, errors);
        }
    }
}
