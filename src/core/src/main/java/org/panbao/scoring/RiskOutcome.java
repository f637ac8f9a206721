package org.panbao.scoring;

/** What the gates alone say of a case; authority, rating and the technical check may still refer it. */
public enum RiskOutcome {
    ACCEPT,
    ACCEPT_WITH_CONDITIONS,
    REFER,
    DECLINE
}
