package org.panbao.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A second, small pool for what must be kept although the request rolls back. Requests that hold a connection of the
 * main pool and want another of the same pool could wait for each other for ever.
 */
final class SeparateConnections implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SeparateConnections(DatabaseAccess access) {
        pool.setPoolName("apart");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.application().username());
        pool.setPassword(access.application().password());
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(0);
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    TransactionTemplate transactions() {
        return transactions;
    }

    @Override
    public void close() {
        pool.close();
    }
}
