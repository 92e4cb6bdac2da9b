package org.maintenancefund.collection.handover;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.RunningNumbers;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.collection.handover.HandoverRegister.Offered;
import org.maintenancefund.collection.handover.HandoverRights.Side;
import org.maintenancefund.collection.handover.HandoverView.Party;
import org.maintenancefund.collection.handover.HandoverView.Signed;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 移交清账, step by step. Locks are taken in the order areas, bills of the area (alone, where figures are frozen: nothing of it is received,
 * billed or declared meanwhile), hand-over. Of two who act on the same one the second finds another version.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class HandoverService {

    private static final String SETTLED =
            ", successor_id = :successor, settled_by = :by, settled_by_name = :name, settled_at = :now";

    private static final String NOT_HANDED = ", handed_by = NULL, handed_by_name = NULL, handed_at = NULL";

    private final HandoverRegister register;
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
        locks.lockShared(Purpose.AREAS);
        Offered offered = register.offered(id, user);
        if (offered.side() != Side.FORMER && offered.side() != Side.DISTRICT) {
            throw new NotFound("hand-over of area " + id + " to open");
        }
        AreaView area = offered.area();
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
                .param("now", now())
                .update();
        jdbc.sql("INSERT INTO handover_matter (handover, kind, items, amount) SELECT :number, f.kind, f.items, f.amount"
                        + " FROM handover_figures(:area, :former, :today) f")
                .param("number", number.value())
                .param("area", area.id().value())
                .param("former", offered.former().id().value())
                .param("today", LocalDate.now(clock))
                .update();
        trail.record(event("HANDOVER_OPENED", number, area)
                .change("former", null, offered.former().name()));
        return number;
    }

    /** Keeps what is said of the matters. */
    public void save(HandoverNumber number, int seen, List<Matter> said, CurrentUser user) {
        HandoverView found = lock(number, seen, user);
        if (!found.state().isEdited()) {
            throw new StaleVersion(number);
        }
        requireSide(found, Side.FORMER, Side.DISTRICT);
        write(found, said);
        move(found, found.state(), "", null, user);
        record("HANDOVER_SAVED", found);
    }

    /**
     * The former company hands over: the list is frozen.
     *
     * @param shown figures that the person saw
     * @throws Refusal where the company still collects there, the figures have changed, or a matter is neither settled nor listed
     */
    public void handOver(HandoverNumber number, int seen, String shown, List<Matter> said, CurrentUser user) {
        HandoverView found = freeze(number, seen, HandoverState.HANDED_OVER, shown, said, Side.FORMER, user);
        move(
                found,
                HandoverState.HANDED_OVER,
                ", handed_by = :by, handed_by_name = :name, handed_at = :now, objection = NULL, objected_by_name = NULL",
                null,
                user);
        trail.record(event("HANDOVER_HANDED", found.number(), found.area())
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
        move(found, HandoverState.RELEASED, SETTLED + ", released_because = :words", because, user);
        trail.record(event("HANDOVER_RELEASED", found.number(), found.area())
                .change("successor", null, successor.name())
                .change("total", null, found.heldToday())
                .change("listed", null, words(said))
                .change("reason", null, because));
    }

    /** The former company takes it back, as long as nobody received it. */
    public void takeBack(HandoverNumber number, int seen, CurrentUser user) {
        HandoverView found = lock(number, seen, user);
        requireNext(found, HandoverState.OPEN);
        requireSide(found, Side.FORMER);
        move(found, HandoverState.OPEN, NOT_HANDED, null, user);
        record("HANDOVER_TAKEN_BACK", found);
    }

    /**
     * The next company receives; from now on it bills and receives there.
     *
     * @throws Refusal where the former company has collected again since it handed over
     */
    public void receive(HandoverNumber number, int seen, CurrentUser user) {
        HandoverView found = lock(number, seen, user);
        requireNext(found, HandoverState.RECEIVED);
        requireSide(found, Side.SUCCESSOR);
        Signed handed = found.handed();
        if (!found.over()
                || handed == null
                || !LocalDate.ofInstant(handed.at(), clock.getZone()).isAfter(found.until())) {
            throw Refusal.because(
                    "handover.refusal.collects-again", found.former().name());
        }
        move(found, HandoverState.RECEIVED, SETTLED, null, user);
        record("HANDOVER_RECEIVED", found);
    }

    /** The next company objects, and the former one goes on. */
    public void object(HandoverNumber number, int seen, String words, CurrentUser user) {
        HandoverView found = lock(number, seen, user);
        requireNext(found, HandoverState.OBJECTED);
        requireSide(found, Side.SUCCESSOR);
        move(found, HandoverState.OBJECTED, NOT_HANDED + ", objection = :words, objected_by_name = :name", words, user);
        trail.record(event("HANDOVER_OBJECTED", number, found.area()).change("reason", null, words));
    }

    /** 作废 of one that was opened in vain, by the former company or the district; where it is still due, it can be opened anew. */
    public void discard(HandoverNumber number, int seen, CurrentUser user) {
        HandoverView found = lock(number, seen, user);
        requireNext(found, HandoverState.VOIDED);
        requireSide(found, Side.FORMER, Side.DISTRICT);
        move(found, HandoverState.VOIDED, "", null, user);
        record("HANDOVER_VOIDED", found);
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
        HandoverView found = lock(number, seen, user);
        requireNext(found, next);
        requireSide(found, side);
        if (!found.over()) {
            throw found.due()
                    ? Refusal.because(
                            "handover.refusal.not-over", found.former().name(), found.until())
                    : Refusal.because("handover.refusal.not-due", found.former().name());
        }
        if (!found.fingerprint().equals(shown)) {
            throw Refusal.because("handover.refusal.changed");
        }
        String unsaid = said.stream()
                .filter(matter -> !matter.isSettled() && !matter.isListed())
                .map(matter -> matter.kind().label())
                .collect(Collectors.joining("、"));
        if (!unsaid.isEmpty()) {
            throw Refusal.because("handover.refusal.unsaid", unsaid);
        }
        write(found, said);
        return found;
    }

    /** The hand-over, and nobody else acts on it until the transaction ends; of two at once the second finds another version. */
    private HandoverView lock(HandoverNumber number, int seen, CurrentUser user) {
        register.get(number, user);
        jdbc.sql("SELECT h.version FROM handover h WHERE h.number = :number FOR UPDATE")
                .param("number", number.value())
                .query(Integer.class)
                .single();
        HandoverView found = register.get(number, user);
        if (found.version() != seen) {
            throw new StaleVersion(number);
        }
        return found;
    }

    private static void requireNext(HandoverView found, HandoverState next) {
        if (!found.state().mayBecome(next)) {
            throw new StaleVersion(found.number());
        }
    }

    private static void requireSide(HandoverView found, Side... sides) {
        if (!List.of(sides).contains(found.side())) {
            throw new NotFound("hand-over " + found.number() + " for the side of " + found.side());
        }
    }

    private void write(HandoverView found, List<Matter> said) {
        for (Matter matter : said) {
            jdbc.sql("UPDATE handover_matter m SET handed = :handed, settler = :settler, due_on = :due, note = :note,"
                            + " items = f.items, amount = f.amount FROM handover_figures(:area, :former, :today) f"
                            + " WHERE m.handover = :number AND m.kind = :kind AND f.kind = m.kind")
                    .param("handed", matter.handed())
                    .param(
                            "settler",
                            matter.settler() == null ? null : matter.settler().name(),
                            Types.VARCHAR)
                    .param("due", matter.dueOn(), Types.DATE)
                    .param("note", matter.note())
                    .param("area", found.area().id().value())
                    .param("former", found.former().id().value())
                    .param("today", LocalDate.now(clock))
                    .param("number", found.number().value())
                    .param("kind", matter.kind().name())
                    .update();
        }
    }

    /**
     * Writes a step.
     *
     * @param set   what it writes beside the state
     * @param words that it may write
     */
    private void move(HandoverView found, HandoverState next, String set, @Nullable String words, CurrentUser user) {
        Party successor = found.successor();
        jdbc.sql("UPDATE handover SET state = :next, version = version + 1, former_until = :until" + set
                        + " WHERE number = :number")
                .param("next", next.name())
                .param("until", found.until())
                .param("successor", successor == null ? null : successor.id().value(), Types.OTHER)
                .param("words", words, Types.VARCHAR)
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .param("now", now())
                .param("number", found.number().value())
                .update();
    }

    private static String words(List<Matter> said) {
        return said.stream()
                .filter(matter -> matter.kind().isMoney() || matter.kind().isDocument())
                .map(matter -> matter.kind().label() + " " + matter.outcome())
                .collect(Collectors.joining("；"));
    }

    private void record(String action, HandoverView found) {
        trail.record(event(action, found.number(), found.area()));
    }

    private static AuditEvent event(String action, HandoverNumber number, AreaView area) {
        return AuditEvent.of(action).on("handover", number, area.name());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
