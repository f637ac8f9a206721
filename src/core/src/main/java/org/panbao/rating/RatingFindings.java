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
    private final boolean unique;
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private @Nullable ProblemCode code;
    private Map<String, String> values = Map.of();

    RatingFindings() {
        this(Map.of(), false);
    }

    private RatingFindings(Map<String, String> places, boolean unique) {
        this.places = places;
        this.unique = unique;
    }

    /**
     * Findings on an input; a value that was said elsewhere is shown there, in the plan for example. What several insureds
     * of a schedule come upon is told once.
     */
    static RatingFindings on(RatingInput input) {
        Map<String, String> places = new HashMap<>();
        addPlaces(input, Scope.WHOLE, places);
        for (InsuredInput insured : input.insureds()) {
            Scope scope = new Scope(insured.insured());
            addPlaces(input.of(insured), scope, places);
            if (insured.place() != null) {
                places.put(scope.pointer("/term"), insured.place());
            }
        }
        return new RatingFindings(places, !input.insureds().isEmpty());
    }

    private static void addPlaces(RatingInput input, Scope scope, Map<String, String> places) {
        input.parameters()
                .forEach(
                        (id, value) -> addPlace(scope.pointer("/parameters/" + InputReader.escape(id)), value, places));
        input.covers()
                .forEach((cover, values) -> values.forEach(
                        (id, value) -> addPlace(scope.pointer(InputReader.pointer(cover, id)), value, places)));
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
        String pointer = place(asked);
        add(errors, new Finding(Severity.ERROR, pointer, messageKey, MESSAGES.text(messageKey, messageValues)), unique);
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
        add(warnings, warning(pointer, messageKey, messageValues), unique);
    }

    /** As {@link #warn}, for what several covers come upon. */
    void warnOnce(String pointer, String messageKey, Map<String, String> messageValues) {
        add(warnings, warning(pointer, messageKey, messageValues), true);
    }

    private static void add(List<Finding> findings, Finding finding, boolean once) {
        if (!once || !findings.contains(finding)) {
            findings.add(finding);
        }
    }

    /** Where a value was said; a place of one insured that nobody knows is that of the request. */
    private String place(String pointer) {
        String known = places.get(pointer);
        String request = Scope.withoutInsured(pointer);
        return known == null ? places.getOrDefault(request, request) : known;
    }

    private Finding warning(String pointer, String messageKey, Map<String, String> messageValues) {
        return new Finding(Severity.WARNING, place(pointer), messageKey, MESSAGES.text(messageKey, messageValues));
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
