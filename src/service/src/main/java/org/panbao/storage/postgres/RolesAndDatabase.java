package org.panbao.storage.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.panbao.storage.DatabaseAccess;
import org.panbao.storage.DatabaseAccess.Login;

/** Makes the two roles and the database of a fresh cluster; repeats itself safely, so a killed first start is healed. */
record RolesAndDatabase(String serverUrl, String superuserPassword) {

    void ensure(DatabaseAccess access, String database) {
        try (Connection connection =
                DriverManager.getConnection(serverUrl + "postgres", PostgresCluster.SUPERUSER, superuserPassword)) {
            ensureRole(connection, access.owner());
            ensureRole(connection, access.application());
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                run(
                        connection,
                        "create database " + database + " owner "
                                + access.owner().username());
                run(connection, "revoke all on database " + database + " from public");
            }
            run(
                    connection,
                    "grant connect on database " + database + " to "
                            + access.application().username());
        } catch (SQLException e) {
            throw new IllegalStateException("preparing the embedded database", e);
        }
    }

    private static void ensureRole(Connection connection, Login login) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.username())) {
            run(
                    connection,
                    "create role %s login nosuperuser nobypassrls nocreatedb nocreaterole password '%s'"
                            .formatted(login.username(), login.password()));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
