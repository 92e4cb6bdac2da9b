package org.maintenancefund.fundaccount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Households that began with more than lay in their account: a difference as long as it is so. */
@IntegrationTest
@Transactional
class OpeningsOffTest {

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    AFundAccount accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    OpeningsOff source;

    @Autowired
    JdbcClient jdbc;

    private FundAccountId account;
    private CollectedArea area;

    @BeforeEach
    void anAccount() {
        account = accounts.confirmed("62270000889901", "100.00");
        area = CollectedArea.named("期初不符苑", world, context);
    }

    private void taken(String amount) {
        Money money = Money.parse(amount).value();
        ledger.post(new NewEntry(
                account,
                EntryKind.AREA_OPENING,
                world.today(),
                "DH-1",
                List.of(
                        Posting.debit(LedgerAccount.OPENING, money),
                        Posting.credit(area.flat(amount.substring(0, 2)), money)),
                EntryPerson.of(accounts.clerk()),
                EntryPerson.of(accounts.colleague())));
    }

    private List<String> told() {
        return jdbc.sql("SELECT d.subject || ' ' || d.amount FROM (" + source.sql()
                        + ") d WHERE d.account_id = :account")
                .param("until", world.today())
                .param("account", account.value())
                .query(String.class)
                .list();
    }

    @Test
    void lessThanWhatLiesThereIsNoneAndMoreIs() {
        taken("99.00");
        assertThat(told()).isEmpty();
        taken("10.00");
        assertThat(told()).singleElement().asString().endsWith("9901 900");
    }
}
