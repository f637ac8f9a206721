package org.panbao.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.panbao.audit.AuditedCaller.Who;
import org.panbao.storage.TenantTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * {@link AuditLog} in the database. Entries of a transaction are linked into the chain just before it commits, so that
 * the chain's lock is held for the commit alone and not while a decision is being worked out.
 */
@Component
final class ChainedAuditLog implements AuditLog {

    private final AuditStore store;
    private final TenantTransactions transactions;
    private final AuditedCaller caller;
    private final Clock clock;

    ChainedAuditLog(JdbcClient jdbc, TenantTransactions transactions, AuditedCaller caller, Clock clock) {
        this.store = new AuditStore(jdbc);
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public void append(String action, String subjectType, String subjectId, Map<String, String> detail) {
        append(caller.who(), action, subjectType, subjectId, detail);
    }

    @Override
    public void append(Who who, String action, String subjectType, String subjectId, Map<String, String> detail) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an entry is written in the transaction of what it tells of");
        }
        Pending entry = new Pending(who, action, subjectType, subjectId, false, Map.copyOf(detail));
        pendingOfTransaction().add(entry);
    }

    @Override
    public void appendRefused(String action, String subjectType, String subjectId, Map<String, String> detail) {
        Pending entry = new Pending(caller.who(), action, subjectType, subjectId, true, Map.copyOf(detail));
        transactions.apart(entry.who().organisationId(), jdbc -> {
            link(new AuditStore(jdbc), entry);
            return entry;
        });
    }

    private record Pending(
            Who who,
            String action,
            String subjectType,
            String subjectId,
            boolean refused,
            Map<String, String> detail) {}

    private List<Pending> pendingOfTransaction() {
        @Nullable Object known = TransactionSynchronizationManager.getResource(this);
        if (known instanceof BeforeCommit pending) {
            return pending.entries;
        }
        BeforeCommit made = new BeforeCommit();
        TransactionSynchronizationManager.bindResource(this, made);
        TransactionSynchronizationManager.registerSynchronization(made);
        return made.entries;
    }

    private void link(AuditStore chain, Pending pending) {
        Who who = pending.who();
        chain.lock(who.organisationId());
        Optional<AuditStore.Stored> last = chain.last(who.organisationId());
        chain.insert(new AuditEntry(
                who.organisationId(),
                last.map(stored -> stored.entry().sequence()).orElse(0L) + 1,
                clock.instant(),
                who.actor(),
                who.role(),
                pending.action(),
                pending.subjectType(),
                pending.subjectId(),
                pending.refused(),
                pending.detail(),
                last.map(AuditStore.Stored::sha256).orElse(AuditEntry.NOTHING)));
    }

    private final class BeforeCommit implements TransactionSynchronization {

        private final List<Pending> entries = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            entries.forEach(entry -> link(store, entry));
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ChainedAuditLog.this);
        }
    }
}
