package org.panbao.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.panbao.base.Problem;
import org.panbao.base.ProblemCode;
import org.panbao.storage.Page;
import org.panbao.storage.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and checks chains, as far as row-level security shows them: one's own, and for the operator every one. */
@Component
public class AuditReader {

    private final AuditStore store;
    private final AuditChains chains;
    private final AuditedCaller caller;

    AuditReader(JdbcClient jdbc, AuditedCaller caller) {
        this.store = new AuditStore(jdbc);
        this.chains = new AuditChains(jdbc);
        this.caller = caller;
    }

    /**
     * The organisation whose chain is asked for: the caller's own when none is named. Another one may be named by the
     * operator alone; throws {@link Problem} NOT_FOUND for everybody else.
     */
    public UUID chainOf(@Nullable UUID organisation) {
        UUID own = caller.who().organisationId();
        if (organisation == null || organisation.equals(own)) {
            return own;
        }
        if (!store.isOperator()) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return organisation;
    }

    /** Entries of an organisation, oldest first. */
    public Page<AuditEntry> list(UUID organisation, PageRequest page) {
        List<AuditEntry> entries = store.after(organisation, page.afterNumber(), page.fetch()).stream()
                .map(AuditStore.Stored::entry)
                .toList();
        return Page.of(entries, page, entry -> List.of(Long.toString(entry.sequence())));
    }

    /** Entries of an organisation that match, newest first; {@code cursor} is of the page before. */
    public Page<AuditEntry> newest(UUID organisation, AuditFilter filter, @Nullable String cursor) {
        PageRequest page = PageRequest.of("audit-newest", 1, null, cursor);
        long before = page.after().isEmpty() ? Long.MAX_VALUE : page.afterNumber();
        return Page.of(
                store.before(organisation, filter, before, page.fetch()),
                page,
                entry -> List.of(Long.toString(entry.sequence())));
    }

    /** Checks the whole chain of an organisation. */
    public ChainVerification verify(UUID organisation) {
        return chains.verify(organisation);
    }
}
