package org.maintenancefund.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** How often the pages of the bank ask the database: no more often where there are more lines. */
@IntegrationTest
@Transactional
class BankStatementsTest {

    private static final String NUMBER = "62270000880066";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final int LIST = 4;
    private static final int RECORD = 7;

    @Autowired
    ApplicationContext context;

    @Autowired
    AFundAccount accounts;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private List<String> asked(String path) {
        CurrentUser by = accounts.clerk();
        pages.open(path, by);
        List<String> frame = new ArrayList<>(Statements.of(() -> pages.open("/account/password", by)));
        frame.retainAll(Statements.of(() -> pages.open("/messages", by)));
        List<String> own = new ArrayList<>(Statements.of(() -> pages.open(path, by)));
        frame.forEach(own::remove);
        return own;
    }

    @Test
    void aPageAsksAHandfulOfTimesHoweverManyLinesThereAre() {
        FundAccountId account = accounts.confirmed(NUMBER, "100.00");
        ABankFile file = ABankFile.of(NUMBER, "100.00").in(DAY, "126.78", "安居物业公司", "32050161513600000188", "维修资金");
        // More than a page of them, so that they are counted from the beginning.
        more(file, 25);
        file.keep(account, accounts.clerk(), context);
        String line = "/bank/lines/"
                + jdbc.sql("SELECT id::text FROM bank_line WHERE account_id = :account AND sequence = 1")
                        .param("account", account.value())
                        .query(String.class)
                        .single();
        List<String> paths = List.of("/bank/lines", "/bank/imports", "/bank/templates", line);
        List<Integer> before = paths.stream().map(path -> asked(path).size()).toList();
        assertThat(before.subList(0, 3))
                .as(asked("/bank/lines").toString())
                .allSatisfy(asked -> assertThat(asked).isLessThanOrEqualTo(LIST));
        assertThat(before.get(3)).as(asked(line).toString()).isLessThanOrEqualTo(RECORD);

        more(file, 15);
        file.keep(account, accounts.clerk(), context);

        assertThat(paths.stream().map(path -> asked(path).size()).toList()).isEqualTo(before);
    }

    private static void more(ABankFile file, int lines) {
        for (int i = 0; i < lines; i++) {
            file.in(DAY.plusDays(1), "1.0" + i % 10, "安居物业公司", "32050161513600000188", "维修资金");
        }
    }
}
