package org.panbao.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The role with this name on the wire, if there is one. */
    public static Optional<Role> find(String slug) {
        return Arrays.stream(values()).filter(role -> role.slug().equals(slug)).findFirst();
    }

    /** As {@link #find}; throws {@link IllegalArgumentException} when there is none. */
    public static Role parse(String slug) {
        return find(slug).orElseThrow(() -> new IllegalArgumentException("no role " + slug));
    }
}
