package org.panbao.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panbao.access.Caller;
import org.panbao.access.RoleMatrix;
import org.panbao.underwriting.Referrals;

/** What the user of a page may open and send, by the role matrix; {@code may} in the templates. */
final class PageAccess {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("/app/quotes", "nav.quotes"),
            new Entry("/app/referrals", "nav.referrals"),
            new Entry("/app/plans", "nav.plans"),
            new Entry("/app/jobs", "nav.jobs"),
            new Entry("/app/grants", "nav.grants"),
            new Entry("/app/organisations", "nav.organisations"),
            new Entry("/app/users", "nav.users"),
            new Entry("/app/clients", "nav.clients"),
            new Entry("/app/audit", "nav.audit"));

    private final RoleMatrix matrix;
    private final @Nullable Caller caller;

    PageAccess(RoleMatrix matrix, @Nullable Caller caller) {
        this.matrix = matrix;
        this.caller = caller;
    }

    /** One entry of the navigation: a page, and the key of its name. */
    record Entry(String path, String key) {}

    /** Whether the user may open a page, written as in the matrix: {@code /app/plans/{planId}}. */
    public boolean open(String path) {
        return may("GET", path);
    }

    /** Whether the user may send a form there. */
    public boolean send(String path) {
        return may("POST", path);
    }

    /** Whether the user's own authority is enough to approve a case that needs {@code authority}. */
    public boolean approve(String authority) {
        return caller != null && Referrals.mayApprove(caller, authority);
    }

    /** The pages that the user may open. */
    public List<Entry> navigation() {
        return ENTRIES.stream().filter(entry -> open(entry.path())).toList();
    }

    private boolean may(String method, String path) {
        return caller != null
                && matrix.findRoles(method, path)
                        .filter(roles -> roles.contains(caller.role()))
                        .isPresent();
    }
}
