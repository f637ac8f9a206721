package org.panbao.web;

import java.util.List;
import java.util.UUID;
import org.panbao.access.CurrentCaller;
import org.panbao.access.PlanOwnership;
import org.panbao.base.Finding;
import org.panbao.intake.PlanReading;
import org.panbao.underwriting.ListedQuote;
import org.panbao.underwriting.QuoteFilter;
import org.panbao.underwriting.Quotes;
import org.springframework.stereotype.Component;

/** What stands around a plan on its page: whose it is, what it leaves out, its quotes. */
@Component
final class PlanNeighbours {

    private final PlanOwnership ownership;
    private final Quotes quotes;
    private final CurrentCaller callers;

    PlanNeighbours(PlanOwnership ownership, Quotes quotes, CurrentCaller callers) {
        this.ownership = ownership;
        this.quotes = quotes;
        this.callers = callers;
    }

    /**
     * The neighbours of one plan.
     *
     * @param own whether it is the caller's
     * @param missing how many facts it leaves out although score, cover or premium need them
     * @param quotes the caller's newest quotes of it
     */
    record Around(UUID planId, boolean own, int missing, List<ListedQuote> quotes) {}

    /** Whether a plan is the caller's, and not one that was granted to be seen. */
    boolean isOwn(UUID planId) {
        return ownership.owns(callers.require().organisationId(), planId);
    }

    Around of(UUID planId, List<Finding> findings) {
        QuoteFilter ofPlan = new QuoteFilter(planId, null, null, null, null);
        return new Around(
                planId,
                isOwn(planId),
                PlanReading.missing(findings).size(),
                quotes.list(ofPlan, Quotes.page(null, null)).items());
    }
}
