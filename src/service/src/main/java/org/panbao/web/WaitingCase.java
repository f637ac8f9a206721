package org.panbao.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.panbao.underwriting.ListedQuote;
import org.panbao.underwriting.QuoteEvent;
import org.panbao.underwriting.StoredQuote;
import org.panbao.underwriting.answer.QuoteBody;
import tools.jackson.databind.json.JsonMapper;

/**
 * A referred quote in the queue.
 *
 * @param policyholder its name, or its credit code when the plan is no longer open to the caller
 * @param answer the quote as it was answered, with its reasons
 * @param age how long ago it was priced
 * @param last what was done with it last
 */
record WaitingCase(StoredQuote quote, String policyholder, QuoteBody answer, Duration age, QuoteEvent last) {

    static WaitingCase of(ListedQuote listed, Instant now) {
        StoredQuote quote = listed.quote();
        @Nullable String name = listed.policyholder();
        return new WaitingCase(
                quote,
                name == null ? quote.policyholderCode() : name,
                JsonMapper.shared().readValue(quote.body(), QuoteBody.class),
                Duration.between(quote.createdAt(), now),
                quote.events().get(quote.events().size() - 1));
    }

    /** The message that says the age: one for days, one for hours, one for less. */
    public String ageKey() {
        if (days() > 0) {
            return "age.days";
        }
        return hours() > 0 ? "age.hours" : "age.new";
    }

    /** Whole days of the age. */
    public long days() {
        return age.toDays();
    }

    /** Hours of the age beyond its days. */
    public int hours() {
        return age.toHoursPart();
    }
}
