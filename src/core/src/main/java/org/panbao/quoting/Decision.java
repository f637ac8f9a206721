package org.panbao.quoting;

/** What underwriting says of a case. A decline is an answer, not an error. */
public enum Decision {
    ACCEPT,
    /** Cover can start once the conditions are met or accepted. */
    ACCEPT_WITH_CONDITIONS,
    /** A senior underwriter decides; a premium, if there is one, is indicative. */
    REFER,
    DECLINE
}
