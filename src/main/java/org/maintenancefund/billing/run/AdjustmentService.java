package org.maintenancefund.billing.run;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.PrepaidParticipant;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.run.NamedUnits.NamedUnit;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 账单调整, by two of those who collect in the area. What is open of a bill never becomes less than nothing: what was paid on it is
 * the least that it can be adjusted to.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class AdjustmentService {

    private final AdjustmentRepository adjustments;
    private final NamedUnits units;
    private final CollectionRights rights;
    private final ObjectProvider<PrepaidParticipant> prepaid;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The bill as it stands, locked. */
    private record Bill(RunId run, Money due, Money allocated) {}

    /** All of a unit, the latest first; whoever calls has asked who may see them. */
    @Transactional(readOnly = true)
    public List<BillAdjustment> of(UnitId unit) {
        return adjustments.of(unit);
    }

    /**
     * Proposes one.
     *
     * @throws Refusal where there is no such bill, more was paid than would be left, or another one waits to be decided
     */
    public AdjustmentId propose(NewAdjustment told, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        NamedUnit unit = collected(told.unit(), user);
        locks.lockShared(Purpose.BILLING, unit.area().toString());
        Bill bill = lock(unit, told.period());
        requireRoom(bill, told.amount());
        adjustments.waiting(told.unit(), told.period()).ifPresent(waiting -> {
            throw Refusal.because("billing.adjustment.refusal.waits-already", told.period(), waiting.proposedByName());
        });
        BillAdjustment adjustment = BillAdjustment.proposed(told, bill.run(), user, clock.instant());
        adjustments.saveAndFlush(adjustment);
        trail.record(event("BILL_ADJUSTMENT_PROPOSED", unit, adjustment)
                .change("reason", null, told.reason())
                .change("document", null, told.document()));
        return adjustment.id();
    }

    /**
     * 确认, by another person: the bill is that much more or less from now on.
     *
     * @throws Refusal where the same person proposed it, it was decided, or meanwhile more was paid than would be left
     */
    public void confirm(UnitId unitId, AdjustmentId id, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        NamedUnit unit = collected(unitId, user);
        // Alone, since what is left of a payment pays what the bill is more: nobody pays there meanwhile.
        locks.lock(Purpose.BILLING, unit.area().toString());
        BillAdjustment adjustment = lock(unit, id);
        adjustment.decide(AdjustmentState.CONFIRMED, user, clock.instant());
        requireRoom(lock(unit, adjustment.period()), adjustment.amount());
        adjustments.saveAndFlush(adjustment);
        jdbc.sql("UPDATE bill b SET adjusted = b.adjusted + :fen WHERE b.unit_id = :unit AND b.period = :period")
                .param("fen", adjustment.amount().fen())
                .param("unit", unit.id().value())
                .param("period", adjustment.period().atDay(1))
                .update();
        if (adjustment.amount().isPositive()) {
            prepaid.orderedStream().forEach(participant -> participant.raised(unit.id()));
        }
        trail.record(event("BILL_ADJUSTMENT_CONFIRMED", unit, adjustment)
                .change("proposedBy", null, adjustment.proposedByName()));
    }

    /** 不同意, by another person. */
    public void reject(UnitId unitId, AdjustmentId id, CurrentUser user) {
        NamedUnit unit = collected(unitId, user);
        BillAdjustment adjustment = lock(unit, id);
        adjustment.decide(AdjustmentState.REJECTED, user, clock.instant());
        trail.record(event("BILL_ADJUSTMENT_REJECTED", unit, adjustment));
    }

    /** Taken back by who proposed it, before anybody decided. */
    public void withdraw(UnitId unitId, AdjustmentId id, CurrentUser user) {
        NamedUnit unit = collected(unitId, user);
        BillAdjustment adjustment = lock(unit, id);
        adjustment.withdraw(user);
        trail.record(event("BILL_ADJUSTMENT_WITHDRAWN", unit, adjustment));
    }

    private NamedUnit collected(UnitId id, CurrentUser user) {
        NamedUnit unit = units.get(id);
        rights.takenOver(unit.area(), user);
        return unit;
    }

    private BillAdjustment lock(NamedUnit unit, AdjustmentId id) {
        return adjustments
                .lock(id)
                .filter(adjustment -> adjustment.unit().equals(unit.id()))
                .orElseThrow(() -> new NotFound("adjustment " + id));
    }

    private Bill lock(NamedUnit unit, YearMonth period) {
        return jdbc.sql("SELECT b.run_id, b.amount + b.adjusted AS due, b.allocated FROM bill b"
                        + " WHERE b.unit_id = :unit AND b.period = :period FOR UPDATE")
                .param("unit", unit.id().value())
                .param("period", period.atDay(1))
                .query((row, i) -> new Bill(
                        new RunId(row.getObject("run_id", UUID.class)),
                        new Money(row.getLong("due")),
                        new Money(row.getLong("allocated"))))
                .optional()
                .orElseThrow(() -> Refusal.because("billing.adjustment.refusal.no-bill", period));
    }

    private static void requireRoom(Bill bill, Money amount) {
        Money room = bill.due().minus(bill.allocated());
        if (room.plus(amount).isNegative()) {
            throw Refusal.because("billing.adjustment.refusal.too-much", bill.due(), bill.allocated(), room);
        }
    }

    private static AuditEvent event(String action, NamedUnit unit, BillAdjustment adjustment) {
        return AuditEvent.of(action)
                .on("unit", unit.id(), unit.number())
                .change("period", null, adjustment.period())
                .change("amount", null, adjustment.amount());
    }
}
