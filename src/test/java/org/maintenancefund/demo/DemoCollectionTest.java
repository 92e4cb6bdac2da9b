package org.maintenancefund.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo city's two communities whose fund is collected have what README's walk and the pages want to show. */
@DemoCityTest
class DemoCollectionTest {

    private static final String OF_AREA = " JOIN named_area a ON a.id = b.area_id WHERE a.name = :name ";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InvariantService invariants;

    @Autowired
    private UnitLookup units;

    @Autowired
    private PropertyAreas areas;

    @Test
    void whatMustHoldHolds() {
        assertThat(invariants.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({DemoSmallCommunity.NAME + ", 60", DemoLargeCommunity.NAME + ", 1600"})
    void bothHaveTheirUnitsAndThreeBilledMonths(String name, long units) {
        assertThat(count("FROM named_unit b" + OF_AREA, name)).isEqualTo(units);
        assertThat(count("FROM billing_run b" + OF_AREA + "AND b.state = 'BILLED'", name))
                .isEqualTo(3);
        assertThat(count("FROM billing_run b" + OF_AREA + "AND b.proposed_by = b.confirmed_by", name))
                .isZero();
    }

    @Test
    void theSmallOneHasBillsAndReceiptsOfEachKind() {
        String bills = "FROM bill b" + OF_AREA;
        String receipts = "FROM receipt b" + OF_AREA;
        for (String some : List.of(
                bills + "AND b.allocated = b.amount",
                bills + "AND b.allocated = 0",
                bills + "AND b.allocated > 0 AND b.allocated < b.amount",
                bills + "AND b.adjusted < 0",
                receipts + "AND b.allocated < b.amount AND NOT b.reversed AND b.reverses IS NULL",
                receipts + "AND b.reversed",
                receipts + "AND b.reverses IS NOT NULL",
                receipts + "AND b.payer_kind = 'TENANT'",
                receipts + "AND b.external_number IS NOT NULL")) {
            assertThat(count(some, DemoSmallCommunity.NAME)).as(some).isPositive();
        }
        assertThat(count(
                        "FROM named_unit b" + OF_AREA
                                + "AND NOT EXISTS (SELECT FROM bill x WHERE x.unit_id = b.unit_id)",
                        DemoSmallCommunity.NAME))
                .as("units that are exempt or not handed over")
                .isEqualTo(2);
    }

    @Test
    void bothHaveTheirMoneyInTheCitysAccountAndSomeOfItIsNobodysYet() {
        // Other tests have accounts of their own, and money in them.
        assertThat(ofAccount("SELECT count(*) FROM area_kept_in k WHERE k.account_id = f.id"))
                .isEqualTo(2);
        assertThat(ofAccount("SELECT sum(b.balance) FROM household_balance b WHERE b.account_id = f.id"))
                .isEqualTo(ofAccount("SELECT sum(o.balance) FROM unit_opening_balance o"
                                + " JOIN named_unit u ON u.unit_id = o.unit_id WHERE u.area_id IN"
                                + " (SELECT k.area_id FROM area_kept_in k WHERE k.account_id = f.id)")
                        + ofAccount("SELECT sum(s.amount) FROM remittance_slip s"
                                + " WHERE s.account_id = f.id AND s.state = 'BOOKED'"));
        assertThat(ofAccount("SELECT -sum(p.amount) FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id"
                        + " WHERE p.part = 'OPENING' AND e.account_id = f.id"))
                .isBetween(1L, 100_000_00L);
    }

    /** What a statement says of the city's account {@code f}. */
    private long ofAccount(String sql) {
        return jdbc.sql("SELECT (" + sql + ") FROM named_fund_account f WHERE f.number = ?")
                .param(DemoFundAccounts.NUMBER)
                .query(Long.class)
                .single();
    }

    @Test
    void mostOfTheLargeOneHavePaidAndEachStateIsThere() {
        String bills = "FROM bill b" + OF_AREA;
        String receipts = "FROM receipt b" + OF_AREA;
        long billed = count(bills, DemoLargeCommunity.NAME);
        assertThat(count(bills + "AND b.allocated = b.amount", DemoLargeCommunity.NAME))
                .as("paid, of %s bills", billed)
                .isBetween(billed * 3 / 4, billed * 9 / 10);
        assertThat(count(
                        bills + "AND b.allocated = 0 AND b.period = (SELECT min(x.period) FROM bill x"
                                + " WHERE x.area_id = b.area_id)",
                        DemoLargeCommunity.NAME))
                .as("in arrears since the first month")
                .isEqualTo(100);
        for (String some : List.of(
                bills + "AND b.allocated > 0 AND b.allocated < b.amount",
                receipts
                        + "AND (SELECT count(*) = 3 AND sum(x.amount) = b.amount FROM bill x WHERE x.unit_id = b.unit_id)",
                receipts + "AND b.reversed",
                receipts + "AND b.reverses IS NOT NULL AND b.recorded_by <> (SELECT x.recorded_by FROM receipt x"
                        + " WHERE x.id = b.reverses)",
                receipts + "AND b.external_number IS NOT NULL")) {
            assertThat(count(some, DemoLargeCommunity.NAME)).as(some).isPositive();
        }
    }

    @Test
    void bothHaveUnsoldUnitsThatTheirBuildersPayForAndTheSmallOneAnExemptOne() {
        String facts = "FROM unit_fact b" + OF_AREA;
        for (String name : List.of(DemoSmallCommunity.NAME, DemoLargeCommunity.NAME)) {
            assertThat(count(facts + "AND NOT b.sold", name)).as(name).isPositive();
            assertThat(count(
                            "FROM receipt b" + OF_AREA + "AND b.unit_id IN (SELECT f.unit_id FROM unit_fact f"
                                    + " WHERE NOT f.sold) AND b.payer_name LIKE '%有限公司'",
                            name))
                    .as(name)
                    .isPositive();
        }
        assertThat(count(facts + "AND NOT b.liable", DemoSmallCommunity.NAME)).isEqualTo(1);
        assertThat(count(facts + "AND b.sold AND b.delivered_on IS NULL", DemoSmallCommunity.NAME))
                .isEqualTo(1);
    }

    @Test
    void theMandateOfTheLargeOneEndsInSomeWeeks() {
        assertThat(count(
                        "FROM collection_mandate b" + OF_AREA
                                + "AND b.valid_to BETWEEN current_date + 14 AND current_date + 31",
                        DemoLargeCommunity.NAME))
                .isEqualTo(1);
    }

    @Test
    void aFlatIsFoundByItsBuildingEntranceAndDoor() {
        AreaId area = jdbc.sql("SELECT id FROM named_area WHERE name = ?")
                .param(DemoSmallCommunity.NAME)
                .query((row, i) -> new AreaId(row.getObject(1, UUID.class)))
                .single();

        assertThat(units.named(area, "1-1-301", areas.buildings(area), 5))
                .extracting(unit -> unit.place().shown())
                .containsExactly("1 栋 1 单元 301");
        assertThat(units.named(area, "1-301", areas.buildings(area), 5)).hasSize(2);
    }

    private long count(String from, String name) {
        return jdbc.sql("SELECT count(*) " + from)
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
