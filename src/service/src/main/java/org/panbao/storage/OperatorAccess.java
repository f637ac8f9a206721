package org.panbao.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.panbao.storage.DatabaseAccess.Login;

/**
 * A way into the database that row-level security does not hold, for commands of the operator; never used to serve
 * requests.
 */
public record OperatorAccess(String url, Login login) {

    /** A new connection; messages about a refused row do not repeat its values. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.username());
        properties.setProperty("password", login.password());
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("ApplicationName", "panbao-operator");
        return DriverManager.getConnection(url, properties);
    }
}
