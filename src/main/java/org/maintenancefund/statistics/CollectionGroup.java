package org.maintenancefund.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.statistics.CollectionScope.Company;

/**
 * What figures of the collection are of: of a month, a district or a company, or of all.
 *
 * @param company null too where bills have none
 */
record CollectionGroup(
        By by,
        @Nullable YearMonth month,
        @Nullable UUID district,
        @Nullable Company company) {

    /** By what they are put together. */
    enum By {
        MONTH,
        DISTRICT,
        COMPANY,
        ALL
    }

    /** Around a statement with GROUPING SETS whose first columns are called {@code sets}, {@code month}, {@code district}, {@code company}. */
    static String named(String statement) {
        return "SELECT f.*, o.name FROM (" + statement + ") AS f LEFT JOIN organisation o ON o.id = f.company"
                + " ORDER BY f.month, o.sort_key, f.company";
    }

    static CollectionGroup read(ResultSet row) throws SQLException {
        LocalDate month = row.getObject("month", LocalDate.class);
        UUID company = row.getObject("company", UUID.class);
        return new CollectionGroup(
                by(row.getInt("sets")),
                month == null ? null : YearMonth.from(month),
                row.getObject("district", UUID.class),
                company == null ? null : new Company(company, row.getString("name")));
    }

    /** A bit is set for each of month, district and company that is not grouped by. */
    private static By by(int sets) {
        return switch (sets) {
            case 0b011 -> By.MONTH;
            case 0b101 -> By.DISTRICT;
            case 0b110 -> By.COMPANY;
            default -> By.ALL;
        };
    }
}
