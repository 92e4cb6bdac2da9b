package org.maintenancefund.unit.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sheets of opening balances as a whole, by the people of the company or office that manages their area: which day, and what
 * was taken over. Of an area one is on its way at a time; units that an approved one left out can come with another.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class OpeningService {

    /** The version of what is not there yet. */
    public static final int NONE = -1;

    private final OpeningSheetRepository sheets;
    private final UnitAreas rights;
    private final UnitService units;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * The sheets of the area, what is underway first; {@link NotFound} where the person only sees its units.
     *
     * @param area as {@link UnitAreas} gave it to the person
     */
    @Transactional(readOnly = true)
    public List<OpeningView> of(AreaView area, CurrentUser user) {
        rights.requireChange(area, user);
        return sheets.findAllOf(area.id()).stream().map(OpeningSheet::view).toList();
    }

    /** What is underway in the area; empty where nothing is. */
    @Transactional(readOnly = true)
    public Optional<OpeningView> underway(AreaView area, CurrentUser user) {
        return of(area, user).stream().findFirst().filter(sheet -> sheet.state() != OpeningState.APPROVED);
    }

    /**
     * Begins the sheet of an area, or tells another day and other amounts of the one that is underway.
     *
     * @param seen the version of the sheet that the person saw, {@link #NONE} where they saw none
     * @throws StaleVersion where somebody began or changed it since
     * @throws Refusal where the day is still to come, or it is checked already
     */
    public OpeningId tell(AreaId id, int seen, OpeningHeader header, CurrentUser user) {
        if (header.asOf().isAfter(LocalDate.now(clock))) {
            throw Refusal.because("unit.opening.refusal.future", header.asOf());
        }
        // Nobody merges the area meanwhile, and of two who begin the second finds what the first has begun.
        locks.lockShared(Purpose.AREAS);
        AreaView area = units.lock(rights.changed(id, user).id(), user);
        OpeningSheet sheet = sheets.lockUnderway(area.id()).orElse(null);
        if (seen != (sheet == null ? NONE : sheet.version())) {
            throw new StaleVersion(area.id());
        }
        OpeningHeader before = sheet == null ? null : sheet.view().header();
        if (sheet == null) {
            sheet = OpeningSheet.begun(area.id(), header, user, clock.instant());
        } else {
            sheet.revise(header, user, clock.instant());
        }
        sheets.saveAndFlush(sheet);
        trail.record(AuditEvent.of(before == null ? "OPENING_BEGUN" : "OPENING_CHANGED")
                .on("opening", sheet.id(), area.name())
                .change("asOf", before == null ? null : before.asOf(), header.asOf())
                .change("takenOver", before == null ? null : before.takenOver(), header.takenOver())
                .change("explanation", before == null ? null : told(before), told(header)));
        return sheet.id();
    }

    private static @Nullable String told(OpeningHeader header) {
        return header.explanation().isEmpty() ? null : header.explanation();
    }

    /**
     * Lets others who change the sheet of the area wait until the transaction ends: what is compared with it stays true.
     *
     * @throws Refusal where nothing was begun, or it is checked already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OpeningView lock(AreaId area, CurrentUser user) {
        OpeningSheet sheet = locked(rights.changed(area, user));
        if (!sheet.state().isOpen()) {
            throw Refusal.because("unit.opening.refusal." + sheet.state());
        }
        return sheet.view();
    }

    /** The same for who changes it now: a draft, which the database lets lines change of alone. */
    OpeningSheet lockToChange(AreaView area, CurrentUser user) {
        OpeningSheet sheet = locked(area);
        sheet.touch(user, clock.instant());
        sheets.flush();
        return sheet;
    }

    private OpeningSheet locked(AreaView area) {
        return sheets.lockUnderway(area.id()).orElseThrow(() -> Refusal.because("unit.opening.refusal.not-begun"));
    }
}
