package org.panbao.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One consistent view of a database that goes on being written: every table as it was at the same moment. It blocks
 * nobody. Where row-level security would hide a row, reading fails instead.
 */
record Snapshot(Connection connection) {

    /** How values are written, and read again by {@link #agreeOnForms}; whatever the server's own settings. */
    private static final String FORMS = """
            set local row_security = off;
            set local datestyle = 'ISO, YMD';
            set local intervalstyle = 'postgres';
            set local timezone = 'UTC';
            set local extra_float_digits = 1;
            set local bytea_output = 'hex';
            set local statement_timeout = 0""";

    /** Begins to look; the connection stays in this transaction until it is closed. */
    static Snapshot begin(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        agreeOnForms(connection);
        return new Snapshot(connection);
    }

    static void agreeOnForms(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(FORMS);
        }
    }

    /** Queries in this view. */
    JdbcClient jdbc() {
        return jdbc(connection);
    }

    static JdbcClient jdbc(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Writes all rows of a table and gives their number. */
    long copy(TableCatalogue.Found table, OutputStream target) throws SQLException, IOException {
        return copies(connection).copyOut("copy " + table.forCopy() + " to stdout (encoding 'UTF8')", target);
    }

    static CopyManager copies(Connection connection) throws SQLException {
        return new CopyManager(connection.unwrap(BaseConnection.class));
    }

    int serverMajor() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }
}
