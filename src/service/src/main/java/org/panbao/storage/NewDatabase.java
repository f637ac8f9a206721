package org.panbao.storage;

import org.panbao.storage.postgres.EmbeddedPostgres;

/** An embedded PostgreSQL for a data directory that is being made: roles and an empty database. */
public final class NewDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;

    private NewDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Makes and starts it; the caller holds {@code data} until {@link #close} returned. */
    public static NewDatabase in(DataDirectory data) {
        return new NewDatabase(EmbeddedPostgres.start(data));
    }

    /** The roles of the service; waits until the server is up. */
    public DatabaseAccess access() {
        return server.access();
    }

    public OperatorAccess superuser() {
        return server.superuser();
    }

    /** Stops the server. */
    @Override
    public void close() {
        server.close();
    }
}
