package org.panbao.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Finding;
import org.panbao.base.Messages;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.base.Severity;
import org.panbao.underwriting.request.ChoiceBody;
import org.panbao.underwriting.request.QuoteRequestBody;
import org.panbao.web.QuoteForm.CoverFields;
import org.panbao.web.QuoteForm.Field;

/** What was typed into the form of a quote, as the request that the interface would get. */
final class TypedQuote {

    private static final Messages MESSAGES = Messages.of(TypedQuote.class, "web");

    private final QuoteForm form;
    private final Map<String, String> typed;
    private final List<Finding> findings = new ArrayList<>();

    TypedQuote(QuoteForm form, Map<String, String> typed) {
        this.form = form;
        this.typed = typed;
    }

    /** The request; throws {@link Problem} INVALID_REQUEST when a day is none. */
    QuoteRequestBody body(UUID planId, String productId) {
        LocalDate ratingDate = day("ratingDate");
        LocalDate inception = day("inception");
        LocalDate expiry = day("expiry");
        if (!findings.isEmpty()) {
            throw new Problem(ProblemCode.INVALID_REQUEST, Map.of(), findings);
        }
        return new QuoteRequestBody(
                planId,
                null,
                productId,
                covers(),
                values(form.parameters()),
                choices(),
                ratingDate,
                inception,
                expiry,
                term(),
                null,
                null,
                null,
                null);
    }

    /** The covers that are ticked or have a value; none where that is what the plan asks for anyway. */
    private Map<String, Map<String, String>> covers() {
        Map<String, Map<String, String>> covers = new LinkedHashMap<>();
        boolean asPlanned = true;
        for (CoverFields cover : form.covers()) {
            Map<String, String> values = values(cover.fields());
            boolean taken = text(cover.field()) != null || !values.isEmpty();
            asPlanned &= taken == cover.wanted() && values.isEmpty();
            if (taken) {
                covers.put(cover.coverId(), values);
            }
        }
        return asPlanned ? Map.of() : covers;
    }

    private Map<String, String> values(List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            String value = text(field.name());
            if (value != null) {
                values.put(field.parameter().id(), value);
            }
        }
        return values;
    }

    private Map<String, ChoiceBody> choices() {
        Map<String, ChoiceBody> choices = new LinkedHashMap<>();
        form.choices().forEach(choice -> {
            String value = text(choice.field() + "/value");
            if (value != null) {
                String reason =
                        typed.getOrDefault(choice.field() + "/reason", "").strip();
                choices.put(choice.field().substring(QuoteForm.CHOICES.length()), new ChoiceBody(value, reason, null));
            }
        });
        return choices;
    }

    /** Months as a period; anything else as it is, to be refused with its place. */
    private @Nullable String term() {
        String months = text("term");
        return months != null && months.matches("[0-9]{1,9}") ? "P" + months + "M" : months;
    }

    private @Nullable LocalDate day(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            findings.add(new Finding(Severity.ERROR, "/" + field, "day-malformed", MESSAGES.text("quote.day")));
            return null;
        }
    }

    private @Nullable String text(String field) {
        String text = typed.getOrDefault(field, "").strip();
        return text.isEmpty() ? null : text;
    }
}
