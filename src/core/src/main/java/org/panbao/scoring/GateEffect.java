package org.panbao.scoring;

/** What a gate does to the case, from the strongest to the weakest. */
public enum GateEffect {
    /** No cover while it lasts. */
    DECLINE,
    /** Cover starts once the fix is proven. */
    BIND_BLOCK,
    /** The items named are dropped. */
    COVER_BLOCK,
    /** Adds its points to the referral score. */
    REFER,
    /** To be met within the days stated. */
    CONDITION,
    /** Told to the applicant; it costs through the score only. */
    LOAD
}
