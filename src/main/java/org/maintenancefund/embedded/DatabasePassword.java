package org.maintenancefund.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of the embedded server, made when the database is. The server listens on a port of this machine, where
 * others may be signed in too; the folder that holds the password is its owner's alone (PostgreSQL insists on that).
 */
record DatabasePassword(String text) {

    private static final String FILE = "maintenance_fund.password";

    static DatabasePassword random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new DatabasePassword(HexFormat.of().formatHex(bytes));
    }

    static DatabasePassword read(Path data) throws IOException {
        return new DatabasePassword(Files.readString(data.resolve(FILE)));
    }

    void write(Path data) throws IOException {
        Files.writeString(data.resolve(FILE), text);
    }

    @Override
    public String toString() {
        return "DatabasePassword";
    }
}
