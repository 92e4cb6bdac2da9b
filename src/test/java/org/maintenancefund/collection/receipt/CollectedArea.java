package org.maintenancefund.collection.receipt;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.invariant.Violation;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An area in which an office collects since a year ago, at 0.25 元 a square metre, opened from the month before this one on; bills
 * are made by runs of two people. What was decided a year ago can't be decided today, so it is written as it would stand.
 */
public final class CollectedArea {

    private final ManagedArea managed;
    private final World world;
    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final CurrentUser clerk;
    private final CurrentUser colleague;

    private CollectedArea(ManagedArea managed, World world, ApplicationContext context) {
        this.managed = managed;
        this.world = world;
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.clerk = managed.ofOffice();
        this.colleague = world.personOf(managed.office());
    }

    /**
     * With the buildings 1 栋 and 2 栋.
     *
     * @param world the test's own, so that its clerks are of the area's district
     */
    public static CollectedArea named(String name, World world, ApplicationContext context) {
        ManagedArea managed = ManagedArea.named(
                name,
                world,
                context.getBean(AreaRegister.class),
                context.getBean(TransactionTemplate.class),
                "1 栋",
                "2 栋");
        world.settingsOfCollection();
        CollectedArea collected = new CollectedArea(managed, world, context);
        LocalDate today = world.today();
        collected.manageSince(today.minusYears(1));
        collected.mandate(managed.office().value(), today.minusYears(1), today.plusMonths(11));
        collected.standards("0.25", YearMonth.from(today).minusMonths(12));
        collected.open(YearMonth.from(today).minusMonths(1));
        return collected;
    }

    public AreaId id() {
        return managed.id();
    }

    public ManagedArea managed() {
        return managed;
    }

    /** 郑负责 of the office, who records. */
    public CurrentUser clerk() {
        return clerk;
    }

    /** Somebody else of the office, who confirms. */
    public CurrentUser colleague() {
        return colleague;
    }

    /** The month before this one, the first that is billed. */
    public YearMonth first() {
        return thisMonth().minusMonths(1);
    }

    public YearMonth thisMonth() {
        return YearMonth.from(today());
    }

    public LocalDate today() {
        return world.today();
    }

    public UnitId unit(AUnit unit) {
        return context.getBean(UnitService.class).register(id(), unit.told(), clerk);
    }

    /** A flat of 89.58 ㎡ in 1 栋, 22.40 a month, of 王建国. */
    public UnitId flat(String door) {
        return unit(AUnit.at("1 栋", door));
    }

    /** 出账 of a month, proposed by one and confirmed by the other. */
    public void bill(YearMonth month) {
        RunService runs = context.getBean(RunService.class);
        runs.confirm(id(), runs.propose(id(), month, null, "首月", clerk), colleague);
    }

    /** What a unit pays, in cash today, by its owner; nothing is asked. */
    public NewReceipt payment(UnitId unit, String amount) {
        return payment(unit, amount, today());
    }

    public NewReceipt payment(UnitId unit, String amount, LocalDate day) {
        return new NewReceipt(
                unit,
                Money.parsePositive(amount).value(),
                day,
                PaymentWay.CASH,
                ReceivedFrom.OWNER,
                "王建国",
                List.of(),
                null,
                "");
    }

    /** Records it, whatever is asked. */
    public ReceiptNumber receive(NewReceipt told) {
        return receive(told, clerk);
    }

    public ReceiptNumber receive(NewReceipt told, CurrentUser by) {
        return Objects.requireNonNull(context.getBean(ReceiptService.class)
                .receive(id(), told, doubts -> true, by)
                .number());
    }

    /** Reverses it by two people. */
    public ReceiptNumber reverse(ReceiptNumber number) {
        ReversalService reversals = context.getBean(ReversalService.class);
        reversals.propose(number, "登记错户", clerk);
        return reversals.confirm(number, proposal(number), colleague);
    }

    /** The proposal that waits for the second person. */
    public UUID proposal(ReceiptNumber number) {
        return jdbc.sql("SELECT v.id FROM receipt_reversal v JOIN receipt r ON r.id = v.receipt_id"
                        + " WHERE r.number = :number AND v.state = 'PROPOSED'")
                .param("number", number.value())
                .query(UUID.class)
                .single();
    }

    /** What is open of a unit by month, in words: 2026-11 22.40. */
    public List<String> open(UnitId unit) {
        return jdbc.sql("SELECT to_char(period, 'YYYY-MM') || ' ' || to_char(open / 100.0, 'FM999990.00')"
                        + " FROM bill_open WHERE unit_id = :unit ORDER BY period")
                .param("unit", unit.value())
                .query(String.class)
                .list();
    }

    public Money prepaid(UnitId unit) {
        return context.getBean(ReceiptRegister.class).prepaid(unit);
    }

    /** Billed, received, allocated, open and 预存 of the area. */
    public List<String> figures() {
        return jdbc.sql("SELECT to_char(fen / 100.0, 'FM999990.00') FROM (VALUES"
                        + " (1, (SELECT coalesce(sum(amount + adjusted), 0) FROM bill WHERE area_id = :area)),"
                        + " (2, (SELECT coalesce(sum(amount), 0) FROM receipt WHERE area_id = :area)),"
                        + " (3, (SELECT coalesce(sum(allocated), 0) FROM bill WHERE area_id = :area)),"
                        + " (4, (SELECT coalesce(sum(open), 0) FROM bill_open WHERE area_id = :area)),"
                        + " (5, (SELECT coalesce(sum(amount - allocated), 0) FROM receipt WHERE area_id = :area"
                        + " AND NOT reversed AND reverses IS NULL))) AS f(place, fen) ORDER BY place")
                .param("area", id().value())
                .query(String.class)
                .list();
    }

    /** What must hold of the records and doesn't, here or anywhere. */
    public List<Violation> violations() {
        return context.getBean(InvariantService.class).violations();
    }

    /** The mandate is of somebody else from that day on, whatever area it is in by now. */
    public void endMandate(LocalDate last) {
        endMandateOf(managed.company(), last);
    }

    /** The same of whoever collects there. */
    public void endMandateOf(EnterpriseId company, LocalDate last) {
        jdbc.sql("UPDATE collection_mandate SET valid_to = :last, end_reason = 'ASSOCIATION_ENDED', ended_at = now()"
                        + " WHERE enterprise_id = :company")
                .param("last", last)
                .param("company", company.value())
                .update();
    }

    /** The company manages the area itself from today on and collects by a mandate of its own, in place of its office. */
    public void passToCompany() {
        world.association(managed.committee(), managed.company(), null, today(), today().plusYears(1));
        world.mandate(managed.committee(), today(), today().plusMonths(11));
    }

    private void manageSince(LocalDate day) {
        jdbc.sql("UPDATE association SET contract_starts_on = :day, effective_from = :day WHERE area_id = :area")
                .param("day", day)
                .param("area", id().value())
                .update();
        // A test of one transaction has it in its memory as it was.
        context.getBean(EntityManager.class).clear();
    }

    private void mandate(UUID office, LocalDate from, LocalDate to) {
        jdbc.sql(
                        "INSERT INTO collection_mandate (id, area_id, committee_id, enterprise_id, office_id, association_id, valid_from,"
                                + " valid_to, granted_to, approved_by, approved_at, version)"
                                + " SELECT gen_random_uuid(), s.area_id, s.committee_id, s.enterprise_id, :office, s.id, :from, :to, :to,"
                                + " s.approved_by, now(), 0 FROM association s WHERE s.area_id = :area")
                .param("area", id().value())
                .param("office", office)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private void standards(String rate, YearMonth from) {
        jdbc.sql("INSERT INTO charge_standard (id, area_id, use, lift, rate, valid_from, document, state, decided_by,"
                        + " decided_by_name, decided_at, approved_by, version)"
                        + " SELECT gen_random_uuid(), m.area_id, k.use, l.lift, :rate, :from, '业主大会决议', 'IN_FORCE', m.id, '陈晓梅',"
                        + " now(), m.approved_by, 0 FROM collection_mandate m, (VALUES ('RESIDENTIAL'), ('COMMERCIAL')) AS k(use),"
                        + " (VALUES (true), (false)) AS l(lift) WHERE m.area_id = :area")
                .param("area", id().value())
                .param("rate", Rate.parse(rate).value().tenThousandths())
                .param("from", from.atDay(1))
                .update();
    }

    /** Another rate for flats of that kind from a month on. */
    public void standard(boolean lift, String rate, YearMonth from) {
        jdbc.sql("INSERT INTO charge_standard (id, area_id, use, lift, rate, valid_from, document, state, decided_by,"
                        + " decided_by_name, decided_at, approved_by, version)"
                        + " SELECT gen_random_uuid(), s.area_id, s.use, s.lift, :rate, :from, s.document, s.state, s.decided_by,"
                        + " s.decided_by_name, s.decided_at, s.approved_by, 0 FROM charge_standard s"
                        + " WHERE s.area_id = :area AND s.use = 'RESIDENTIAL' AND s.lift = :lift")
                .param("area", id().value())
                .param("lift", lift)
                .param("rate", Rate.parse(rate).value().tenThousandths())
                .param("from", from.atDay(1))
                .update();
    }

    private void open(YearMonth first) {
        jdbc.sql(
                        "INSERT INTO collection_start (area_id, first_month, mandate_id, opened_by, opened_by_name, opened_at)"
                                + " SELECT m.area_id, :first, m.id, m.id, '郑负责', now() FROM collection_mandate m WHERE m.area_id = :area")
                .param("area", id().value())
                .param("first", first.atDay(1))
                .update();
    }
}
