package org.panbao.underwriting.request;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.rating.Choice;
import org.panbao.rating.InputValue;
import org.panbao.rating.Term;

/** Turns the fields that quotes and premiums share into what rating understands; collects every fault it meets. */
public final class RatingFields {

    private static final Messages MESSAGES = Messages.of(RatingFields.class, "underwriting");
    private static final String REQUEST = "request";
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_WORD = 100;
    private static final int MAX_ENTRIES = 200;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,8})?");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final String actor;
    private final String role;
    private final List<Finding> findings = new ArrayList<>();

    /** Fields of a request of this caller, who answers for its choices. */
    public RatingFields(Caller caller) {
        this.actor = caller.actor();
        this.role = caller.role().slug();
    }

    /** Values of covers, by cover and name. */
    public Map<String, Map<String, InputValue>> covers(@Nullable Map<String, Map<String, String>> covers) {
        Map<String, Map<String, InputValue>> values = new LinkedHashMap<>();
        if (covers != null && areFit("/covers", covers)) {
            covers.forEach((id, parameters) -> values.put(id, values(parameters, "/covers/" + escape(id))));
        }
        return values;
    }

    /** Values of parameters of the product, by name. */
    public Map<String, InputValue> parameters(@Nullable Map<String, String> parameters) {
        return values(parameters, "/parameters");
    }

    /** Choices inside filed rows, by coefficient; the caller answers for them. */
    public Map<String, Choice> choices(@Nullable Map<String, ChoiceBody> choices) {
        Map<String, Choice> values = new LinkedHashMap<>();
        if (choices != null && areFit("/choices", choices)) {
            choices.forEach((id, choice) -> {
                String place = "/choices/" + escape(id);
                if (choice == null) {
                    fault(place, "value-missing");
                } else {
                    requireWord(place + "/value", choice.value());
                    requireLength(place + "/reason", choice.reason());
                    requireLength(place + "/evidence", choice.evidence());
                    values.put(id, new Choice(choice.value(), choice.reason(), actor, role, choice.evidence()));
                }
            });
        }
        return values;
    }

    /** {@code P12M}, {@code P1Y} or a first and a last day; a year when nothing is said. */
    public Term term(@Nullable String term, @Nullable LocalDate inception, @Nullable LocalDate expiry) {
        requireDate("/inception", inception);
        requireDate("/expiry", expiry);
        if (inception != null && expiry != null) {
            return datedTerm(term, inception, expiry);
        }
        if (expiry != null) {
            fault("/inception", "inception-missing");
        }
        return term == null ? Term.YEAR : Term.ofMonths(months(term));
    }

    /** Notes a text longer than is read by anybody. */
    void requireLength(String pointer, @Nullable String text) {
        if (text != null && text.length() > MAX_TEXT) {
            fault(pointer, "text-too-long");
        }
    }

    /** Notes an id, a code or a number longer than any of ours. */
    void requireWord(String pointer, @Nullable String text) {
        if (text != null && text.length() > MAX_WORD) {
            fault(pointer, "value-too-long");
        }
    }

    /** A word out of a request, cut so that an answer stays readable. */
    public static String shown(String word) {
        return word.length() <= MAX_WORD ? word : word.substring(0, MAX_WORD) + "…";
    }

    /** Notes more entries than anybody needs; false when there are. */
    boolean requireAtMost(int most, String pointer, int entries) {
        if (entries <= most) {
            return true;
        }
        findings.add(new Finding(
                Severity.ERROR,
                pointer,
                "too-many-entries",
                MESSAGES.text("too-many-entries", Map.of("most", Integer.toString(most)))));
        return false;
    }

    /** The number in a plain text, or null when there is none or it was noted. */
    @Nullable
    BigDecimal number(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        fault(pointer, "number-malformed");
        return null;
    }

    /** Notes a day that no contract has. */
    void requireDate(String pointer, @Nullable LocalDate date) {
        if (!isPlausible(date)) {
            fault(pointer, "date-implausible");
        }
    }

    /** Whether a day is between 2000 and 2100, or is not stated. */
    public static boolean isPlausible(@Nullable LocalDate date) {
        return date == null || (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
    }

    /** Throws INVALID_REQUEST with everything that was noticed, if anything was. */
    public void refuseFaults() {
        if (!findings.isEmpty()) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of(), findings);
        }
    }

    /** Notes a fault with the message of its code. */
    public void fault(String pointer, String code) {
        findings.add(new Finding(Severity.ERROR, pointer, code, MESSAGES.text(code)));
    }

    private Term datedTerm(@Nullable String term, LocalDate inception, LocalDate expiry) {
        if (term != null) {
            fault("/term", "term-stated-twice");
        }
        if (expiry.isBefore(inception)) {
            fault("/expiry", "expiry-before-inception");
            return Term.YEAR;
        }
        return Term.between(inception, expiry);
    }

    private int months(String term) {
        try {
            Period period = Period.parse(term);
            long months = period.toTotalMonths();
            boolean whole =
                    period.normalized().equals(Period.ofMonths((int) months).normalized());
            if (whole && months > 0 && months <= Integer.MAX_VALUE) {
                return (int) months;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // reported below
        }
        fault("/term", "term-not-months");
        return 1;
    }

    private Map<String, InputValue> values(@Nullable Map<String, String> given, String pointer) {
        Map<String, InputValue> values = new LinkedHashMap<>();
        if (given != null && areFit(pointer, given)) {
            given.forEach((name, value) -> {
                String place = pointer + "/" + escape(name);
                if (value == null) {
                    fault(place, "value-missing");
                } else {
                    requireWord(place, value);
                    values.put(name, new InputValue(value, null, REQUEST, actor, null, false));
                }
            });
        }
        return values;
    }

    /** Whether names and their number can be told back; a long name is noted at its parent and not repeated. */
    private boolean areFit(String pointer, Map<String, ?> named) {
        boolean fit = requireAtMost(MAX_ENTRIES, pointer, named.size());
        if (fit && named.keySet().stream().anyMatch(name -> name.length() > MAX_WORD)) {
            fault(pointer, "name-too-long");
            return false;
        }
        return fit;
    }

    /** A name inside a JSON pointer (RFC 6901). */
    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
