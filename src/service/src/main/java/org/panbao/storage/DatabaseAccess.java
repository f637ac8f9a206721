package org.panbao.storage;

/**
 * Where the database is and who signs in.
 *
 * @param owner role that owns the tables and runs migrations; never used to serve requests
 * @param application role of the service: not the owner, no superuser, under row-level security
 */
public record DatabaseAccess(String url, Login owner, Login application) {

    /** A database role and its password. */
    public record Login(String username, String password) {

        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }
}
