package org.maintenancefund.disclosure.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 收取公示: published by whoever collects in the area, seen by everybody who sees its collection. */
@Service
@Transactional
@RequiredArgsConstructor
public class PublicationService {

    private final PublicationRegister publications;
    private final PublishedDoors doors;
    private final CollectionRights rights;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A publication with what the person may do about it.
     *
     * @param doors   of which something is open; empty where it doesn't tell them
     * @param decides whether they confirm or object now
     * @param answers whether they answer now
     */
    public record PublicationOfArea(
            PublicationView publication,
            Optional<List<OpenDoor>> doors,
            AreaView area,
            List<PublicationView.Objection> objections,
            boolean decides,
            boolean answers) {}

    /** The publication; {@link NotFound} where the person may not see it, or there is none. */
    @Transactional(readOnly = true)
    public PublicationOfArea get(AreaId id, YearMonth month, CurrentUser user) {
        AreaView area = rights.get(id, user);
        PublicationView found = publications
                .find(area.id(), month)
                .filter(publication -> rights.months(area, user).contains(month))
                .orElseThrow(() -> new NotFound("publication of " + id + " " + month));
        return new PublicationOfArea(
                found,
                doors.of(found),
                area,
                publications.objections(area.id(), month),
                user.is(Role.COMMITTEE_OPERATOR) && found.state().mayBecome().contains(PublicationState.CONFIRMED),
                found.state() == PublicationState.OBJECTED && answers(area, user));
    }

    /**
     * What would be published of a month.
     *
     * @param doors of which something is open; empty where they are not told
     */
    public record Preview(PublicationFigures figures, Optional<List<OpenDoor>> doors) {}

    /** What would be published; {@link NotFound} where the person doesn't collect there today. */
    @Transactional(readOnly = true)
    public Preview preview(AreaId id, YearMonth month, CurrentUser user) {
        AreaView area = rights.collecting(id, user);
        requirePast(month);
        return new Preview(publications.figures(area.id(), month), doors.now(area.id(), month));
    }

    /**
     * Publishes a month as its figures are now, and by the same statement the doors, so that both are of one moment.
     *
     * @throws Refusal where the month is not over, was published already, or there is nothing to publish
     */
    public void publish(AreaId id, YearMonth month, CurrentUser user) {
        AreaView area = rights.collecting(id, user);
        requirePast(month);
        if (publications.figures(area.id(), month).isEmpty()) {
            throw Refusal.because("disclosure.publication.empty", month);
        }
        long made = jdbc.sql(
                        "WITH made AS (INSERT INTO publication (area_id, month, opening, taken_over, paid_in, spent, earned, closing, households,"
                                + " settled_households, billed, settled, received, remitted, doors, state, published_at, published_by,"
                                + " published_by_name, organisation_name, version) SELECT :area, :month, "
                                + PublicationFigures.COLUMNS
                                + ", :doors, 'PUBLISHED', :now, :by, :name, :organisation, 0 FROM publication_figures(:area, :month) f"
                                + " ON CONFLICT ON CONSTRAINT pk_publication DO NOTHING RETURNING area_id, month, doors),"
                                + " told AS (INSERT INTO publication_door (area_id, month, place, building, entrance, door, open)"
                                + " SELECT m.area_id, m.month, d.place, d.building, d.entrance, d.door, d.open"
                                + " FROM made m, publication_open_doors(m.area_id, m.month) d WHERE m.doors)"
                                + " SELECT count(*) FROM made")
                .param("doors", doors.areTold())
                .param("area", area.id().value())
                .param("month", month.atDay(1))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .param("organisation", user.organisationName())
                .query(Long.class)
                .single();
        if (made == 0) {
            throw Refusal.because("disclosure.publication.already", month);
        }
        record("PUBLICATION_MADE", area, month);
    }

    /** Whether the person answers what the committee of the area objects to. */
    boolean answers(AreaView area, CurrentUser user) {
        return user.is(Role.DISTRICT_STAFF) ? user.sees(area.district()) : rights.mayCollect(area, user);
    }

    private void requirePast(YearMonth month) {
        if (!month.isBefore(YearMonth.now(clock))) {
            throw Refusal.because("disclosure.publication.not-over", month);
        }
    }

    private void record(String action, AreaView area, YearMonth month) {
        trail.record(AuditEvent.of(action).on("publication", area.code() + " " + month, area.name()));
    }
}
