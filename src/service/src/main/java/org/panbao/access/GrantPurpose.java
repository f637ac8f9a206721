package org.panbao.access;

/** What a plan is shown to another organisation for; it sees what that needs and no more. */
public enum GrantPurpose {
    /** To an insurer asked for a quote. */
    QUOTE(OrganisationKind.INSURER),
    /** To a security vendor that examines the enterprise. */
    ASSESS(OrganisationKind.VENDOR),
    /** To a reviewer of a filed case. */
    REVIEW(OrganisationKind.REVIEWER);

    private final OrganisationKind grantee;

    GrantPurpose(OrganisationKind grantee) {
        this.grantee = grantee;
    }

    /** Whether an organisation of this kind can have any use for it. */
    public boolean isFor(OrganisationKind kind) {
        return kind == grantee;
    }
}
