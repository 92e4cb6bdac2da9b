package org.maintenancefund.application;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 电话通知台: who has to be told what by telephone, and what came of it. Who didn't answer is dialled again some hours later the
 * same day, then on the next working day; a wrong number waits until somebody finds out the right one.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PhoneCalls {

    /** Of each source on the page; as calls are made, the next ones come up. */
    private static final int MOST = 100;

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final ObjectProvider<CallSource> sources;
    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final ApplicationLimits limits;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * The calls of the day.
     *
     * @param due   to dial now, those that wait longest first
     * @param wrong whose number is wrong: another one is to be found out
     * @param later who didn't answer, by when they are dialled again
     * @param total all that are to be made
     */
    public record CallList(List<PhoneCall> due, List<PhoneCall> wrong, List<PhoneCall> later, long total) {

        /** How many more come up when these are made. */
        public long more() {
            return total - due.size() - wrong.size() - later.size();
        }
    }

    @Transactional(readOnly = true)
    public CallList open(CurrentUser user) {
        List<PhoneCall> calls = new ArrayList<>();
        long total = 0;
        for (CallSource source : sources.orderedStream().toList()) {
            CallSource.Open open = source.open(user, MOST);
            calls.addAll(open.calls());
            total += open.total();
        }
        Instant now = clock.instant();
        List<PhoneCall> due = new ArrayList<>();
        List<PhoneCall> wrong = new ArrayList<>();
        List<PhoneCall> later = new ArrayList<>();
        for (PhoneCall call : calls) {
            CallState state = call.state();
            (state.wantsNumber() ? wrong : state.waitsAt(now) ? later : due).add(call);
        }
        later.sort(
                Comparator.comparing(call -> Objects.requireNonNull(call.state().againAt())));
        return new CallList(List.copyOf(due), List.copyOf(wrong), List.copyOf(later), total);
    }

    /** One call, also one that was made; {@link NotFound} where it is not that person's. */
    @Transactional(readOnly = true)
    public PhoneCall get(ApplicationNumber number, CurrentUser user) {
        return of(number, user).call();
    }

    /** When the person of a report was phoned in vain, in words; empty where nobody tried, and where they were reached. */
    @Transactional(readOnly = true)
    public Optional<String> missed(ApplicationNumber number) {
        return jdbc.sql("SELECT last_at FROM phone_call WHERE number = :number AND outcome = 'NO_ANSWER'")
                .param("number", number.value())
                .query((row, i) -> Times.thisYear(row.getTimestamp(1).toInstant()))
                .optional();
    }

    /**
     * Notes what came of a call.
     *
     * @param round of the decision that the page showed
     * @param tries that the page showed
     * @throws Refusal where there is nothing to tell any more, or somebody dialled since
     */
    public PhoneCall record(ApplicationNumber number, int round, int tries, CallOutcome outcome, CurrentUser user) {
        Found found = of(number, user);
        PhoneCall call = found.call();
        refuseStale(call, round, tries);
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        int counted = jdbc.sql("INSERT INTO phone_call AS c (number, round, outcome, tries, last_at, caller, again_at)"
                        + " VALUES (:number, :round, :outcome, 1, :now, :caller, :again)"
                        + " ON CONFLICT (number, round) DO UPDATE SET outcome = excluded.outcome, tries = c.tries + 1,"
                        + " last_at = excluded.last_at, caller = excluded.caller, again_at = excluded.again_at,"
                        + " phone = CASE WHEN excluded.outcome = 'WRONG_NUMBER' THEN NULL ELSE c.phone END,"
                        + " told_by = CASE WHEN excluded.outcome = 'WRONG_NUMBER' THEN NULL ELSE c.told_by END"
                        + " WHERE c.tries = :tries")
                .param("number", number.value())
                .param("round", round)
                .param("outcome", outcome.name())
                .param("now", Timestamp.from(now))
                .param("caller", user.personName())
                .param(
                        "again",
                        outcome == CallOutcome.NO_ANSWER
                                ? Timestamp.from(again(call.state().wasMissedOn(today)))
                                : null)
                .param("tries", tries)
                .update();
        if (counted == 0) {
            throw Refusal.because("application.call.quicker", number);
        }
        found.source().record(call, outcome, user);
        return call;
    }

    /** The right number, and who knew it: the call is to be made at once. */
    public PhoneCall correct(
            ApplicationNumber number, int round, int tries, PhoneNumber phone, String toldBy, CurrentUser user) {
        PhoneCall call = get(number, user);
        refuseStale(call, round, tries);
        int changed = jdbc.sql("UPDATE phone_call SET phone = :phone, told_by = :toldBy"
                        + " WHERE number = :number AND round = :round AND tries = :tries AND outcome = 'WRONG_NUMBER'"
                        + " AND phone IS NULL")
                .param("phone", phone.toString())
                .param("toldBy", toldBy)
                .param("number", number.value())
                .param("round", round)
                .param("tries", tries)
                .update();
        if (changed == 0) {
            throw Refusal.because("application.call.quicker", number);
        }
        audit.record(AuditEvent.of("PHONE_NUMBER_FOUND")
                .on("application", number.value(), call.title())
                .change("contactMobile", call.mobile(), phone)
                .change("toldBy", "", toldBy));
        return call;
    }

    private static void refuseStale(PhoneCall call, int round, int tries) {
        if (call.round() != round) {
            throw Refusal.because("application.call.moved-on", call.number());
        }
        if (call.state().tries() != tries) {
            throw Refusal.because("application.call.quicker", call.number());
        }
    }

    /** Some hours later while the office is open, but only once a day; else when it opens on the next working day. */
    private Instant again(boolean missedToday) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime later = now.plus(limits.callAgain());
        boolean sameDay = later.toLocalDate().equals(now.toLocalDate())
                && workingDays.isWorkingDay(now.toLocalDate())
                && !later.toLocalTime().isAfter(CLOSES);
        return sameDay && !missedToday
                ? later.toInstant()
                : workingDays
                        .due(now.toInstant(), 1)
                        .atTime(OPENS)
                        .atZone(clock.getZone())
                        .toInstant();
    }

    private record Found(CallSource source, PhoneCall call) {}

    private Found of(ApplicationNumber number, CurrentUser user) {
        return sources.orderedStream()
                .flatMap(source -> source.find(number, user).stream().map(call -> new Found(source, call)))
                .findFirst()
                .orElseThrow(() -> new NotFound("call " + number));
    }
}
