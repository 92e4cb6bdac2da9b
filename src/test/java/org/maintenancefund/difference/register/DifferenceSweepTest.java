package org.maintenancefund.difference.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.DifferenceOwner;
import org.maintenancefund.difference.DifferenceSource;
import org.maintenancefund.difference.Differences;
import org.maintenancefund.difference.NewDifference;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the system does every night with what a source tells. */
@IntegrationTest
@Transactional
class DifferenceSweepTest {

    /** Slips of a made-up feature, in a table of its own. */
    private static final class Slips implements DifferenceSource {

        @Override
        public DifferenceKind kind() {
            return DifferenceKind.SLIP_NOT_ARRIVED;
        }

        @Override
        public String sql() {
            return "SELECT s.number AS reference, s.number AS subject, NULL::uuid AS account_id, NULL::uuid AS area_id,"
                    + " NULL::uuid AS company_id, s.district_id, s.amount, s.day, '/slips/' || s.number AS link"
                    + " FROM made_up_slip s WHERE s.day <= :until";
        }

        @Override
        public int patience() {
            return 5;
        }
    }

    @Autowired
    World world;

    @Autowired
    DifferenceSweep sweep;

    @Autowired
    Differences differences;

    @Autowired
    DifferenceService service;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aTableOfSlips() {
        jdbc.sql(
                        "CREATE TEMP TABLE made_up_slip (number text, district_id uuid, amount bigint, day date) ON COMMIT DROP")
                .update();
    }

    private void slip(String number, LocalDate day) {
        jdbc.sql("INSERT INTO made_up_slip VALUES (:number, :district, 12678, :day)")
                .param("number", number)
                .param("district", world.district().id().value())
                .param("day", day)
                .update();
    }

    private List<String> live() {
        return jdbc.sql("SELECT reference FROM open_difference WHERE kind = 'SLIP_NOT_ARRIVED' ORDER BY reference")
                .query(String.class)
                .list();
    }

    private DifferenceView view(String reference) {
        return service.get(
                jdbc.sql("SELECT number FROM difference WHERE reference = :reference ORDER BY number DESC LIMIT 1")
                        .param("reference", reference)
                        .query((row, i) -> new DifferenceNumber(row.getString(1)))
                        .single(),
                world.municipal());
    }

    @Test
    void whatStandsForTooLongIsRaisedOnce() {
        slip("JC-1", world.today().minusDays(5));
        slip("JC-2", world.today().minusDays(4));

        sweep.ask(new Slips());
        sweep.ask(new Slips());

        assertThat(live()).containsExactly("JC-1");
        DifferenceView raised = view("JC-1");
        assertThat(raised.amount()).isEqualTo(new Money(12_678));
        assertThat(raised.owner()).isEqualTo(DifferenceOwner.DISTRICT);
        assertThat(raised.link()).isEqualTo("/slips/JC-1");
        assertThat(raised.raisedByName()).isNull();
        assertThat(raised.dueOn()).isAfter(world.today());
        assertThat(service.remarks(raised.number())).hasSize(1);
        assertThat(invariants.violations()).isEmpty();
    }

    @Test
    void whatIsNoLongerToldIsSettledByTheSystemAlsoWhereAPersonExplainedIt() {
        slip("JC-1", world.today().minusDays(9));
        slip("JC-2", world.today().minusDays(9));
        slip("JC-3", world.today().minusDays(9));
        sweep.ask(new Slips());
        service.explain(view("JC-2").number(), 0, "银行周末不入账", world.clerk());
        jdbc.sql("DELETE FROM made_up_slip WHERE number <> 'JC-3'").update();

        sweep.ask(new Slips());

        assertThat(live()).containsExactly("JC-3");
        assertThat(view("JC-1").isLive()).isFalse();
        assertThat(view("JC-2").isLive()).isFalse();
        assertThat(service.remarks(view("JC-2").number()).get(0).meta()).endsWith("系统");
        assertThat(invariants.violations()).isEmpty();
    }

    @Test
    void whatAPersonTookForSettledAndStillStandsIsRaisedAnew() {
        slip("JC-1", world.today().minusDays(9));
        sweep.ask(new Slips());
        DifferenceNumber first = view("JC-1").number();
        service.explain(first, 0, "以为到了", world.clerk());
        service.settle(first, 1, "到了", null, world.clerk());

        sweep.ask(new Slips());

        assertThat(view("JC-1").number()).isNotEqualTo(first);
        assertThat(live()).containsExactly("JC-1");
    }

    @Test
    void anotherKindAndWhatAPersonRaisedAreLeftAlone() {
        differences.raise(NewDifference.of(DifferenceKind.AMOUNT_OFF, "JC-1", "专户", world.today(), "", 3));
        differences.raise(
                NewDifference.of(DifferenceKind.SLIP_NOT_ARRIVED, "JC-2", "缴存单", world.today(), "银行来电", 3),
                world.municipal());

        sweep.ask(new Slips());

        assertThat(live()).containsExactly("JC-2");
        assertThat(view("JC-1").isLive()).isTrue();
    }

    @Test
    void howeverManyThereAreTwoStatementsDo() {
        for (int i = 0; i < 50; i++) {
            slip("JC-%02d".formatted(i), world.today().minusDays(9));
        }

        assertThat(Statements.of(() -> sweep.ask(new Slips())))
                .as("raised, settled, and the settings and the trail")
                .hasSizeLessThanOrEqualTo(4);
        assertThat(live()).hasSize(50);
    }
}
