package org.maintenancefund.collection.remittance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 入账: a person of the district books a slip that has arrived, each receipt to its household, as one entry in one transaction: killed
 * in the middle nothing is booked. Whoever matched its money doesn't book it. Locks are taken in the order areas, slip, declarations,
 * books; of two who book at once the second finds it booked.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SlipBooking {

    private final SlipRepository slips;
    private final DeclarationRepository declarations;
    private final Ledger ledger;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Who matched the money of a slip last. */
    private record Matched(UUID person, String name) {}

    /**
     * Books it.
     *
     * @param seen the version that the person saw
     * @throws NotFound     where it is of another district
     * @throws StaleVersion where somebody changed it since
     * @throws Refusal      where it has not arrived or is booked already, or the person matched its money
     */
    public EntryNumber book(SlipNumber number, int seen, CurrentUser user) {
        locks.lockShared(Purpose.AREAS);
        RemittanceSlip slip = slips.lock(number)
                .filter(found -> RemittanceRights.books(found.districtId(), user))
                .orElseThrow(() -> new NotFound("slip " + number + " to book"));
        slip.requireArrived();
        if (slip.version() != seen) {
            throw new StaleVersion(number);
        }
        List<Matched> matched = matched(slip.id());
        if (matched.stream()
                .anyMatch(one -> one.person().equals(user.operatorId().value()))) {
            throw Refusal.because("remittance.booking.same-person");
        }
        List<Declaration> booked = declarations.lockOf(slip.id());
        LocalDate today = LocalDate.now(clock);
        Matched maker = matched.get(matched.size() - 1);
        EntryNumber entry = ledger.post(new NewEntry(
                new FundAccountId(slip.accountId()),
                EntryKind.SLIP_BOOKED,
                today,
                number.value(),
                postings(slip),
                new EntryPerson(maker.person(), maker.name()),
                EntryPerson.of(user)));
        booked.forEach(Declaration::book);
        slip.book(entry.value(), user, today, clock.instant());
        slips.flush();
        trail.record(AuditEvent.of("SLIP_BOOKED")
                .on("slip", number, number.value())
                .change("total", null, slip.amount())
                .change("entry", null, entry));
        return entry;
    }

    /**
     * 冲正入账: the money of a booked slip went back. What the households got by it is reversed exactly, and the slip has arrived and is not
     * booked, as before. In the transaction of whoever knows that the money went back, which has locked the areas (shared).
     *
     * @param day on which it went back
     * @throws Refusal where one of its receipts is reversed by itself, or a household has spent it
     */
    public void reverse(SlipId id, String reason, EntryPerson maker, EntryPerson checker, LocalDate day) {
        RemittanceSlip slip = slips.lock(id).orElseThrow(() -> new NotFound("slip " + id));
        List<Declaration> booked = declarations.lockOf(id);
        boolean apart = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM declaration d JOIN declared_receipt x ON x.declaration_id = d.id AND x.live"
                                + " JOIN receipt r ON r.id = x.receipt_id WHERE d.slip_id = :slip AND r.reversed)")
                .param("slip", id.value())
                .query(Boolean.class)
                .single();
        if (apart) {
            throw Refusal.because("remittance.booking.receipt-reversed", slip.number());
        }
        EntryNumber negative = ledger.reverse(new EntryNumber(slip.unbook()), reason, maker, checker, day);
        booked.forEach(Declaration::unbook);
        slips.flush();
        trail.record(AuditEvent.of("SLIP_UNBOOKED")
                .on("slip", slip.number(), slip.number().value())
                .change("total", slip.amount(), null)
                .change("entry", null, negative)
                .change("reason", null, reason));
    }

    private List<Matched> matched(SlipId slip) {
        return jdbc.sql("SELECT recorded_by, recorded_by_name FROM remittance_arrival WHERE slip_id = :slip"
                        + " ORDER BY recorded_at, id")
                .param("slip", slip.value())
                .query((row, i) -> new Matched(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** 待清分 / 分户账, a posting for each receipt. */
    private List<Posting> postings(RemittanceSlip slip) {
        List<Posting> households = jdbc.sql("SELECT r.unit_id, x.amount FROM declaration d"
                        + " JOIN declared_receipt x ON x.declaration_id = d.id AND x.live JOIN receipt r ON r.id = x.receipt_id"
                        + " WHERE d.slip_id = :slip ORDER BY r.unit_id, r.number")
                .param("slip", slip.id().value())
                .query((row, i) -> Posting.credit(new UnitId(row.getObject(1, UUID.class)), new Money(row.getLong(2))))
                .list();
        return Stream.concat(Stream.of(Posting.debit(LedgerAccount.UNALLOCATED, slip.amount())), households.stream())
                .toList();
    }
}
