package org.maintenancefund.embedded;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The address of the embedded server and the application's sign-in there. */
record EmbeddedConnection(int port, String password) implements JdbcConnectionDetails {

    /** Name of the role the application signs in as, and of the database it owns. */
    static final String NAME = "maintenance_fund";

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + NAME;
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return getJdbcUrl();
    }
}
