package org.panbao.storage;

/** The PostgreSQL being used: embedded, or one named by configuration. */
public interface DatabaseServer extends AutoCloseable {

    /** How to reach it; waits until an embedded server is up. */
    DatabaseAccess access();

    /** Stops an embedded server; does nothing to a configured one. Called after the connection pool is closed. */
    @Override
    void close();
}
