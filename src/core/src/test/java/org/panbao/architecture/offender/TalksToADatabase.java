package org.panbao.architecture.offender;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: knows SQL. */
public class TalksToADatabase {
    public void touch(Connection connection) throws SQLException {
        connection.commit();
    }
}
