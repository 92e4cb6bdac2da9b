package org.maintenancefund.application.domain;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.TimelineEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 办理记录 of applications: entries are added, never changed. */
@Component
class Timeline {

    /** Who acts, as the timeline names them. */
    record Actor(@Nullable OperatorId id, String name, String organisation) {

        static Actor of(CurrentUser user) {
            return new Actor(user.operatorId(), user.personName(), user.organisationName());
        }

        /** Someone not signed in who holds the 回执码, or a first-time applicant. */
        static Actor applicant(String name) {
            return new Actor(null, name, "申请人");
        }

        static Actor system() {
            return new Actor(null, "系统", "系统");
        }
    }

    /** What a decision says. */
    record Opinion(List<String> reasons, String text, String internalRemark) {
        static final Opinion NONE = new Opinion(List.of(), "", "");
    }

    private final JdbcClient jdbc;

    Timeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            Application application,
            ReviewAction action,
            @Nullable ReviewStatus from,
            Actor actor,
            Opinion opinion,
            Instant at) {
        jdbc.sql(
                        "INSERT INTO application_entry (number, round, action, from_status, to_status, at, actor_id, actor_name,"
                                + " actor_organisation, reasons, opinion, internal_remark) VALUES (:number, :round, :action, :from,"
                                + " :to, :at, :actorId, :actorName, :organisation, :reasons, :opinion, :remark)")
                .param("number", application.number().value())
                .param("round", application.round())
                .param("action", action.name())
                .param("from", from == null ? null : from.name())
                .param("to", application.status().name())
                .param("at", Timestamp.from(at))
                .param("actorId", actor.id() == null ? null : actor.id().value())
                .param("actorName", actor.name())
                .param("organisation", actor.organisation())
                .param("reasons", opinion.reasons().toArray(String[]::new))
                .param("opinion", opinion.text())
                .param("remark", opinion.internalRemark())
                .update();
    }

    /** Newest first. */
    List<TimelineEntry> of(ApplicationNumber number) {
        return jdbc.sql("SELECT round, action, at, actor_name, actor_organisation, reasons, opinion, internal_remark,"
                        + " ARRAY(SELECT p.document || CASE WHEN p.received THEN ' 已收到' ELSE ' 未收到' END"
                        + " FROM application_paper p WHERE p.number = e.number AND p.round = e.round"
                        + " AND e.action IN ('APPROVE', 'RETURN', 'REFUSE') ORDER BY p.position)"
                        + " FROM application_entry e WHERE number = :number ORDER BY id DESC")
                .param("number", number.value())
                .query((row, i) -> new TimelineEntry(
                        row.getInt(1),
                        ReviewAction.valueOf(row.getString(2)),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        strings(row.getArray(6)),
                        row.getString(7),
                        row.getString(8),
                        strings(row.getArray(9))))
                .list();
    }

    /** Who brought the application to where it stands: the newest entry that is a transition. */
    Optional<TimelineEntry> lastTransition(ApplicationNumber number) {
        return of(number).stream()
                .filter(entry -> entry.action().target().isPresent())
                .findFirst();
    }

    private static List<String> strings(Array array) {
        try {
            return List.of((String[]) array.getArray());
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException("reasons are not readable", broken);
        }
    }
}
