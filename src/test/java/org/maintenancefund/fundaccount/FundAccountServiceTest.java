package org.maintenancefund.fundaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts, by two people, whose area's money lies in them, and what was there from the beginning. */
@IntegrationTest
@Transactional
class FundAccountServiceTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    AnOpening openings;

    @Autowired
    AFundAccount accounts;

    @Autowired
    FundAccountService service;

    @Autowired
    FundAccounts published;

    @Autowired
    AreaAccounts areas;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;
    private String number;

    @BeforeEach
    void anArea() {
        managed = ManagedArea.named("存金苑", world, register, transaction, "1 栋");
        number = AFundAccount.nextNumber();
    }

    private UnitId flat(String door) {
        return units.register(managed.id(), AUnit.at("1 栋", door).told(), managed.ofOffice());
    }

    private void approved(String balance, UnitId... flats) {
        openings.begun(managed, new Money(Money.parse(balance).value().fen() * flats.length).toString());
        for (UnitId flat : flats) {
            openings.entered(managed, flat, null, balance);
        }
        openings.checked(managed, managed.ofCompany());
        openings.approved(managed, world.clerk());
    }

    /** 专户, 期初待分 and 分户账 as debits less credits. */
    private List<String> books(FundAccountId account) {
        return jdbc.sql(
                        "SELECT p.part || ' ' || sum(p.amount) FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id"
                                + " WHERE e.account_id = ? GROUP BY p.part HAVING sum(p.amount) <> 0 ORDER BY p.part")
                .param(account.value())
                .query(String.class)
                .list();
    }

    private void assertSound() {
        jdbc.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
        assertThat(invariants.violations()).isEmpty();
    }

    @Test
    void whatLayInItIsBookedAsTheSecondPersonConfirms() {
        FundAccountId account = accounts.proposed(number, "1000.00");
        assertThat(published.find(account)).isEmpty();
        assertThat(books(account)).isEmpty();

        service.confirm(account, 0, accounts.colleague());

        assertThat(published.find(account))
                .get()
                .extracting(FundAccountView::number)
                .isEqualTo(number);
        assertThat(books(account)).containsExactly("BANK 100000", "OPENING -100000");
        assertSound();
    }

    @Test
    void nobodyConfirmsTheirOwnAndNobodyElseThanTheCityDoes() {
        FundAccountId account = accounts.proposed(number, "1");
        assertThatThrownBy(() -> service.confirm(account, 0, accounts.clerk())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> service.confirm(account, 0, world.clerk())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.confirm(account, 0, managed.ofCompany()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.confirm(account, 7, accounts.colleague()))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void whatIsGivenBackIsToldAnewAndWhoToldItLastDoesNotConfirm() {
        FundAccountId account = accounts.proposed(number, "1");
        service.giveBack(account, 0, "与对账单不符", accounts.colleague());
        assertThat(service.get(account).returnReason()).isEqualTo("与对账单不符");
        assertThatThrownBy(() -> service.confirm(account, service.get(account).version(), accounts.colleague()))
                .isInstanceOf(Refusal.class);

        service.revise(
                account, service.get(account).version(), AFundAccount.details(number, "2"), accounts.colleague());
        int seen = service.get(account).version();
        assertThatThrownBy(() -> service.confirm(account, seen, accounts.colleague()))
                .isInstanceOf(Refusal.class);
        service.confirm(account, seen, accounts.clerk());
        assertThat(books(account)).containsExactly("BANK 200", "OPENING -200");
        assertThatThrownBy(() -> service.revise(
                        account, service.get(account).version(), AFundAccount.details(number, "3"), accounts.clerk()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void anAccountIsThereOnce() {
        accounts.proposed(number, "1");
        assertThatThrownBy(() -> accounts.proposed(number, "1"))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).reason().code())
                .isEqualTo(FundAccountService.TAKEN);
    }

    @Test
    void approvedOpeningsAreBookedAsTheAreaGetsItsAccountAndOnlyOnce() {
        UnitId first = flat("101");
        UnitId second = flat("102");
        approved("30", first, second);
        FundAccountId account = accounts.confirmed(number, "100");

        accounts.keeps(account, managed.id());

        assertThat(books(account)).containsExactly("BANK 10000", "HOUSEHOLD -6000", "OPENING -4000");
        areas.assign(List.of(managed.id()), accounts.empty(), month(3), accounts.clerk());
        assertThat(books(account)).as("and not again").contains("HOUSEHOLD -6000");
        assertSound();
    }

    @Test
    void openingsOfAnAreaThatHasAnAccountAreBookedAsTheDistrictApprovesThem() {
        FundAccountId account = accounts.confirmed(number, "0");
        accounts.keeps(account, managed.id());

        approved("30", flat("101"));
        approved("0", flat("102"));

        assertThat(books(account)).containsExactly("HOUSEHOLD -3000", "OPENING 3000");
        assertThat(jdbc.sql("SELECT count(*) FROM area_opening WHERE account_id = ?")
                        .param(account.value())
                        .query(Long.class)
                        .single())
                .as("a sheet without money is done, too")
                .isEqualTo(2);
        assertSound();
    }

    private YearMonth month(int ahead) {
        return YearMonth.from(world.today()).plusMonths(ahead);
    }

    @Test
    void anAreaChangesItsAccountFromAFirstOfAMonthOn() {
        FundAccountId first = accounts.empty();
        FundAccountId second = accounts.empty();
        accounts.keeps(first, managed.id());
        areas.assign(List.of(managed.id()), second, month(1), accounts.clerk());

        assertThat(published.ofAreaOn(managed.id(), month(0).atEndOfMonth()))
                .get()
                .extracting(FundAccountView::id)
                .isEqualTo(first);
        assertThat(published.ofAreaOn(managed.id(), month(1).atDay(1)))
                .get()
                .extracting(FundAccountView::id)
                .isEqualTo(second);
        assertThat(published.ofAreaOn(managed.id(), AFundAccount.DAY)).isEmpty();
        assertThatThrownBy(() -> areas.assign(List.of(managed.id()), first, month(1), accounts.clerk()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> areas.assign(List.of(managed.id()), second, month(2), accounts.clerk()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> areas.assign(List.of(managed.id()), first, month(-30), accounts.clerk()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> areas.assign(List.of(managed.id()), first, month(5), world.clerk()))
                .isInstanceOf(NotFound.class);
    }
}
