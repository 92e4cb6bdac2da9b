package org.maintenancefund.difference.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.TimelineEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who said what of a difference, and when. */
@Component
@RequiredArgsConstructor
public class Remarks {

    private final JdbcClient jdbc;

    /** Adds one; nobody's is the system's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(DifferenceNumber number, RemarkAction action, String text, @Nullable CurrentUser by, Instant now) {
        jdbc.sql("INSERT INTO difference_remark (id, number, action, text, at, person, person_name, organisation)"
                        + " VALUES (:id, :number, :action, :text, :at, CAST(:person AS uuid), CAST(:name AS text),"
                        + " CAST(:organisation AS text))")
                .param("id", Ids.next())
                .param("number", number.value())
                .param("action", action.name())
                .param("text", text)
                .param("at", Timestamp.from(now))
                .param("person", by == null ? null : by.operatorId().value())
                .param("name", by == null ? null : by.personName())
                .param("organisation", by == null ? null : by.organisationName())
                .update();
    }

    /** All of a difference, the newest first. */
    List<TimelineEntry> of(DifferenceNumber number) {
        return jdbc.sql(
                        "SELECT action, text, at, person_name, organisation FROM difference_remark WHERE number = :number"
                                + " ORDER BY at DESC, id DESC")
                .param("number", number.value())
                .query((row, i) -> new TimelineEntry(
                        RemarkAction.valueOf(row.getString("action")).label(),
                        Stream.of(
                                        Times.minute(row.getTimestamp("at").toInstant()),
                                        row.getString("organisation"),
                                        Objects.requireNonNullElse(
                                                row.getString("person_name"), Messages.of("difference.system")))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining("　")),
                        row.getString("text").isEmpty() ? List.of() : List.of(row.getString("text")),
                        TimelineEntry.Kind.DONE))
                .list();
    }
}
