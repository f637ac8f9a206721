package org.panbao.storage;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that name their organisation, without which row-level security shows and takes no row. Requests under
 * {@code /api/v1} are in one already; this is for start-up work, jobs and listeners.
 */
@Component
public class TenantTransactions {

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final SeparateConnections separate;

    TenantTransactions(PlatformTransactionManager manager, JdbcClient jdbc, SeparateConnections separate) {
        this.transactions = new TransactionTemplate(manager);
        this.jdbc = jdbc;
        this.separate = separate;
    }

    /**
     * Runs {@code work} in a new transaction of this organisation; an exception rolls it back. Throws when the thread
     * is in a transaction already: that one has its own organisation.
     */
    public <T> T inOrganisation(UUID organisation, Supplier<T> work) {
        requireNoTransaction();
        return transactions.execute(status -> {
            name(jdbc, organisation);
            return work.get();
        });
    }

    /** As {@link #inOrganisation} for the operator, who owns releases and reference data and makes organisations. */
    public <T> T asOperator(Supplier<T> work) {
        requireNoTransaction();
        return transactions.execute(status -> {
            name(jdbc, operator());
            return work.get();
        });
    }

    /**
     * Runs {@code work} in a transaction of its own on another connection, which commits whatever becomes of the
     * current one. Use only the {@link JdbcClient} that it is given.
     */
    public <T> T apart(UUID organisation, Function<JdbcClient, T> work) {
        return separate.transactions().execute(status -> {
            name(separate.jdbc(), organisation);
            return work.apply(separate.jdbc());
        });
    }

    private UUID operator() {
        return jdbc.sql("select operator_organisation()").query(UUID.class).single();
    }

    private static void name(JdbcClient jdbc, UUID organisation) {
        jdbc.sql("select set_config('panbao.organisation', :organisation, true)")
                .param("organisation", organisation.toString())
                .query(String.class)
                .single();
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("this thread is in a transaction already");
        }
    }
}
