package org.maintenancefund.unit.opening;

import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.OpeningParticipant;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.UnitAreas;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks opening balances, by somebody of who manages the area and had no hand in them, and decides them, by the district. Who
 * saw an older version than there is decides nothing: the amounts may be others.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class OpeningReview {

    private final OpeningSheetRepository sheets;
    private final OpeningFigures figures;
    private final UnitAreas rights;
    private final Operators operators;
    private final ObjectProvider<OpeningParticipant> participants;
    private final AuditTrail trail;
    private final Clock clock;

    /** A sheet with the area whose units it lists. */
    public record SheetOfArea(OpeningView sheet, AreaView area) {}

    /** For staff; {@link NotFound} where it is of another district's area. */
    @Transactional(readOnly = true)
    public SheetOfArea get(OpeningId id, CurrentUser user) {
        OpeningSheet sheet = sheets.findById(id).orElseThrow(() -> new NotFound("opening balances " + id));
        return new SheetOfArea(sheet.view(), rights.get(sheet.area(), user));
    }

    /** Why the person can't check the sheet; empty where they can. */
    @Transactional(readOnly = true)
    public Optional<Reason> obstacle(OpeningView view, CurrentUser user) {
        OpeningSheet sheet =
                sheets.findById(view.id()).orElseThrow(() -> new NotFound("opening balances " + view.id()));
        return obstacle(sheet, figures.of(sheet.id()), user);
    }

    private Optional<Reason> obstacle(OpeningSheet sheet, OpeningFigures.Sum sum, CurrentUser user) {
        if (sheet.state() != OpeningState.DRAFT) {
            return Optional.of(Reason.of("unit.opening.refusal." + sheet.state()));
        }
        if (sum.units() == 0) {
            return Optional.of(Reason.of("unit.opening.refusal.empty"));
        }
        if (sheet.view().isUnexplained(sum.balance())) {
            return Optional.of(Reason.of(
                    "unit.opening.refusal.unexplained",
                    sum.balance(),
                    sheet.view().header().takenOver()));
        }
        boolean theirs = sheet.isMadeBy(user)
                || figures.makers(sheet.id()).stream()
                        .anyMatch(
                                maker -> maker.person().equals(user.operatorId().value()));
        return theirs ? Optional.of(Reason.of("unit.opening.refusal.own")) : Optional.empty();
    }

    /** Whether the person's organisation has nobody else who could check what they entered. */
    @Transactional(readOnly = true)
    public boolean isAlone(CurrentUser user) {
        return operators.of(user.organisation()).stream()
                .filter(OperatorView::isInUse)
                .allMatch(person -> person.id().equals(user.operatorId()));
    }

    /**
     * 复核: from then on no line changes, and the district decides.
     *
     * @param seen the version of the sheet that the person saw
     * @throws StaleVersion where somebody changed it since
     * @throws Refusal where the person had a hand in it, it has no line, or a difference is not explained
     */
    public void check(OpeningId id, int seen, CurrentUser user) {
        OpeningSheet sheet = lock(id);
        AreaView area = rights.changed(sheet.area(), user);
        requireSeen(sheet, seen);
        OpeningFigures.Sum sum = figures.of(id);
        obstacle(sheet, sum, user).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        sheet.check(sum, user, clock.instant());
        sheets.flush();
        trail.record(event("OPENING_CHECKED", sheet, area, OpeningState.DRAFT)
                .change("units", null, sum.units())
                .change("total", null, sum.balance())
                .change("takenOver", null, sheet.view().header().takenOver()));
    }

    /**
     * 核准: nothing changes any more.
     *
     * @param seen the version of the sheet that the person saw
     * @throws StaleVersion where it was decided since
     */
    public void approve(OpeningId id, int seen, CurrentUser user) {
        OpeningSheet sheet = lockToDecide(id, seen, user);
        sheet.approve(user, clock.instant());
        sheets.flush();
        participants.forEach(participant -> participant.approved(sheet.area()));
        trail.record(event("OPENING_APPROVED", sheet, rights.get(sheet.area(), user), OpeningState.CHECKED));
    }

    /**
     * 退回 to who manages the area.
     *
     * @param reason why, for them to read
     * @param seen   the version of the sheet that the person saw
     * @throws StaleVersion where it was decided since
     */
    public void giveBack(OpeningId id, int seen, String reason, CurrentUser user) {
        OpeningSheet sheet = lockToDecide(id, seen, user);
        sheet.giveBack(reason, user, clock.instant());
        sheets.flush();
        trail.record(event("OPENING_RETURNED", sheet, rights.get(sheet.area(), user), OpeningState.CHECKED)
                .change("reason", null, reason));
    }

    /** Whether the person decides opening balances: those of the district that the area lies in. */
    public static boolean decides(CurrentUser user) {
        return Page.OPENING_DECISION.isOpenTo(user.role());
    }

    private OpeningSheet lockToDecide(OpeningId id, int seen, CurrentUser user) {
        OpeningSheet sheet = lock(id);
        rights.get(sheet.area(), user);
        if (!decides(user)) {
            throw new NotFound("opening balances " + id + " to decide");
        }
        requireSeen(sheet, seen);
        return sheet;
    }

    private OpeningSheet lock(OpeningId id) {
        return sheets.lock(id).orElseThrow(() -> new NotFound("opening balances " + id));
    }

    private static void requireSeen(OpeningSheet sheet, int seen) {
        if (sheet.version() != seen) {
            throw new StaleVersion(sheet.id());
        }
    }

    private static AuditEvent event(String action, OpeningSheet sheet, AreaView area, OpeningState before) {
        return AuditEvent.of(action)
                .on("opening", sheet.id(), area.name())
                .change("state", before.label(), sheet.state().label());
    }
}
