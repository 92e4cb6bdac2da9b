package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.area.domain.GeneratedCity;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.TestPostgres;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * With many rows no list and no record reads a whole table: the statements of all pages of the menu and of what their first
 * rows lead to, as the demo city's people ask them, explained in a city of some thousands of each. Explained is the plan
 * for any values, which PostgreSQL keeps for a statement that is asked often.
 */
@DemoCityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagePlansTest {

    private static final int ROWS = 6_000;

    private static final Pattern STATEMENT = Pattern.compile("(?s)^(?:Executing prepared SQL statement \\[)?(.*?)]?$");

    /** Ends at the first thousands, in whatever order the rows lie; several of them may be one statement. */
    private static final Pattern CAPPED_COUNT = Pattern.compile(
            "(?s)SELECT \\(?(SELECT )?count\\(\\*\\) FROM \\(SELECT FROM .* LIMIT \\d+\\) AS counted\\)?");

    private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    CurrentUsers users;

    @Autowired
    JdbcTemplate demo;

    private SingleConnectionDataSource connection;
    private JdbcTemplate large;
    private Set<String> big = Set.of();

    /** A city of its own, for the demo city is shared; without foreign keys, which no plan needs. */
    @BeforeAll
    void manyRows() {
        JdbcConnectionDetails database = TestPostgres.server().newDatabase();
        // Parameters without values are understood in simple statements only.
        connection = new SingleConnectionDataSource(
                database.getJdbcUrl() + "?preferQueryMode=simple",
                database.getUsername(),
                database.getPassword(),
                true);
        large = new JdbcTemplate(connection);
        large.queryForList(
                        "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)"
                                + " FROM pg_constraint WHERE contype = 'f' AND conparentid = 0",
                        String.class)
                .forEach(large::execute);
        // Here no trigger asks how they came to where they are.
        large.execute("ALTER TABLE opening_line DISABLE TRIGGER USER");
        large.execute("ALTER TABLE receipt DISABLE TRIGGER USER");
        large.queryForList(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                                + " AND relkind = 'r' AND relname !~ '^(flyway|audit_)'",
                        String.class)
                .forEach(this::copy);
        // The copied rows have taken the first numbers.
        large.queryForList(
                        "SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), 1000000)', table_name, column_name)"
                                + " FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'",
                        String.class)
                .forEach(large::execute);
        new GeneratedCity(connection).grow(ROWS, ROWS);
        large.update(
                "INSERT INTO operator SELECT made.* FROM operator o, generate_series(1, ?) n,"
                        + " jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'username', 'many-' || n,"
                        + " 'mobile', '138' || lpad(n::text, 8, '0'))) made WHERE o.username = 'demo-enterprise'",
                ROWS);
        // Of everybody's messages some are unread; of those that leave the system few are left to look at.
        large.update(
                "INSERT INTO message SELECT made.* FROM message m, generate_series(1, ?) n,"
                        + " jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'source', 'many ' || n,"
                        + " 'read_at', CASE WHEN n > 20 THEN m.created_at END)) made"
                        + " WHERE m.id IN (SELECT DISTINCT ON (operator_id) id FROM message WHERE channel = 'IN_APP')",
                ROWS / 20);
        large.update(
                "INSERT INTO message SELECT made.* FROM message m, generate_series(1, ?) n,"
                        + " jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'source', 'sent ' || n,"
                        + " 'channel', 'SMS', 'operator_id', NULL, 'read_at', NULL, 'address', '13900001234',"
                        + " 'state', CASE WHEN n > 30 THEN 'SENT' ELSE 'FAILED' END,"
                        + " 'sent_at', CASE WHEN n > 30 THEN now() END)) made"
                        + " WHERE m.id = (SELECT id FROM message LIMIT 1)",
                ROWS);
        // Copies have one mobile; in a city each has its own.
        large.update("UPDATE organisation o SET contact_mobile = '139' || lpad(n::text, 8, '0') FROM"
                + " (SELECT id, row_number() OVER () AS n FROM organisation) numbered WHERE numbered.id = o.id"
                + " AND o.contact_mobile IS NOT NULL");
        large.update("INSERT INTO area_building SELECT id, '1栋', '1 栋', 0, 18, 2, 72, 7200 FROM area"
                + " WHERE state = 'ACTIVE' AND NOT EXISTS (SELECT FROM area_building b WHERE b.area_id = area.id)");
        large.update(
                "INSERT INTO unit SELECT gen_random_uuid(), a.code || '-99001', a.id, b.name_key, '', '', NULL, '9901', '9901',"
                        + " '049901', now(), gen_random_uuid(), '周敏', 0 FROM area a JOIN area_building b ON b.area_id = a.id"
                        + " AND b.position = 0 WHERE a.state = 'ACTIVE'");
        large.update("INSERT INTO unit_version SELECT id, '2026-01-01', 8958, 'REGISTER', 'RESIDENTIAL', true, true,"
                + " true, NULL, NULL, '首次登记', '', now(), gen_random_uuid(), '周敏' FROM unit u"
                + " WHERE NOT EXISTS (SELECT FROM unit_version v WHERE v.unit_id = u.id)");
        large.update("INSERT INTO unit_payer SELECT id, '2026-01-01', 'OWNER', '王建国', NULL, '', now(),"
                + " gen_random_uuid(), '周敏' FROM unit u"
                + " WHERE NOT EXISTS (SELECT FROM unit_payer p WHERE p.unit_id = u.id)");
        // Most of the opening balances are decided.
        large.update("INSERT INTO opening_sheet SELECT gen_random_uuid(), id, '2026-05-31', 100, '',"
                + " CASE WHEN n > 30 THEN 'APPROVED' ELSE 'CHECKED' END, now() - make_interval(mins => n::integer), m.p,"
                + " '周敏', m.p, '周敏', now(), c.p, '吴霞', now(), 1, 100, NULL, NULL, '',"
                + " CASE WHEN n > 30 THEN d.p END, CASE WHEN n > 30 THEN '陈晓梅' END, CASE WHEN n > 30 THEN now() END, 0"
                + " FROM (SELECT id, row_number() OVER () AS n FROM area WHERE state = 'ACTIVE'"
                + " AND NOT EXISTS (SELECT FROM opening_sheet x WHERE x.area_id = area.id)) a,"
                + " (SELECT gen_random_uuid() p) m, (SELECT gen_random_uuid() p) c, (SELECT gen_random_uuid() p) d");
        large.update("INSERT INTO opening_line SELECT u.id, s.id, 100, 100, gen_random_uuid(), '周敏', now(), 0"
                + " FROM unit u JOIN opening_sheet s ON s.area_id = u.area_id"
                + " WHERE NOT EXISTS (SELECT FROM opening_line l WHERE l.unit_id = u.id)");
        large.execute("VACUUM ANALYZE");
        big = Set.copyOf(large.queryForList("SELECT relname FROM pg_class WHERE reltuples >= 3000", String.class));
    }

    @AfterAll
    void close() {
        connection.destroy();
    }

    private void copy(String table) {
        byte[] rows = demo.execute((ConnectionCallback<byte[]>) from -> {
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

    static Stream<Arguments> everyList() {
        return ListFiltersTest.everyList();
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("everyList")
    void noListAndNoRecordReadsAWholeTable(String username, String path) {
        CurrentUser user = users.of(operators.findByUsername(username).orElseThrow(), false);
        // What waits for a person is asked for once in half a minute, for the header of any page.
        get(user, path);
        List<String> asked = new ArrayList<>(asked(user, path));
        Document list = Pages.parse(get(user, path));
        for (Element select : list.select("form[method=get] select[name]")) {
            select.select("option[value]:not([value=''])").stream()
                    .limit(2)
                    .forEach(
                            option -> asked.addAll(asked(user, path + "?" + select.attr("name") + "=" + option.val())));
        }
        if (path.endsWith("/reviews")) {
            asked.addAll(asked(user, path + "?q=和谐"));
        }
        Element record = list.selectFirst(".table-box tbody a[href^=/]");
        if (record != null) {
            asked.addAll(asked(user, record.attr("href")));
        }

        assertThat(asked).hasSizeGreaterThan(1);
        assertThat(new TreeSet<>(asked))
                .allSatisfy(statement ->
                        assertThat(readWhole(statement)).as(statement).isEmpty());
    }

    private List<String> asked(CurrentUser user, String path) {
        return Statements.of(() -> get(user, path)).stream()
                .map(heard -> STATEMENT.matcher(heard).replaceFirst("$1"))
                .filter(statement -> statement.matches("(?is)(select|with).*"))
                .filter(statement -> !CAPPED_COUNT.matcher(statement).matches())
                .toList();
    }

    private MvcTestResult get(CurrentUser user, String path) {
        MvcTestResult result = mvc.get().uri(path).with(SignedIn.as(user)).exchange();
        assertThat(result).as(path).hasStatusOk();
        return result;
    }

    /** The tables of which the statement reads all of some thousand rows. */
    private Set<String> readWhole(String statement) {
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
}
