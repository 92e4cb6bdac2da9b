package org.maintenancefund.disclosure.publication;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.YearMonth;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is said of a publication: its committee confirms or objects; whoever collects there, or the district, answers an objection.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PublicationDecisions {

    private final PublicationRegister publications;
    private final PublicationService service;
    private final CollectionRights rights;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The committee confirms; {@link NotFound} for everybody else. */
    public void confirm(AreaId id, YearMonth month, int seen, CurrentUser user) {
        AreaView area = ofCommittee(id, user);
        move(area, month, PublicationState.CONFIRMED, seen, user);
        record("PUBLICATION_CONFIRMED", area, month);
    }

    /** The committee objects; {@link NotFound} for everybody else. */
    public void object(AreaId id, YearMonth month, int seen, String text, CurrentUser user) {
        AreaView area = ofCommittee(id, user);
        move(area, month, PublicationState.OBJECTED, seen, user);
        jdbc.sql("INSERT INTO publication_objection (id, area_id, month, text, raised_at, raised_by, raised_by_name)"
                        + " VALUES (:id, :area, :month, :text, :now, :by, :name)")
                .param("id", Ids.next())
                .param("area", area.id().value())
                .param("month", month.atDay(1))
                .param("text", text)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .update();
        record("PUBLICATION_OBJECTED", area, month);
    }

    /** Whoever collects there or the district answers what is objected; {@link NotFound} for everybody else. */
    public void answer(AreaId id, YearMonth month, int seen, String text, CurrentUser user) {
        AreaView area = rights.get(id, user);
        if (!service.answers(area, user)) {
            throw new NotFound("publication of " + id + " to answer");
        }
        move(area, month, PublicationState.ANSWERED, seen, user);
        jdbc.sql(
                        "UPDATE publication_objection SET answer = :text, answered_at = :now, answered_by = :by, answered_by_name = :name,"
                                + " answered_for = :organisation WHERE area_id = :area AND month = :month AND answered_at IS NULL")
                .param("area", area.id().value())
                .param("month", month.atDay(1))
                .param("text", text)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .param("organisation", user.organisationName())
                .update();
        record("PUBLICATION_ANSWERED", area, month);
    }

    private AreaView ofCommittee(AreaId id, CurrentUser user) {
        AreaView area = rights.get(id, user);
        if (!user.is(Role.COMMITTEE_OPERATOR)) {
            throw new NotFound("publication of " + id + " to decide");
        }
        return area;
    }

    /** Of two at once the second finds another version. */
    private void move(AreaView area, YearMonth month, PublicationState next, int seen, CurrentUser user) {
        PublicationView found = publications
                .find(area.id(), month)
                .orElseThrow(() -> new NotFound("publication of " + area.id() + " " + month));
        if (found.version() != seen || !found.state().mayBecome().contains(next)) {
            throw new StaleVersion(area.name() + " " + month);
        }
        boolean confirms = next == PublicationState.CONFIRMED;
        int moved = jdbc.sql(
                        "UPDATE publication SET state = :next, version = version + 1, confirmed_at = :at, confirmed_by = :by,"
                                + " confirmed_by_name = :name WHERE area_id = :area AND month = :month AND version = :seen")
                .param("next", next.name())
                .param("at", confirms ? Timestamp.from(clock.instant()) : null, Types.TIMESTAMP)
                .param("by", confirms ? user.operatorId().value() : null, Types.OTHER)
                .param("name", confirms ? user.personName() : null, Types.VARCHAR)
                .param("area", area.id().value())
                .param("month", month.atDay(1))
                .param("seen", seen)
                .update();
        if (moved == 0) {
            throw new StaleVersion(area.name() + " " + month);
        }
    }

    private void record(String action, AreaView area, YearMonth month) {
        trail.record(AuditEvent.of(action).on("publication", area.code() + " " + month, area.name()));
    }
}
