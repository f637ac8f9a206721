package org.panbao.access;

import java.util.Set;

/** What an organisation is, and with it the roles its users and clients may have. */
public enum OrganisationKind {
    INSURER,
    VENDOR,
    ENTERPRISE,
    REVIEWER,
    /** Runs the service; owns releases and reference data. There is exactly one. */
    OPERATOR;

    /** Roles that somebody of such an organisation may have. */
    public Set<Role> roles() {
        return switch (this) {
            case INSURER -> Set.of(Role.INSURER, Role.UNDERWRITER_SENIOR);
            case VENDOR -> Set.of(Role.VENDOR);
            case ENTERPRISE -> Set.of(Role.ENTERPRISE);
            case REVIEWER -> Set.of(Role.REVIEWER);
            case OPERATOR -> Set.of(Role.RULE_AUTHOR, Role.RULE_APPROVER, Role.ADMIN);
        };
    }
}
