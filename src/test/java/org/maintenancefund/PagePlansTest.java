package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
import org.maintenancefund.test.LargeDatabase;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
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

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    CurrentUsers users;

    @Autowired
    JdbcTemplate demo;

    private LargeDatabase large;

    /** A city of its own, for the demo city is shared. */
    @BeforeAll
    void manyRows() {
        large = LargeDatabase.of(demo);
        new GeneratedCity(large.connection()).grow(ROWS, ROWS);
        large.fill(
                "INSERT INTO operator SELECT made.* FROM operator o, generate_series(1, ?) n,"
                        + " jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'username', 'many-' || n,"
                        + " 'mobile', '138' || lpad(n::text, 8, '0'))) made WHERE o.username = 'demo-enterprise'",
                ROWS);
        // Of everybody's messages some are unread; of those that leave the system few are left to look at.
        large.fill(
                "INSERT INTO message SELECT made.* FROM message m, generate_series(1, ?) n,"
                        + " jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'source', 'many ' || n,"
                        + " 'read_at', CASE WHEN n > 20 THEN m.created_at END)) made"
                        + " WHERE m.id IN (SELECT DISTINCT ON (operator_id) id FROM message WHERE channel = 'IN_APP')",
                ROWS / 20);
        large.fill(
                "INSERT INTO message SELECT made.* FROM message m, generate_series(1, ?) n,"
                        + " jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'source', 'sent ' || n,"
                        + " 'channel', 'SMS', 'operator_id', NULL, 'read_at', NULL, 'address', '13900001234',"
                        + " 'state', CASE WHEN n > 30 THEN 'SENT' ELSE 'FAILED' END,"
                        + " 'sent_at', CASE WHEN n > 30 THEN now() END)) made"
                        + " WHERE m.id = (SELECT id FROM message LIMIT 1)",
                ROWS);
        // Copies have one mobile; in a city each has its own.
        large.fill("UPDATE organisation o SET contact_mobile = '139' || lpad(n::text, 8, '0') FROM"
                + " (SELECT id, row_number() OVER () AS n FROM organisation) numbered WHERE numbered.id = o.id"
                + " AND o.contact_mobile IS NOT NULL");
        large.fill("INSERT INTO area_building SELECT id, '1栋', '1 栋', 0, 18, 2, 72, 7200 FROM area"
                + " WHERE state = 'ACTIVE' AND NOT EXISTS (SELECT FROM area_building b WHERE b.area_id = area.id)");
        large.fill(
                "INSERT INTO unit SELECT gen_random_uuid(), a.code || '-99001', a.id, b.name_key, '', '', NULL, '9901', '9901',"
                        + " '049901', now(), gen_random_uuid(), '周敏', 0 FROM area a JOIN area_building b ON b.area_id = a.id"
                        + " AND b.position = 0 WHERE a.state = 'ACTIVE'");
        large.fill("INSERT INTO unit_version SELECT id, '2026-01-01', 8958, 'REGISTER', 'RESIDENTIAL', true, true,"
                + " true, NULL, NULL, '首次登记', '', now(), gen_random_uuid(), '周敏' FROM unit u"
                + " WHERE NOT EXISTS (SELECT FROM unit_version v WHERE v.unit_id = u.id)");
        large.fill("INSERT INTO unit_payer SELECT id, '2026-01-01', 'OWNER', '王建国', NULL, '', now(),"
                + " gen_random_uuid(), '周敏' FROM unit u"
                + " WHERE NOT EXISTS (SELECT FROM unit_payer p WHERE p.unit_id = u.id)");
        // Most of the opening balances are decided.
        large.fill("INSERT INTO opening_sheet SELECT gen_random_uuid(), id, '2026-05-31', 100, '',"
                + " CASE WHEN n > 30 THEN 'APPROVED' ELSE 'CHECKED' END, now() - make_interval(mins => n::integer), m.p,"
                + " '周敏', m.p, '周敏', now(), c.p, '吴霞', now(), 1, 100, NULL, NULL, '',"
                + " CASE WHEN n > 30 THEN d.p END, CASE WHEN n > 30 THEN '陈晓梅' END, CASE WHEN n > 30 THEN now() END, 0"
                + " FROM (SELECT id, row_number() OVER () AS n FROM area WHERE state = 'ACTIVE'"
                + " AND NOT EXISTS (SELECT FROM opening_sheet x WHERE x.area_id = area.id)) a,"
                + " (SELECT gen_random_uuid() p) m, (SELECT gen_random_uuid() p) c, (SELECT gen_random_uuid() p) d");
        large.fill("INSERT INTO opening_line SELECT u.id, s.id, 100, 100, gen_random_uuid(), '周敏', now(), 0"
                + " FROM unit u JOIN opening_sheet s ON s.area_id = u.area_id ON CONFLICT DO NOTHING");
        large.filled();
    }

    @AfterAll
    void close() {
        large.close();
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
                        assertThat(large.readWhole(statement)).as(statement).isEmpty());
    }

    private List<String> asked(CurrentUser user, String path) {
        return LargeDatabase.questions(Statements.of(() -> get(user, path)));
    }

    private MvcTestResult get(CurrentUser user, String path) {
        MvcTestResult result = mvc.get().uri(path).with(SignedIn.as(user)).exchange();
        assertThat(result).as(path).hasStatusOk();
        return result;
    }
}
