package org.panbao.documents;

import org.jspecify.annotations.Nullable;
import org.panbao.profile.Plan;
import org.panbao.quoting.Decision;
import org.panbao.ratebasis.StoredRateBasis;
import org.panbao.rulebook.Product;
import org.panbao.underwriting.QuoteState;
import org.panbao.underwriting.StoredQuote;
import org.panbao.underwriting.answer.QuoteBody;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a document of a quote is made of.
 *
 * @param plan null when it is open to the caller no longer: a grant can end while the quote stands
 * @param state of the quote on the day the document is asked for
 * @param product as it was in the release that priced the quote
 * @param insurer name of the organisation that filed the product; its code where nobody has that code
 * @param record the rate-basis record inside {@code basis}
 */
record QuoteSource(
        StoredQuote quote,
        QuoteState state,
        QuoteBody answer,
        @Nullable Plan plan,
        Product product,
        String insurer,
        StoredRateBasis basis,
        JsonNode record) {

    /** Whether there is no offer in it: the rules declined, or a person did. */
    boolean isDeclined() {
        return answer.decision() == Decision.DECLINE || state == QuoteState.DECLINED;
    }
}
