package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maintenancefund.CollectionPages.Look;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.LargeDatabase;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** {@link PagePlansTest} for the pages of the collection: with many areas that are billed and collected in, none reads a whole table. */
@IntegrationTest
@Transactional
class CollectionPlansTest {

    private static final int AREAS = 5_000;

    @Autowired
    World world;

    @Autowired
    AChargeStandard standards;

    @Autowired
    ApplicationContext context;

    @Autowired
    Pages pages;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void noPageOfTheCollectionReadsAWholeTable() {
        standards.ofCityWhereMissing(UnitUse.OFFICE, true, "0.25", YearMonth.from(world.today()));
        CollectionPages collection = new CollectionPages(world, context);
        entities.flush();
        Set<String> asked = new TreeSet<>();
        for (Look look : collection.all(0, 0)) {
            if (look.path().startsWith("/collection/statistics")) {
                // Sums of all communities over months: how long they take for a city is measured.
                continue;
            }
            // What waits for a person is asked for once in half a minute, for the header of any page.
            pages.open(look.path(), look.by());
            asked.addAll(LargeDatabase.questions(Statements.of(() -> pages.open(look.path(), look.by()))));
        }
        assertThat(asked).hasSizeGreaterThan(30);

        try (LargeDatabase large = LargeDatabase.of(jdbc)) {
            grow(large, collection.areaId().toString());
            assertThat(large.big())
                    .contains(
                            "bill",
                            "billing_run",
                            "receipt",
                            "receipt_allocation",
                            "collection_mandate",
                            "unit",
                            "declaration",
                            "declared_receipt");
            // Whether its company still collects is asked of each of a city's communities, which are thousands.
            assertThat(asked)
                    .filteredOn(statement -> !statement.contains("handover_line("))
                    .allSatisfy(statement ->
                            assertThat(large.readWhole(statement)).as(statement).isEmpty());
        }
    }

    /** The area as often as a city has areas, each with a flat, its bill and its receipt. */
    private static void grow(LargeDatabase large, String area) {
        large.fill(
                "INSERT INTO area SELECT made.* FROM area a, generate_series(1, ?) n, jsonb_populate_record(a,"
                        + " jsonb_build_object('id', gen_random_uuid(), 'code', left(a.code, 3) || lpad((n + 50000)::text, 7, '0')))"
                        + " made WHERE a.id = ?::uuid",
                AREAS,
                area);
        large.fill(
                "CREATE TEMPORARY TABLE made AS SELECT id AS area_id, gen_random_uuid() AS unit_id, gen_random_uuid() AS run_id,"
                        + " gen_random_uuid() AS mandate_id, gen_random_uuid() AS receipt_id, code,"
                        + " row_number() OVER (ORDER BY code) AS n FROM area WHERE length(code) = 10");
        large.fill("ANALYZE made");
        large.fill(
                "INSERT INTO area_building SELECT m.area_id, b.name_key, b.name, b.position, b.storeys, b.units,"
                        + " b.households, b.floor_area FROM made m, area_building b WHERE b.area_id = ?::uuid AND b.position = 0",
                area);
        copy(large, "unit", "true", "'id', m.unit_id, 'area_id', m.area_id, 'number', m.code || '-00001'");
        copy(large, "unit_version", "true", "'unit_id', m.unit_id");
        copy(large, "unit_payer", "true", "'unit_id', m.unit_id");
        large.fill("ALTER TABLE collection_mandate DROP CONSTRAINT uq_collection_mandate_application");
        large.fill(
                "INSERT INTO collection_mandate (id, area_id, committee_id, enterprise_id, office_id, association_id, valid_from,"
                        + " valid_to, granted_to, approved_by, approved_at, version) SELECT m.mandate_id, m.area_id, gen_random_uuid(),"
                        + " gen_random_uuid(), NULL, gen_random_uuid(), c.valid_from, c.valid_to, c.granted_to, c.approved_by,"
                        + " c.approved_at, 0 FROM made m, collection_mandate c WHERE c.area_id = ?::uuid",
                area);
        large.fill(
                "INSERT INTO collection_start SELECT m.area_id, s.first_month, m.mandate_id, s.opened_by, s.opened_by_name,"
                        + " s.opened_at FROM made m, collection_start s WHERE s.area_id = ?::uuid",
                area);
        copy(large, "charge_standard", "t.area_id IS NOT NULL", "'id', gen_random_uuid(), 'area_id', m.area_id");
        copy(large, "billing_run", "t.state = 'BILLED'", "'id', m.run_id, 'area_id', m.area_id");
        copy(large, "bill", "true", "'unit_id', m.unit_id, 'run_id', m.run_id, 'area_id', m.area_id");
        large.fill(
                "INSERT INTO bill_adjustment SELECT gen_random_uuid(), m.unit_id, r.period, m.run_id, 1, '补', '单', 'CONFIRMED',"
                        + " now(), gen_random_uuid(), '周敏', now(), gen_random_uuid(), '吴霞', 0 FROM made m"
                        + " JOIN billing_run r ON r.id = m.run_id");
        copy(
                large,
                "receipt",
                "t.reverses IS NULL AND NOT t.reversed AND t.external_number IS NULL AND t.enterprise_id IS NOT NULL",
                "'id', m.receipt_id, 'number', left(t.number, 11) || lpad((m.n + 100000)::text, 6, '0'),"
                        + " 'unit_id', m.unit_id, 'area_id', m.area_id, 'mandate_id', m.mandate_id,"
                        + " 'organisation_id', gen_random_uuid(), 'enterprise_id', gen_random_uuid()");
        large.fill("INSERT INTO receipt_allocation SELECT m.receipt_id, m.unit_id, r.period, 1 FROM made m"
                + " JOIN billing_run r ON r.id = m.run_id");
        large.fill("INSERT INTO receipt_reversal SELECT gen_random_uuid(), m.receipt_id, '登记错户', 'REJECTED', now(),"
                + " gen_random_uuid(), '周敏', now(), gen_random_uuid(), '吴霞', 0 FROM made m");
        large.fill(
                "CREATE TEMPORARY TABLE handed AS SELECT m.*, gen_random_uuid() AS slip_id, gen_random_uuid() AS declaration_id"
                        + " FROM made m");
        large.fill(
                "INSERT INTO remittance_slip SELECT made.* FROM handed m, remittance_slip t, jsonb_populate_record(t,"
                        + " jsonb_build_object('id', m.slip_id, 'number', left(t.number, 11) || lpad((m.n + 100000)::text, 6, '0'),"
                        + " 'enterprise_id', gen_random_uuid(), 'organisation_id', gen_random_uuid(), 'district_id', gen_random_uuid(),"
                        + " 'account_id', gen_random_uuid(), 'state', 'BOOKED', 'booked_by', gen_random_uuid(), 'booked_by_name', '吴霞', 'booked_at', now(),"
                        + " 'booked_on', now()::date, 'entry', 'FL202612-000001')) made WHERE t.ctid = (SELECT t.ctid FROM remittance_slip t"
                        + " ORDER BY t.state = 'BOOKED' DESC, t.state = 'ARRIVED' DESC, t.state = 'SUBMITTED' DESC LIMIT 1)");
        large.fill("INSERT INTO declaration SELECT made.* FROM handed m, declaration t, jsonb_populate_record(t,"
                + " jsonb_build_object('id', m.declaration_id, 'number', left(t.number, 11) || lpad((m.n + 100000)::text, 6, '0'),"
                + " 'area_id', m.area_id, 'enterprise_id', gen_random_uuid(), 'slip_id', m.slip_id, 'state', 'BOOKED')) made"
                + " WHERE t.ctid = (SELECT t.ctid FROM declaration t"
                + " ORDER BY t.state = 'BOOKED' DESC, t.state = 'CONFIRMED' DESC LIMIT 1)");
        large.fill("INSERT INTO declared_receipt SELECT m.declaration_id, m.receipt_id, 1, true FROM handed m");
        large.fill(
                "INSERT INTO remittance_arrival SELECT gen_random_uuid(), m.slip_id, 1, now()::date, m.slip_id, '何对账', now()"
                        + " FROM handed m");
        large.filled();
    }

    /** One row of a table for each area. */
    private static void copy(LargeDatabase large, String table, String which, String changes) {
        large.fill("INSERT INTO " + table + " SELECT made.* FROM made m, " + table + " t,"
                + " jsonb_populate_record(t, jsonb_build_object(" + changes + ")) made"
                + " WHERE t.ctid = (SELECT t.ctid FROM " + table + " t WHERE " + which + " LIMIT 1)");
    }
}
