package org.maintenancefund.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maintenancefund.closing.CarriedDifferences;
import org.maintenancefund.closing.CarriedDifferences.Open;
import org.maintenancefund.closing.ClosingId;
import org.maintenancefund.closing.ClosingService;
import org.maintenancefund.closing.ClosingState;
import org.maintenancefund.closing.ReconciliationService;
import org.maintenancefund.collection.remittance.HeldList;
import org.maintenancefund.fundaccount.FundAccounts;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The demo's two communities have gone on from the receipt to the household's account as README says, and as long as README's walk
 * changes nothing of it.
 */
@DemoCityTest
class DemoHandedOverTest {

    private static final String OF_ACCOUNT = " JOIN named_fund_account f ON f.id = b.account_id AND f.number = '"
            + DemoFundAccounts.NUMBER + "' WHERE true ";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HeldList held;

    @Autowired
    private ClosingService closings;

    @Autowired
    private CarriedDifferences carried;

    @Autowired
    private ReconciliationService papers;

    @Autowired
    private FundAccounts accounts;

    @Autowired
    @Qualifier("closingTask")
    private CustomTask<UUID> work;

    @Autowired
    private DemoPeople people;

    @Autowired
    private DemoDays days;

    @Test
    void theMonthsUpToTheFirstThatWasCollectedAreClosedByThreePeople() {
        YearMonth first = YearMonth.from(days.today()).minusMonths(DemoCollectionRules.MONTHS_AGO);

        assertThat(jdbc.sql("SELECT month FROM accounting_period WHERE state = 'CLOSED' ORDER BY month LIMIT 3")
                        .query((row, i) -> YearMonth.from(row.getDate(1).toLocalDate()))
                        .list())
                .containsExactly(first.minusMonths(2), first.minusMonths(1), first);
        assertThat(jdbc.sql("SELECT count(*) FROM reconciliation r JOIN period_closing c ON c.id = r.closing_id"
                                + " WHERE c.state = 'CONFIRMED' AND c.month <= ? AND r.made_by <> r.signed_by AND r.made_by <> c.begun_by"
                                + " AND r.adjusted_bank = r.adjusted_books")
                        .param(first.atDay(1))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(
                        texts(
                                "SELECT a.name FROM closing_area b JOIN named_area a ON a.id = b.area_id"
                                        + " WHERE b.month = (SELECT min(month) FROM closing_area) + interval '2 months' AND b.paid > 0"))
                .containsExactly(DemoSmallCommunity.NAME);
    }

    /** Rolled back: nobody else finds it closed. */
    @Test
    @Transactional
    void theSecondMonthCanBeClosedNext() {
        YearMonth second = YearMonth.from(days.today()).minusMonths(DemoCollectionRules.MONTHS_AGO - 1L);
        // Lines that other tests left behind.
        closings.carry(
                second,
                carried.of(second).shown().stream().collect(Collectors.toMap(Open::number, open -> "其他用例留下的")),
                people.named("demo-municipal"));
        ClosingId id = closings.begin(second, people.named("demo-municipal"));
        work.execute(work.instance(id.toString(), id.value()), null);

        assertThat(closings.attempts(second).get(0).state()).isEqualTo(ClosingState.READY);
        FundAccountId account =
                accounts.byNumber(DemoFundAccounts.NUMBER).orElseThrow().id();
        papers.make(second, account, ReconciliationService.NONE, null, "", people.named("demo-municipal-accountant"));
        papers.sign(second, account, 0, people.named("demo-municipal-colleague"));
        assertThat(papers.get(second, account).isSigned()).isTrue();
    }

    @Test
    void twoMonthsAreBookedByWhoDidNotMatchThem() {
        assertThat(count("FROM remittance_slip b" + OF_ACCOUNT + "AND b.state = 'BOOKED' AND EXISTS (SELECT FROM"
                        + " remittance_arrival x WHERE x.slip_id = b.id AND x.recorded_by <> b.booked_by)"))
                .isGreaterThanOrEqualTo(2);
        assertThat(count("FROM bank_line b" + OF_ACCOUNT + "AND b.kind = 'INTEREST' AND b.state = 'SETTLED'"))
                .isEqualTo(1);
    }

    @Test
    void oneTransferIsOffAndSomebodyLooksAfterIt() {
        assertThat(texts("SELECT concat_ws(' ', b.amount, b.owner, b.owner_name, b.state) FROM difference b"
                        + OF_ACCOUNT + "AND b.kind = 'AMOUNT_OFF'"))
                .containsExactly("9 MUNICIPAL 沈立群 OPEN");
        assertThat(count("FROM difference b WHERE b.kind = 'BY_HAND' AND b.state = 'SETTLED' AND b.amount = 37"))
                .isEqualTo(1);
        assertThat(count("FROM bank_line b" + OF_ACCOUNT + "AND b.state = 'OPEN' AND b.amount = (SELECT s.amount + 9"
                        + " FROM remittance_slip s WHERE s.number = ANY (b.slip_numbers) AND s.state = 'SUBMITTED')"))
                .isEqualTo(1);
    }

    @Test
    void theCompanyIsLateWithTheLargeOneAndHasAnOrder() {
        List<HeldList.Row> late = held.list(
                        DemoLargeCommunity.NAME,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        people.named("demo-district"))
                .slice(Cursor.start(), 9)
                .items();

        assertThat(late).hasSize(1);
        assertThat(late.get(0).days()).isGreaterThan(15);
        assertThat(late.get(0).late().isPositive()).isTrue();
        assertThat(late.get(0).order()).isNotNull();
    }

    @Test
    void theFirstMonthIsConfirmedAfterAnObjectionAndTheNextWaits() {
        assertThat(texts("SELECT b.state FROM publication b JOIN named_area a ON a.id = b.area_id WHERE a.name = '"
                        + DemoSmallCommunity.NAME + "' ORDER BY b.month"))
                .containsExactly("CONFIRMED", "PUBLISHED");
        assertThat(count("FROM publication_objection b JOIN named_area a ON a.id = b.area_id WHERE a.name = '"
                        + DemoSmallCommunity.NAME + "' AND b.answered_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void whoOwesAMonthIsRemindedAndSomeAreMet() {
        assertThat(texts("SELECT x.way FROM reminder_delivery x JOIN reminder_batch b ON b.number = x.batch"
                        + " JOIN named_area a ON a.id = b.area_id WHERE a.name = '" + DemoSmallCommunity.NAME
                        + "' ORDER BY x.place"))
                .containsExactly("HANDED", "HANDED", "POSTED", "POSTED");
        assertThat(count(
                        "FROM reminder b JOIN reminder_batch x ON x.number = b.batch JOIN named_area a ON a.id = x.area_id"
                                + " WHERE a.name = '" + DemoSmallCommunity.NAME + "' AND b.months >= 1"))
                .isGreaterThan(4);
    }

    @Test
    void whatIsTheDemosIsDoneAtTheTimesTheDemoSays() {
        assertThat(
                        count(
                                "FROM remittance_slip b" + OF_ACCOUNT + "AND EXISTS (SELECT FROM remittance_arrival x"
                                        + " WHERE x.slip_id = b.id AND CAST(x.recorded_at AT TIME ZONE 'Asia/Shanghai' AS date) = x.day + 1)"))
                .as("arrivals told on the day on which their statement was imported")
                .isGreaterThanOrEqualTo(2);
        assertThat(
                        count(
                                "FROM remittance_order b WHERE b.issued_on <> CAST(b.issued_at AT TIME ZONE 'Asia/Shanghai' AS date)"))
                .isZero();
    }

    private long count(String from) {
        return jdbc.sql("SELECT count(*) " + from).query(Long.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
