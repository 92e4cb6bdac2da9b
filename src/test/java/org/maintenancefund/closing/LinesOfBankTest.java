package org.maintenancefund.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.ABankFile;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** 余额调节表 where the lines of the bank are known: nobody types a balance, and each line that is not assigned is listed. */
@IntegrationTest
@Transactional
class LinesOfBankTest {

    private static final String NUMBER = "62270000995503";

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    AFundAccount accounts;

    @Autowired
    ClosingService service;

    @Autowired
    ClosingWork work;

    @Autowired
    ReconciliationService papers;

    @Autowired
    JdbcClient jdbc;

    private final CurrentUser clerk = AFundAccount.municipal("林致远");
    private YearMonth month;
    private LocalDate last;
    private FundAccountId account;

    @BeforeEach
    void anAccountWithALine() {
        month = YearMonth.from(world.today()).minusMonths(1);
        last = month.atEndOfMonth();
        jdbc.sql("INSERT INTO accounting_period VALUES (:month, 'CLOSED', now())")
                .param("month", month.minusMonths(1).atDay(1))
                .update();
        account = accounts.confirmed(NUMBER, "0");
        ABankFile.of(NUMBER, "0")
                .in(last.minusDays(3), "126.87", "和谐物业", "6222000011112222", "转账")
                .keep(account, clerk, context);
    }

    private void worked(ClosingId closing) {
        boolean more = true;
        while (more) {
            more = work.step(closing);
        }
    }

    @Test
    void theBanksBalanceIsThatOfItsLastLineAndEachLineIsListed() {
        worked(service.begin(month, clerk));

        ReconciliationView paper = papers.get(month, account);
        assertThat(paper.told()).isEqualTo(AClosing.money("126.87"));
        assertThat(paper.toldDay()).isEqualTo(last.minusDays(3));
        assertThat(paper.of(ItemKind.UNASSIGNED)).singleElement().satisfies(item -> {
            assertThat(item.amount()).isEqualTo(AClosing.money("126.87"));
            assertThat(item.text()).contains("和谐物业");
        });
        assertThat(paper.unexplained().isZero()).isTrue();
        assertThat(paper.agrees()).isTrue();
        CurrentUser maker = AFundAccount.municipal("何编制");
        CurrentUser signer = AFundAccount.municipal("宋签认");
        papers.make(month, account, ReconciliationService.NONE, null, "", maker);
        papers.sign(month, account, 0, signer);
        AClosing.signAllBut(account, month, maker, signer, context);
        service.confirm(month, signer);
    }

    @Test
    void aLineThatCameTooLateForTheMonthIsTheBanksAlone() {
        ClosingId closing = service.begin(month, clerk);
        ABankFile.of(NUMBER, "126.87")
                .in(last, "10.00", "王建国", "6222000033334444", "补缴")
                .keep(account, clerk, context);
        worked(closing);

        ReconciliationView paper = papers.get(month, account);
        assertThat(paper.told()).isEqualTo(AClosing.money("136.87"));
        assertThat(paper.bank()).isEqualTo(AClosing.money("126.87"));
        assertThat(paper.sum(ItemKind.BANK_ONLY)).isEqualTo(AClosing.money("10"));
        assertThat(paper.of(ItemKind.UNASSIGNED)).hasSize(1);
        assertThat(paper.agrees()).isTrue();
    }
}
