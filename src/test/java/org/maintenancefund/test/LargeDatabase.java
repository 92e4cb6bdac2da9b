package org.maintenancefund.test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A copy of what a test has in its database, to be filled up with some thousand rows of each and asked how it would do statements.
 * Without foreign keys, which no plan needs. Explained is the plan for any values, which PostgreSQL keeps for a
 * statement that is asked often.
 */
public final class LargeDatabase implements AutoCloseable {

    private static final int MANY = 3_000;

    private static final Pattern STATEMENT = Pattern.compile("(?s)^(?:Executing prepared SQL statement \\[)?(.*?)]?$");

    /** Ends at the first thousands, in whatever order the rows lie; several of them may be one statement. */
    private static final Pattern CAPPED_COUNT = Pattern.compile(
            "(?s)SELECT \\(?(SELECT )?count\\(\\*\\) FROM \\(SELECT FROM .* LIMIT \\d+\\) AS counted\\)?");

    private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate large;
    private Set<String> big = Set.of();

    private LargeDatabase(SingleConnectionDataSource connection) {
        this.connection = connection;
        this.large = new JdbcTemplate(connection);
    }

    /** Of all that is there, also of what the running transaction has not committed yet. */
    public static LargeDatabase of(JdbcTemplate original) {
        JdbcConnectionDetails database = TestPostgres.server().newDatabase();
        // Parameters without values are understood in simple statements only.
        LargeDatabase copy = new LargeDatabase(new SingleConnectionDataSource(
                database.getJdbcUrl() + "?preferQueryMode=simple",
                database.getUsername(),
                database.getPassword(),
                true));
        copy.each("SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)"
                + " FROM pg_constraint WHERE contype = 'f' AND conparentid = 0");
        // They ask how a row came to where it is, and keep what only grows as it is; constraint triggers among them,
        // which nothing
        // else names.
        copy.each("SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) FROM pg_trigger"
                + " WHERE NOT tgisinternal AND tgrelid::regclass::text !~ '^audit_'");
        copy.large
                .queryForList(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                                + " AND relkind = 'r' AND relname !~ '^(flyway|audit_)'",
                        String.class)
                .forEach(table -> copy.copy(original, table));
        // The copied rows have taken the first numbers.
        copy.each("SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), 1000000)', table_name, column_name)"
                + " FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'");
        return copy;
    }

    private void each(String statements) {
        large.queryForList(statements, String.class).forEach(large::execute);
    }

    private void copy(JdbcTemplate original, String table) {
        byte[] rows = original.execute((ConnectionCallback<byte[]>) from -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", out);
            } catch (IOException e) {
                throw new SQLException(e);
            }
            return out.toByteArray();
        });
        large.execute("TRUNCATE " + table);
        large.execute((ConnectionCallback<Long>) to -> {
            try {
                return to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(rows));
            } catch (IOException e) {
                throw new SQLException(e);
            }
        });
    }

    /** The one connection to it. */
    public SingleConnectionDataSource connection() {
        return connection;
    }

    /** Adds rows. */
    public void fill(String insert, Object... values) {
        large.update(insert, values);
    }

    /** All rows are there. */
    public void filled() {
        large.execute("VACUUM ANALYZE");
        big = Set.copyOf(large.queryForList("SELECT relname FROM pg_class WHERE reltuples >= ?", String.class, MANY));
    }

    /** The tables that have some thousand rows. */
    public Set<String> big() {
        return big;
    }

    /** Those of what was heard ({@link Statements}) that are questions which could read a whole table. */
    public static List<String> questions(List<String> heard) {
        return heard.stream()
                .map(one -> STATEMENT.matcher(one).replaceFirst("$1"))
                .filter(statement -> statement.matches("(?is)(select|with).*"))
                .filter(statement -> !CAPPED_COUNT.matcher(statement).matches())
                .toList();
    }

    /** The tables of which the statement reads all of some thousand rows. */
    public Set<String> readWhole(String statement) {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        for (String piece : statement.split("(?=\\?)|(?<=\\?)")) {
            numbered.append(piece.equals("?") ? "$" + ++parameters : piece);
        }
        String plan = String.join("\n", large.queryForList("EXPLAIN (GENERIC_PLAN) " + numbered, String.class));
        return SCAN.matcher(plan)
                .results()
                .map(scan -> scan.group(1))
                .filter(big::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
