package org.maintenancefund.disclosure.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.ReceivedPayment;
import org.maintenancefund.collection.ReceivedPayments;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out papers: whoever collects in the area today and the district to whoever asks at the counter, and a household to itself, once
 * it has been opened by its code. Seen by everybody who sees the collection of the area; by a company whose mandate is over as far as
 * the months of that go.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PaperService {

    private final PaperRegister papers;
    private final PaymentProofs proofs;
    private final HouseholdPapers household;
    private final ReceivedPayments payments;
    private final CollectionRights rights;
    private final UnitLookup units;
    private final AuditTrail trail;
    private final Clock clock;

    /** A paper with what is needed to show it. */
    public record PaperOfArea(IssuedPaper paper, AreaView area) {}

    /**
     * The papers of a unit.
     *
     * @param issues whether the person gives out papers there
     */
    public record PapersOfUnit(FoundUnit unit, AreaView area, List<IssuedPaper> papers, boolean issues) {}

    /**
     * 缴款证明 of a payment.
     *
     * @throws NotFound where the person may not give it out
     * @throws Refusal  where the payment was reversed
     */
    public PaperNumber provePayment(String receipt, CurrentUser user) {
        ReceivedPayment payment = payments.get(receipt);
        requireIssuer(payment.area(), user);
        return keep(proofs.of(payment), user).number();
    }

    /** The same for the household that was opened; {@link NotFound} where the payment is another one's. */
    public IssuedPaper provePayment(String receipt, UnitId household) {
        ReceivedPayment payment = payments.get(receipt);
        if (!payment.unit().equals(household)) {
            throw new NotFound("payment " + receipt + " of another household");
        }
        return keep(proofs.of(payment), null);
    }

    /**
     * 余额证明 as of today.
     *
     * @throws NotFound where the person may not give it out
     * @throws Refusal  where nothing was ever booked to the unit
     */
    public PaperNumber proveBalance(UnitId id, CurrentUser user) {
        return keep(household.balance(issuing(id, user)), user).number();
    }

    /** The same for the household that was opened. */
    public IssuedPaper proveBalance(UnitId household) {
        return keep(this.household.balance(units.get(household)), null);
    }

    /**
     * 分户账对账单 of these days.
     *
     * @throws NotFound where the person may not give it out
     * @throws Refusal  where the days are no stretch of the past, or nothing was ever booked to the unit
     */
    public PaperNumber state(UnitId id, LocalDate first, LocalDate last, CurrentUser user) {
        return keep(household.statement(issuing(id, user), first, last), user).number();
    }

    /** The same for the household that was opened. */
    public IssuedPaper state(UnitId household, LocalDate first, LocalDate last) {
        return keep(this.household.statement(units.get(household), first, last), null);
    }

    /** The paper; {@link NotFound} where the person may not see it. */
    @Transactional(readOnly = true)
    public PaperOfArea get(PaperNumber number, CurrentUser user) {
        IssuedPaper paper = papers.find(number).orElseThrow(() -> new NotFound("paper " + number));
        AreaView area = rights.get(units.get(paper.unit()).area(), user);
        if (!isSeen(paper, rights.months(area, user), user)) {
            throw new NotFound("paper " + number + " of months that the person doesn't see");
        }
        return new PaperOfArea(paper, area);
    }

    /** Those of a unit; {@link NotFound} where the person may not see its collection. */
    @Transactional(readOnly = true)
    public PapersOfUnit of(UnitId id, CurrentUser user) {
        FoundUnit unit = units.get(id);
        AreaView area = rights.get(unit.area(), user);
        return new PapersOfUnit(unit, area, seen(id, area, user), issues(area, user));
    }

    /** Those of a unit whose collection the person sees. */
    @Transactional(readOnly = true)
    public List<IssuedPaper> seen(UnitId unit, AreaView area, CurrentUser user) {
        SeenMonths months = rights.months(area, user);
        return papers.of(unit).stream()
                .filter(paper -> isSeen(paper, months, user))
                .toList();
    }

    /** What stands on the paper beside its number, for whoever has been given the paper. */
    public OneTimeCode code(IssuedPaper paper) {
        return papers.code(paper.number().value(), paper.signed());
    }

    /** Whether what the paper says still holds. */
    @Transactional(readOnly = true)
    public PaperValidity standing(IssuedPaper paper) {
        return paper.receipt() == null ? household.standing(paper) : proofs.standing(paper.receipt());
    }

    private IssuedPaper keep(NewPaper told, @Nullable CurrentUser by) {
        PaperRegister.Kept kept = papers.keep(told, by);
        if (kept.made()) {
            trail.record(AuditEvent.of("PAPER_ISSUED")
                    .on("paper", kept.paper().number(), told.kind().label())
                    .change("unit", null, units.get(told.unit()).named())
                    .change("amount", null, told.amount()));
        }
        return kept.paper();
    }

    /** Who collected there before sees what their own organisation gave out in their months, nothing of others' or of units that joined. */
    private boolean isSeen(IssuedPaper paper, SeenMonths months, CurrentUser user) {
        return months.all()
                || user.organisation().id().equals(paper.issuer())
                        && months.contains(YearMonth.from(LocalDate.ofInstant(paper.issuedAt(), clock.getZone())));
    }

    private boolean issues(AreaView area, CurrentUser user) {
        return user.is(Role.DISTRICT_STAFF) ? user.sees(area.district()) : rights.mayCollect(area, user);
    }

    /** The unit, for who gives out its papers; {@link NotFound} for everybody else. */
    @Transactional(readOnly = true)
    public FoundUnit issuing(UnitId id, CurrentUser user) {
        FoundUnit unit = units.get(id);
        requireIssuer(unit.area(), user);
        return unit;
    }

    private void requireIssuer(AreaId area, CurrentUser user) {
        if (!issues(rights.get(area, user), user)) {
            throw new NotFound("papers of area " + area + " to give out");
        }
    }
}
