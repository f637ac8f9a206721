package org.panbao.access;

import java.util.Locale;

/** What a caller may do; the calls of each role are in {@code access/role-matrix.csv}. */
public enum Role {
    INSURER,
    UNDERWRITER_SENIOR,
    VENDOR,
    ENTERPRISE,
    REVIEWER,
    RULE_AUTHOR,
    RULE_APPROVER,
    ADMIN;

    /** Name on the wire, for example {@code underwriter-senior}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
