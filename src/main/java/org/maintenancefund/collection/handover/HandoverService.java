package org.maintenancefund.collection.handover;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.collection.handover.HandoverRegister.Offered;
import org.maintenancefund.collection.handover.HandoverRights.Side;
import org.maintenancefund.collection.handover.HandoverView.Party;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 移交清账 until its list is frozen: opened, written down, handed over by the former company, or released by the district. Locks are taken
 * in the order areas, bills of the area (alone, where figures are frozen: nothing of it is received, billed or declared meanwhile),
 * hand-over.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class HandoverService {

    private final HandoverRegister register;
    private final HandoverSteps steps;
    private final Matters matters;
    private final Bills bills;
    private final RunningNumbers numbers;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Opens the hand-over of an area: the former company does, or the district for one that doesn't act.
     *
     * @throws NotFound where nothing is to be handed over there, or by somebody else
     * @throws Refusal  where it is opened already
     */
    public HandoverNumber open(AreaId id, CurrentUser user) {
        // Whoever finds nothing to open locks nothing.
        register.offered(id, user);
        locks.lockShared(Purpose.AREAS);
        Offered offered = register.offered(id, user);
        if (offered.side() != Side.FORMER && offered.side() != Side.DISTRICT) {
            throw new NotFound("hand-over of area " + id + " to open");
        }
        AreaView area = offered.area();
        // Taken before it is asked whether there is one: whoever opens another one waits here.
        HandoverNumber number = new HandoverNumber(
                numbers.next(HandoverNumber.PREFIX, LocalDate.now(clock)).value());
        register.underway(area.id()).ifPresent(other -> {
            throw Refusal.because("handover.refusal.open", other);
        });
        jdbc.sql(
                        "INSERT INTO handover (number, area_id, former_id, former_until, state, opened_by, opened_by_name, opened_at,"
                                + " version) VALUES (:number, :area, :former, :until, 'OPEN', :by, :name, :now, 0)")
                .param("number", number.value())
                .param("area", area.id().value())
                .param("former", offered.former().id().value())
                .param("until", offered.until())
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        matters.begin(number, area.id(), offered.former().id());
        trail.record(HandoverSteps.event("HANDOVER_OPENED", number, area)
                .change("former", null, offered.former().name()));
        return number;
    }

    /** Keeps what is said of the matters. */
    public void save(HandoverNumber number, int seen, List<Matter> said, CurrentUser user) {
        HandoverView found = steps.lock(number, seen, user);
        HandoverSteps.requireSide(found, Side.FORMER, Side.DISTRICT);
        if (!found.state().isEdited()) {
            throw new StaleVersion(number);
        }
        matters.write(number, found.said(said));
        steps.move(found, found.state(), "", null, user);
        steps.record("HANDOVER_SAVED", found);
    }

    /**
     * The former company hands over: the list is frozen.
     *
     * @param shown figures that the person saw
     * @throws Refusal where the company still collects there, the figures have changed, or a matter is neither settled nor listed
     */
    public void handOver(HandoverNumber number, int seen, String shown, List<Matter> said, CurrentUser user) {
        HandoverView found = freeze(number, seen, HandoverState.HANDED_OVER, shown, said, Side.FORMER, user);
        steps.move(
                found,
                HandoverState.HANDED_OVER,
                ", handed_by = :by, handed_by_name = :name, handed_at = :now, objection = NULL, objected_by_name = NULL",
                null,
                user);
        trail.record(HandoverSteps.event("HANDOVER_HANDED", number, found.area())
                .change("total", null, found.heldToday())
                .change("listed", null, words(said)));
    }

    /**
     * The district lets the next company begin, because the former one doesn't act: on the matters as they are listed.
     *
     * @param because what was done to make the former company act
     * @throws Refusal as {@link #handOver}, and where nobody collects there after it today
     */
    public void release(
            HandoverNumber number, int seen, String shown, List<Matter> said, String because, CurrentUser user) {
        HandoverView found = freeze(number, seen, HandoverState.RELEASED, shown, said, Side.DISTRICT, user);
        Party successor = found.successor();
        LocalDate from = found.from();
        if (successor == null || from == null || from.isAfter(LocalDate.now(clock))) {
            throw Refusal.because("handover.refusal.no-successor");
        }
        steps.move(found, HandoverState.RELEASED, HandoverSteps.SETTLED + ", released_because = :words", because, user);
        trail.record(HandoverSteps.event("HANDOVER_RELEASED", number, found.area())
                .change("successor", null, successor.name())
                .change("total", null, found.heldToday())
                .change("listed", null, words(said))
                .change("reason", null, because));
    }

    private HandoverView freeze(
            HandoverNumber number,
            int seen,
            HandoverState next,
            String shown,
            List<Matter> said,
            Side side,
            CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        bills.lockAll(register.get(number, user).area().id());
        HandoverView found = steps.lock(number, seen, next, user, side);
        if (!found.over()) {
            throw found.due()
                    ? Refusal.because(
                            "handover.refusal.not-over", found.former().name(), found.until())
                    : Refusal.because("handover.refusal.not-due", found.former().name());
        }
        if (!found.fingerprint().equals(shown)) {
            throw Refusal.because("handover.refusal.changed");
        }
        List<Matter> written = found.said(said);
        String unsaid = written.stream()
                .filter(matter -> !matter.isSettled() && !matter.isListed())
                .map(matter -> matter.kind().label())
                .collect(Collectors.joining("、"));
        if (!unsaid.isEmpty()) {
            throw Refusal.because("handover.refusal.unsaid", unsaid);
        }
        matters.write(number, written);
        return found;
    }

    private static String words(List<Matter> said) {
        return said.stream()
                .filter(matter -> matter.kind().isMoney() || matter.kind().isDocument())
                .map(matter -> matter.kind().label() + " " + matter.outcome())
                .collect(Collectors.joining("；"));
    }
}
