package org.panbao.underwriting;

/** Where a quote stands. The price never changes; the state does, and every change is kept. */
public enum QuoteState {
    /** Priced and open until it expires: the decision was to accept, with or without conditions. */
    OFFERED,
    /** Waiting for a senior underwriter. */
    REFERRED,
    /** A senior underwriter asked for something; the quote waits for it. */
    INFORMATION_REQUESTED,
    /** Referred and released by a senior underwriter. */
    APPROVED,
    /** Refused, by the rules or by a senior underwriter. */
    DECLINED,
    /** Its validity has passed without being bound. */
    EXPIRED;

    /** Whether a senior underwriter can still decide. */
    public boolean awaitsReferral() {
        return this == REFERRED || this == INFORMATION_REQUESTED;
    }
}
