package org.maintenancefund.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.LargeDatabase;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** No page of the bank's lines reads all of them, however many a city has. */
@IntegrationTest
@Transactional
class BankPlansTest {

    private static final String NUMBER = "62270000880077";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final int LINES = 20_000;

    @Autowired
    ApplicationContext context;

    @Autowired
    AFundAccount accounts;

    @Autowired
    Pages pages;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void noPageOfTheLinesReadsAllOfThem() {
        FundAccountId account = accounts.confirmed(NUMBER, "100.00");
        ABankFile.of(NUMBER, "100.00")
                .in(DAY, "1.00", "某某", "6228480000012345678", "转账")
                .out(DAY, "1.00", "某某", "退票")
                .keep(account, accounts.clerk(), context);
        String back = "/bank/lines/"
                + jdbc.queryForObject(
                        "SELECT id FROM bank_line WHERE account_id = ?::uuid AND amount < 0",
                        String.class,
                        account.toString());
        CurrentUser by = accounts.clerk();
        Set<String> asked = new TreeSet<>();
        for (String path : List.of(
                "/bank/lines",
                "/bank/lines?state=OPEN",
                "/bank/lines?account=" + account,
                "/bank/lines?from=2025-11-01&to=2025-11-30",
                back)) {
            pages.open(path, by);
            asked.addAll(LargeDatabase.questions(Statements.of(() -> pages.open(path, by))));
        }
        assertThat(asked).anySatisfy(statement -> assertThat(statement).contains("bank_line"));

        try (LargeDatabase large = LargeDatabase.of(jdbc)) {
            large.fill(
                    "INSERT INTO bank_line SELECT made.* FROM bank_line l, generate_series(1, ?) n, jsonb_populate_record(l,"
                            + " jsonb_build_object('id', gen_random_uuid(), 'sequence', n + 1000, 'day', l.day + n / 20, 'before', n,"
                            + " 'amount', 100 + n % 900, 'balance', 100 + n + n % 900, 'kind', 'INTEREST', 'state', 'SETTLED')) made"
                            + " WHERE l.account_id = ?::uuid AND l.amount > 0",
                    LINES, account.toString());
            large.fill(
                    "INSERT INTO bank_assignment (id, line_id, kind, basis, state, note, proposed_at, proposed_by,"
                            + " proposed_by_name, decided_at, decided_by, decided_by_name) SELECT gen_random_uuid(), l.id, 'INTEREST',"
                            + " 'PERSON', 'CONFIRMED', '', now(), gen_random_uuid(), '某', now(), gen_random_uuid(), '某' FROM bank_line l"
                            + " WHERE l.state = 'SETTLED' AND NOT EXISTS (SELECT FROM bank_assignment a WHERE a.line_id = l.id)");
            large.filled();
            assertThat(large.big()).contains("bank_line", "bank_assignment");
            assertThat(asked)
                    .allSatisfy(statement ->
                            assertThat(large.readWhole(statement)).as(statement).isEmpty());
        }
    }
}
