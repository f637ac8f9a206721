package org.panbao.underwriting.request;

import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.base.Problem;
import org.panbao.rating.Term;
import org.panbao.underwriting.QuoteRequest;

/** Reads a question for a price. */
public final class QuoteRequestReader {

    private QuoteRequestReader() {}

    /** The request of this caller; throws {@link Problem} INVALID_REQUEST with everything that is wrong with it. */
    public static QuoteRequest read(QuoteRequestBody body, Caller caller) {
        RatingFields fields = new RatingFields(caller);
        if (body.planId() == null && body.plan() == null) {
            fields.fault("", "plan-missing");
        }
        if (body.planId() != null && body.plan() != null) {
            fields.fault("/plan", "plan-stated-twice");
        }
        fields.requireDate("/ratingDate", body.ratingDate());
        fields.requireWord("/productId", body.productId());
        QuoteRequest request = new QuoteRequest(
                body.planId(),
                body.plan(),
                body.productId(),
                fields.covers(body.covers()),
                fields.parameters(body.parameters()),
                fields.choices(body.choices()),
                term(body, fields),
                body.ratingDate(),
                body.inception(),
                new ContractFields(fields).read(body));
        fields.refuseFaults();
        return request;
    }

    /** The term as asked for; null when the request leaves it to the plan. */
    private static @Nullable Term term(QuoteRequestBody body, RatingFields fields) {
        if (body.term() == null && body.expiry() == null) {
            fields.requireDate("/inception", body.inception());
            return null;
        }
        return fields.term(body.term(), body.inception(), body.expiry());
    }
}
