package org.maintenancefund.area.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaRenamed;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The list of property areas as those keep it who may. */
@Service
@RequiredArgsConstructor
public class AreaRegister {

    private final Districts districts;
    private final JdbcClient jdbc;
    private final PropertyAreaRepository areas;
    private final AreaBuildings buildings;
    private final AreaHistory history;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * 更名: the name so far becomes a former name. Applications under way go on and show the new name.
     *
     * @param seenVersion the version the person saw
     * @throws StaleVersion where somebody changed it meanwhile
     * @throws Refusal   where it is no name, the same name, or the area was merged
     */
    @Transactional
    public void rename(AreaId id, int seenVersion, String newName, String reason, CurrentUser by) {
        PropertyArea area = locked(id);
        if (area.version() != seenVersion) {
            throw new StaleVersion(id);
        }
        if (!area.isActive()) {
            throw Refusal.because("area.merged");
        }
        String before = area.name();
        area.rename(newName);
        areas.flush();
        events.publishEvent(new AreaRenamed(id));
        history.record(
                id, AreaEvent.RENAMED, by, Messages.of("area.history.renamed", before, area.name(), reason), null);
        trail.record(AuditEvent.of("AREA_RENAMED")
                .on("area", area.code(), area.name())
                .change("name", before, area.name()));
    }

    /**
     * Changes what is on record, after a review or an import.
     *
     * @param event how it came, for the history
     * @param text  what changed, for the history
     */
    @Transactional
    public void change(AreaId id, NewArea told, AreaEvent event, String text, CurrentUser by) {
        PropertyArea area = locked(id);
        if (!area.isActive()) {
            throw Refusal.because("area.merged");
        }
        area.change(told, centreOf(told));
        areas.flush();
        events.publishEvent(new AreaRenamed(id));
        history.record(id, event, by, text, null);
        trail.record(AuditEvent.of("AREA_CHANGED").on("area", area.code(), area.name()));
    }

    /**
     * Keeps the areas as they are until the running transaction ends, so that what is read of them afterwards is what will be
     * changed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<AreaId> ids) {
        areas.lock(ids);
    }

    /** Refuses what {@link #enter(NewArea)} would refuse, and enters nothing. */
    public void check(NewArea area) {
        check(area, area.aliases());
    }

    private void check(NewArea area, List<String> former) {
        DistrictCentre centre = centreOf(area);
        PropertyArea.entered(area, former, centre, codeOf(centre, 1), clock.instant());
    }

    /** Refuses what {@link #change} would refuse of an area on record, and changes nothing. */
    public void checkChange(AreaView record, NewArea told) {
        List<String> former = new ArrayList<>(record.aliases());
        former.addAll(told.aliases());
        former.add(record.name());
        check(told, former);
    }

    /** The buildings of an area that is held; counts as a change of the area. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeBuildings(AreaId id, List<Building> told) {
        areas.countUp(id);
        buildings.replace(id, told);
    }

    /**
     * The same, with the first line of its history.
     *
     * @param text how it came
     * @param by   who decided it
     */
    @Transactional
    public AreaId enter(NewArea area, String text, CurrentUser by) {
        AreaId entered = enter(area);
        history.record(entered, AreaEvent.ENTERED, by, text, null);
        return entered;
    }

    /** Enters a new area under the next number of its district; refuses what can't be a name or an address. */
    @Transactional
    public AreaId enter(NewArea area) {
        DistrictCentre centre = centreOf(area);
        PropertyArea entered =
                PropertyArea.entered(area, area.aliases(), centre, codeOf(centre, nextNumber(centre)), clock.instant());
        areas.saveAndFlush(entered);
        trail.record(AuditEvent.of("AREA_ENTERED").on("area", entered.code(), entered.name()));
        return entered.id();
    }

    /** DH and 236 → DH-00236; beyond 99,999 the number grows by a digit. */
    private static String codeOf(DistrictCentre centre, int number) {
        return "%s-%05d".formatted(centre.code(), number);
    }

    private PropertyArea locked(AreaId id) {
        return areas.lock(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("area " + id));
    }

    private DistrictCentre centreOf(NewArea area) {
        return districts.ofStreet(area.street()).orElseThrow(() -> Refusal.because("area.street.unknown"));
    }

    /**
     * The next running number in the district. The district keeps its letters from the first one on. Others of the same
     * district wait until the transaction ends; rolled back, the number is given again: distinct and without gaps.
     */
    private int nextNumber(DistrictCentre district) {
        return jdbc.sql("""
                        INSERT INTO area_number AS numbers (district_id, district_code, last_number)
                        VALUES (:district, :letters, 1)
                        ON CONFLICT (district_id) DO UPDATE SET last_number = numbers.last_number + 1
                        RETURNING last_number
                        """)
                .param("district", district.id().value())
                .param("letters", district.code())
                .query(Integer.class)
                .single();
    }
}
