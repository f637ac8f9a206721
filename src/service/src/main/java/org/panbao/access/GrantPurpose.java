package org.panbao.access;

/** What a plan is shown to another organisation for; it sees what that needs and no more. */
public enum GrantPurpose {
    /** To an insurer asked for a quote. */
    QUOTE,
    /** To a security vendor that examines the enterprise. */
    ASSESS,
    /** To a reviewer of a filed case. */
    REVIEW
}
