package org.maintenancefund.unit.opening;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.domain.UnitService.UnitOfArea;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters the opening balances of units, one by one or those of a spreadsheet together. */
@Service
@Transactional
@RequiredArgsConstructor
public class OpeningLineService {

    /** So many lines are read by one question. */
    private static final int BATCH = 1_000;

    private final OpeningLineRepository lines;
    private final OpeningService sheets;
    private final UnitAreas rights;
    private final UnitService units;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * What is on record of a unit.
     *
     * @param entry   null where nothing is
     * @param version of its line, {@link OpeningService#NONE} where there is none
     * @param by      who entered it, or empty
     */
    public record LineOfUnit(UnitOfArea unit, @Nullable OpeningEntry entry, int version, String by) {}

    /** A unit of the area with its line; {@link NotFound} where it is none of it, or the person doesn't change its units. */
    @Transactional(readOnly = true)
    public LineOfUnit get(AreaId area, UnitId unit, CurrentUser user) {
        UnitOfArea found = ofArea(area, unit, user);
        OpeningLine line = lines.findById(unit).orElse(null);
        return line == null
                ? new LineOfUnit(found, null, OpeningService.NONE, "")
                : new LineOfUnit(found, line.entry(), line.version(), line.enteredByName());
    }

    /**
     * Enters what a unit has, or puts it right. Also the same amounts once more: from then on they are this person's.
     *
     * @param seen the version of its line that the person saw, {@link OpeningService#NONE} where they saw none
     * @throws StaleVersion where somebody entered or changed it since
     * @throws Refusal where nothing was begun, it is checked already, or the line stands in an approved sheet
     */
    public void enter(AreaId area, int seen, OpeningEntry entry, CurrentUser user) {
        UnitOfArea unit = ofArea(area, entry.unit(), user);
        OpeningSheet sheet = sheets.lockToChange(unit.area(), user);
        OpeningLine line = seen(entry.unit(), seen, sheet);
        OpeningEntry before = line == null ? null : line.entry();
        lines.saveAndFlush(put(sheet, line, entry, user, clock.instant()));
        record("OPENING_LINE_ENTERED", unit, before, entry);
    }

    /**
     * Takes the line of a unit out again.
     *
     * @param seen the version of the line that the person saw
     * @throws StaleVersion where somebody changed it since
     */
    public void remove(AreaId area, UnitId id, int seen, CurrentUser user) {
        UnitOfArea unit = ofArea(area, id, user);
        OpeningSheet sheet = sheets.lockToChange(unit.area(), user);
        OpeningLine line = seen(id, seen, sheet);
        if (line == null) {
            throw new NotFound("opening balance of " + id);
        }
        lines.delete(line);
        lines.flush();
        record("OPENING_LINE_REMOVED", unit, line.entry(), null);
    }

    /**
     * Enters what a spreadsheet tells of units of the area: one entry in the trail.
     *
     * @throws Refusal where nothing was begun, it is checked already, or one of them stands in an approved sheet
     */
    public void enterAll(AreaId id, List<OpeningEntry> told, CurrentUser user) {
        if (told.isEmpty()) {
            return;
        }
        AreaView area = rights.changed(id, user);
        OpeningSheet sheet = sheets.lockToChange(area, user);
        Map<UnitId, OpeningLine> there = new HashMap<>();
        for (int from = 0; from < told.size(); from += BATCH) {
            List<OpeningEntry> some = told.subList(from, Math.min(from + BATCH, told.size()));
            lines.findAllById(some.stream().map(OpeningEntry::unit).toList())
                    .forEach(line -> there.put(line.unit(), line));
        }
        Instant now = clock.instant();
        List<OpeningLine> changed = new ArrayList<>();
        told.forEach(entry -> changed.add(put(sheet, ofSheet(there.get(entry.unit()), sheet), entry, user, now)));
        lines.saveAllAndFlush(changed);
        trail.record(AuditEvent.of("OPENING_IMPORTED")
                .on("opening", sheet.id(), area.name())
                .change("units", null, told.size()));
    }

    private static OpeningLine put(
            OpeningSheet sheet, @Nullable OpeningLine line, OpeningEntry entry, CurrentUser user, Instant now) {
        if (line == null) {
            return OpeningLine.entered(sheet.id(), entry, user, now);
        }
        line.correct(entry, user, now);
        return line;
    }

    private UnitOfArea ofArea(AreaId area, UnitId id, CurrentUser user) {
        UnitOfArea unit = units.changed(id, user);
        if (!unit.area().id().equals(rights.changed(area, user).id())) {
            throw new NotFound("unit " + id + " of area " + area);
        }
        return unit;
    }

    private @Nullable OpeningLine seen(UnitId unit, int seen, OpeningSheet sheet) {
        OpeningLine line = ofSheet(lines.findById(unit).orElse(null), sheet);
        if (seen != (line == null ? OpeningService.NONE : line.version())) {
            throw new StaleVersion(unit);
        }
        return line;
    }

    private static @Nullable OpeningLine ofSheet(@Nullable OpeningLine line, OpeningSheet sheet) {
        if (line != null && !line.sheet().equals(sheet.id())) {
            throw Refusal.because("unit.opening.refusal.approved-line");
        }
        return line;
    }

    private void record(String action, UnitOfArea unit, @Nullable OpeningEntry before, @Nullable OpeningEntry after) {
        trail.record(AuditEvent.of(action)
                .on("unit", unit.unit().id(), unit.unit().number())
                .change("original", before == null ? null : before.original(), after == null ? null : after.original())
                .change("balance", before == null ? null : before.balance(), after == null ? null : after.balance()));
    }
}
