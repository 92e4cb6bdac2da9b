package org.maintenancefund.unit.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.web.ConstraintMessages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses of opening balances, whoever asks and by whatever way. */
@IntegrationTest
@Transactional
class OpeningConstraintsTest {

    private static final String SHEET = "UPDATE opening_sheet SET ";
    private static final String CHECK =
            SHEET + "state = 'CHECKED', checked_by_name = '周敏', checked_at = now(), units = 1,"
                    + " total = 10000, checked_by = ";

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    AnOpening an;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;
    private UnitId unit;
    private OpeningId sheet;

    @BeforeEach
    void aDraftOfOneLine() {
        managed = ManagedArea.named("守则苑", world, register, transaction, "1 栋");
        unit = units.register(managed.id(), AUnit.at("1 栋", "101").told(), managed.ofOffice());
        sheet = an.begun(managed, "100.00");
        an.entered(managed, unit, "200.00", "100.00");
        entities.flush();
    }

    private void refuses(String constraint, String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement
                                .replace(":sheet", "'" + sheet + "'")
                                .replace(":unit", "'" + unit + "'")
                                .replace(":office", "'" + managed.ofOffice().operatorId() + "'"))
                        .update())
                .satisfies(failure -> assertThat(ConstraintMessages.constraintName(failure))
                        .as(failure.getMessage())
                        .hasValue(constraint));
    }

    private void approved() {
        an.checked(managed, managed.ofCompany());
        an.approved(managed, world.clerk());
        entities.flush();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ck_opening_line_balance | UPDATE opening_line SET balance = -1 WHERE unit_id = :unit",
                "ck_opening_line_original | UPDATE opening_line SET original = 0 WHERE unit_id = :unit",
                "ck_opening_sheet_taken_over | UPDATE opening_sheet SET taken_over = -1 WHERE id = :sheet",
                "ck_opening_sheet_state | INSERT INTO opening_sheet SELECT made.* FROM opening_sheet s,"
                        + " jsonb_populate_record(s, jsonb_build_object('state', 'OTHER', 'units', 1, 'total', 10000,"
                        + " 'checked_by', gen_random_uuid(), 'checked_by_name', '周敏', 'checked_at', now())) made WHERE s.id = :sheet",
                "ck_opening_sheet_next_state | UPDATE opening_sheet SET state = 'APPROVED' WHERE id = :sheet",
                "ck_opening_sheet_approved | UPDATE opening_sheet SET approved_at = now() WHERE id = :sheet",
                "ck_opening_sheet_returned | UPDATE opening_sheet SET return_reason = '无' WHERE id = :sheet",
                "ck_opening_sheet_checked | UPDATE opening_sheet SET checked_at = now() WHERE id = :sheet",
                "pk_opening_line | INSERT INTO opening_line SELECT * FROM opening_line WHERE unit_id = :unit"
            })
    void aDraftKeepsItsRules(String constraint, String statement) {
        refuses(constraint, statement);
    }

    @Test
    void whoEnteredALineDoesNotCheckAlsoWhereAnotherTypedTheAmount() {
        an.told(managed, "100.00", "", managed.ofCompany());
        entities.flush();

        refuses("ck_opening_sheet_two_people", CHECK + ":office WHERE id = :sheet");
    }

    @Test
    void whoTypedTheAmountDoesNotCheck() {
        refuses("ck_opening_sheet_two_people", CHECK + "made_by WHERE id = :sheet");
    }

    @Test
    void theSumIsThatOfTheLines() {
        refuses(
                "ck_opening_sheet_total",
                CHECK.replace("total = 10000", "total = 10001") + "gen_random_uuid() WHERE id = :sheet");
    }

    @Test
    void aDifferenceWithoutAWordDoesNotGoOn() {
        refuses(
                "ck_opening_sheet_explained",
                CHECK.replace("SET ", "SET taken_over = 9999, ") + "gen_random_uuid() WHERE id = :sheet");
    }

    @Test
    void whoCheckedDoesNotApprove() {
        an.checked(managed, managed.ofCompany());
        entities.flush();

        refuses(
                "ck_opening_sheet_three_people",
                SHEET + "state = 'APPROVED', approved_by = checked_by, approved_by_name = '周敏', approved_at = now()"
                        + " WHERE id = :sheet");
    }

    @Test
    void anAreaHasOneThatIsUnderway() {
        refuses(
                "uq_opening_sheet_underway",
                "INSERT INTO opening_sheet SELECT made.* FROM opening_sheet s, jsonb_populate_record(s,"
                        + " jsonb_build_object('id', gen_random_uuid())) made WHERE s.id = :sheet");
    }

    @Test
    void aLineIsOfAUnitOfTheSheetsArea() {
        ManagedArea other = ManagedArea.named("外则苑", world, register, transaction, "1 栋");
        UnitId theirs = units.register(other.id(), AUnit.at("1 栋", "101").told(), other.ofOffice());

        refuses(
                "ck_opening_line_area",
                "INSERT INTO opening_line SELECT made.* FROM opening_line l, jsonb_populate_record(l,"
                        + " jsonb_build_object('unit_id', '" + theirs + "')) made WHERE l.unit_id = :unit");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ck_opening_line_draft | UPDATE opening_line SET balance = 1 WHERE unit_id = :unit",
                "ck_opening_line_draft | DELETE FROM opening_line WHERE unit_id = :unit",
                "ck_opening_sheet_approved_stays | UPDATE opening_sheet SET taken_over = 1 WHERE id = :sheet",
                "ck_opening_sheet_approved_stays | UPDATE opening_sheet SET explanation = '改' WHERE id = :sheet",
                "ck_opening_sheet_approved_stays | UPDATE opening_sheet SET state = 'DRAFT' WHERE id = :sheet",
                "ck_opening_sheet_approved_stays | DELETE FROM opening_sheet WHERE id = :sheet"
            })
    void whatIsApprovedStays(String constraint, String statement) {
        approved();

        refuses(constraint, statement);
    }

    @Test
    void whileItIsCheckedNoLineComesOrChanges() {
        an.checked(managed, managed.ofCompany());
        entities.flush();

        refuses("ck_opening_line_draft", "UPDATE opening_line SET balance = 1 WHERE unit_id = :unit");
    }
}
