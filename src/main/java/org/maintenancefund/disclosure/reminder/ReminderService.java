package org.maintenancefund.disclosure.reminder;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.Payees;
import org.maintenancefund.billing.Payees.Payee;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes batches of reminders, by whoever collects in the area today. Locks areas as a whole and the bills of the area, alone: nobody
 * pays meanwhile, so that the figures of a reminder and of its months are of one moment.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ReminderService {

    /** Some hundred sheets; a larger area is reminded building by building. */
    public static final int MOST = 1_000;

    /** What a {@link Refusal} says of a day that is over. */
    public static final String PAY_BY_PAST = "disclosure.reminder.pay-by.past";

    private final ReminderCandidates candidates;
    private final CollectionRights rights;
    private final Payees payees;
    private final Bills bills;
    private final RunningNumbers numbers;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Makes one, with what everybody owes now.
     *
     * @throws NotFound where the person doesn't collect there today
     * @throws Refusal  where nobody is to be reminded, too many at once, or until a day that is over
     */
    public ReminderNumber make(AreaId id, NewBatch wanted, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        AreaView area = rights.collecting(id, user);
        if (wanted.payBy().isBefore(LocalDate.now(clock))) {
            throw Refusal.because(PAY_BY_PAST);
        }
        bills.lockAll(area.id());
        ReminderCandidates.Figures figures = candidates.figures(area.id(), wanted);
        if (figures.units() == 0) {
            throw Refusal.because("disclosure.reminder.none");
        }
        if (figures.units() > MOST) {
            throw Refusal.because("disclosure.reminder.too-many", figures.units(), MOST);
        }
        ReminderNumber number = new ReminderNumber(
                numbers.next(ReminderNumber.PREFIX, LocalDate.now(clock)).value());
        keep(number, area, wanted, figures, user);
        keepReminders(number, area, wanted);
        trail.record(AuditEvent.of("REMINDERS_MADE")
                .on("reminders", number, area.name())
                .change("households", null, figures.units())
                .change("amount", null, figures.total()));
        return number;
    }

    private void keep(
            ReminderNumber number,
            AreaView area,
            NewBatch wanted,
            ReminderCandidates.Figures figures,
            CurrentUser user) {
        Payee payee = payees.of(area.id(), user).orElseThrow();
        jdbc.sql(
                        "INSERT INTO reminder_batch (number, area_id, made_on, building, sold, months_at_least, amount_at_least, pay_by,"
                                + " payee, payee_address, payee_phone, units, total, made_at, made_by, made_by_name) VALUES (:number, :area,"
                                + " :today, :building, :sold, :months, :amount, :payBy, :payee, :address, :phone, :units, :total, :now, :by, :name)")
                .param("number", number.value())
                .param("area", area.id().value())
                .param("today", LocalDate.now(clock))
                .param("building", wanted.building().map(Building::name).orElse(null), Types.VARCHAR)
                .param("sold", wanted.sold().sold, Types.BOOLEAN)
                .param("months", wanted.months())
                .param("amount", wanted.amount().fen())
                .param("payBy", wanted.payBy())
                .param("payee", payee.name())
                .param("address", payee.address())
                .param("phone", payee.phone())
                .param("units", figures.units())
                .param("total", figures.total().fen())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .update();
    }

    private void keepReminders(ReminderNumber number, AreaView area, NewBatch wanted) {
        candidates
                .ask(
                        "INSERT INTO reminder (batch, place, made_on, unit_id, unit_named, payer, months, first_month, last_month, amount)"
                                + " SELECT :number, c.place, :today, c.unit_id, c.unit_named, c.payer, c.months, c.first_month,"
                                + " c.last_month, c.amount" + ReminderCandidates.FROM,
                        area.id(),
                        wanted)
                .param("number", number.value())
                .update();
        jdbc.sql("INSERT INTO reminder_month (batch, place, period, open) SELECT r.batch, r.place, b.period, b.open"
                        + " FROM reminder r JOIN bill_open b ON b.unit_id = r.unit_id"
                        + " AND b.period BETWEEN r.first_month AND r.last_month WHERE r.batch = :number")
                .param("number", number.value())
                .update();
    }
}
