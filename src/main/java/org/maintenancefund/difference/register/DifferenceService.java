package org.maintenancefund.difference.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.Differences;
import org.maintenancefund.difference.NewDifference;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.TimelineEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with differences. Whoever may not see one finds none. */
@Service
@Transactional
@RequiredArgsConstructor
public class DifferenceService {

    private final DifferenceRepository entries;
    private final DifferenceList list;
    private final Differences differences;
    private final WorkingDays workingDays;
    private final Remarks remarks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * One found by a person.
     *
     * @param district whose it is; null for the municipal centre's own
     * @param due      until when it is to be settled
     */
    public record Told(
            String subject,
            @Nullable Money amount,
            LocalDate day,
            String text,
            LocalDate due,
            @Nullable DistrictId district) {}

    @Transactional(readOnly = true)
    public DifferenceView get(DifferenceNumber number, CurrentUser user) {
        return list.find(number, user).orElseThrow(() -> new NotFound("difference " + number));
    }

    /** Who said what of it, the newest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> remarks(DifferenceNumber number) {
        return remarks.of(number);
    }

    /** Raised by a person; a district's people raise what is their district's. */
    public DifferenceNumber tell(Told told, CurrentUser by) {
        requireWriter(by);
        DistrictId district = by.district() == null ? told.district() : by.district();
        int days = workingDays.between(LocalDate.now(clock), told.due());
        return differences.raise(
                NewDifference.of(
                                DifferenceKind.BY_HAND,
                                Ids.next().toString(),
                                told.subject(),
                                told.day(),
                                told.text(),
                                Math.max(1, days))
                        .in(district)
                        .of(told.amount()),
                by);
    }

    /** Something said of it, which changes nothing. */
    public void remark(DifferenceNumber number, int seen, String text, CurrentUser by) {
        change(number, seen, RemarkAction.REMARKED, text, by, DifferenceEntity::requireLive);
    }

    /** 待查 → 已说明: the owner's people know what it is. */
    public void explain(DifferenceNumber number, int seen, String text, CurrentUser by) {
        change(number, seen, RemarkAction.EXPLAINED, text, by, entry -> {
            requireOwner(entry, by);
            entry.explain();
        });
    }

    /**
     * 已说明 → 已处理.
     *
     * @param closingEntry the entry of the books by which it was put right; null where none was needed
     */
    public void settle(DifferenceNumber number, int seen, String text, @Nullable String closingEntry, CurrentUser by) {
        change(number, seen, RemarkAction.SETTLED, text, by, entry -> {
            requireOwner(entry, by);
            if (closingEntry != null && !isBooked(closingEntry)) {
                throw Refusal.because("difference.entry.unknown", closingEntry);
            }
            entry.settle(closingEntry, by, clock.instant());
        });
    }

    /** 由我负责. */
    public void take(DifferenceNumber number, int seen, CurrentUser by) {
        change(number, seen, RemarkAction.TAKEN, "", by, entry -> {
            requireOwner(entry, by);
            entry.take(by);
        });
    }

    /**
     * 转交: others look after it from now on.
     *
     * @param district to which it goes where it is of none yet
     */
    public void hand(DifferenceNumber number, int seen, String text, @Nullable DistrictId district, CurrentUser by) {
        change(number, seen, RemarkAction.HANDED, text, by, entry -> {
            if (!DifferenceRights.hands(entry.owner(), entry.district(), by)) {
                throw Refusal.because("difference.refusal.not-owner");
            }
            entry.hand(district, by);
        });
    }

    private void change(
            DifferenceNumber number,
            int seen,
            RemarkAction action,
            String text,
            CurrentUser by,
            Consumer<DifferenceEntity> verb) {
        DifferenceEntity entry = entries.lock(number)
                .filter(found -> by.sees(found.district()))
                .orElseThrow(() -> new NotFound("difference " + number));
        requireWriter(by);
        if (entry.seenVersion() != seen) {
            throw new StaleVersion(number);
        }
        verb.accept(entry);
        entries.flush();
        remarks.add(number, action, text, by, clock.instant());
        trail.record(AuditEvent.of("DIFFERENCE_" + action)
                .on("difference", number, entry.subject())
                .change("remark", null, text.isEmpty() ? null : text)
                .change(
                        "differenceOwner",
                        null,
                        action == RemarkAction.HANDED ? entry.owner().label() : null)
                .change("closingEntry", null, entry.closingEntry()));
    }

    private boolean isBooked(String entry) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM account_posting WHERE number = :number)")
                .param("number", entry)
                .query(Boolean.class)
                .single();
    }

    private static void requireOwner(DifferenceEntity entry, CurrentUser by) {
        if (!entry.isOf(by)) {
            throw Refusal.because("difference.refusal.not-owner");
        }
    }

    private static void requireWriter(CurrentUser by) {
        if (!DifferenceRights.writes(by)) {
            throw new NotFound("differences to write for " + by.role());
        }
    }
}
