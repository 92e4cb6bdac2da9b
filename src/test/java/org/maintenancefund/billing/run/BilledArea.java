package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.billing.start.StartService;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An area of the worked month, whose office has a mandate and has opened it from this month on, and what tests ask of its bills. */
public abstract class BilledArea {

    @Autowired
    protected World world;

    @Autowired
    protected AreaRegister register;

    @Autowired
    protected PropertyAreas areas;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected UnitService units;

    @Autowired
    protected AChargeStandard aStandard;

    @Autowired
    protected ChargeStandards standards;

    @Autowired
    protected AnOpening anOpening;

    @Autowired
    protected AFundAccount accounts;

    @Autowired
    protected StartService starts;

    @Autowired
    protected RunService runs;

    @Autowired
    protected Bills bills;

    @Autowired
    protected EntityManager entities;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TravellingClock clock;

    protected ManagedArea managed;
    /** The first month that is billed: this one. */
    protected YearMonth month;
    /** Who proposes, and who confirms: two people of the office. */
    protected CurrentUser first;

    protected CurrentUser second;

    private Map<String, UnitId> doors;

    /** Opened with these units; a standard of 0.25 for flats and shops. */
    protected void opened(String name, AUnit... told) {
        month = YearMonth.from(world.today());
        world.settingsOfCollection();
        standard(UnitUse.RESIDENTIAL);
        standard(UnitUse.COMMERCIAL);
        managed = ManagedArea.named(name, world, register, transaction, "1 栋", "2 栋");
        first = managed.ofOffice();
        second = world.personOf(managed.office());
        world.mandate(managed.committee(), world.today(), world.today().plusYears(1));
        doors = Stream.of(told).collect(Collectors.toMap(unit -> unit.place().door(), this::registered));
        anOpening.approved(managed.id(), doors.values().iterator().next(), first, second, world.clerk());
        accounts.keeps(accounts.empty(), managed.id());
        starts.open(managed.id(), month, true, first);
    }

    /** The seven units of the worked month, in the spec's order; the last one is delivered on that day. */
    public static AUnit[] worked(LocalDate thisMonth) {
        return new AUnit[] {
            AUnit.at("1 栋", "101").of("89.58"),
            AUnit.at("1 栋", "102").of("47.90"),
            AUnit.at("1 栋", "201").of("130.66"),
            AUnit.at("1 栋", "202").of("96.37"),
            AUnit.at("1 栋", "商-01").of("350.00").usedFor(UnitUse.COMMERCIAL),
            AUnit.at("1 栋", "301").of("89.58").unsold().paidBy(AUnit.developer("云州建设公司")),
            AUnit.at("1 栋", "302").of("101.30").deliveredOn(thisMonth)
        };
    }

    protected void openedAsWorked(String name) {
        opened(name, worked(world.today().withDayOfMonth(1)));
    }

    private void standard(UnitUse use) {
        if (standards.ofCityAt(use, true, month).isEmpty()) {
            aStandard.ofCity(use, true, "0.25", month);
        }
    }

    protected UnitId registered(AUnit unit) {
        return units.register(managed.id(), unit.told(), managed.ofOffice());
    }

    protected UnitId at(String door) {
        return doors.get(door);
    }

    protected UnitView unit(UnitId id) {
        entities.clear();
        return units.get(id, managed.ofOffice()).unit();
    }

    protected AreaView area() {
        return areas.get(managed.id());
    }

    protected Trial trial(YearMonth of) {
        return runs.trial(area(), of);
    }

    /** Proposed by one. */
    protected RunId proposed(YearMonth of) {
        return runs.propose(managed.id(), of, trial(of).fingerprint(), "", first);
    }

    /** Proposed by one and confirmed by another. */
    protected RunId billed(YearMonth of) {
        RunId run = proposed(of);
        runs.confirm(managed.id(), run, second);
        return run;
    }

    /** Bills by door, in yuan, in the order of the doors. */
    protected Map<String, String> amounts(YearMonth of) {
        return jdbc
                .sql("SELECT u.door, b.amount FROM bill b JOIN named_unit u ON u.unit_id = b.unit_id"
                        + " WHERE u.area_id = :area AND b.period = :period")
                .param("area", managed.id().value())
                .param("period", of.atDay(1))
                .query((row, i) -> Map.entry(row.getString(1), new Money(row.getLong(2)).toString()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    protected long billsOf(YearMonth of) {
        return amounts(of).size();
    }

    protected String state(RunId run) {
        return jdbc.sql("SELECT state FROM billing_run WHERE id = :id")
                .param("id", run.value())
                .query(String.class)
                .single();
    }

    /** Money against bills, as a receipt does it. */
    protected void pay(UnitId unit, YearMonth of, String yuan) {
        transaction.executeWithoutResult(
                status -> bills.allocate(unit, Map.of(of, Money.parse(yuan).value())));
    }

    /** On the 15th of a month. */
    protected void in(YearMonth of, Runnable work) {
        clock.at(of.atDay(15).atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }

    protected static String sentence(Throwable refusal) {
        assertThat(refusal).isInstanceOf(Refusal.class);
        return Messages.of(((Refusal) refusal).reason());
    }

    protected static <T> List<String> each(List<T> rows, Function<T, String> words) {
        return rows.stream().map(words).toList();
    }
}
