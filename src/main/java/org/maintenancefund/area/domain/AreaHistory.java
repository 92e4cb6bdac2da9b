package org.maintenancefund.area.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The history of areas, written in the transaction of what happened. */
@Component
@RequiredArgsConstructor
public class AreaHistory {

    /** Lines on the page of an area; where there are more, it says so. */
    public static final int MOST = 200;

    /** The lines of one {@code :area}, newest first; one more than {@link #MOST} where there are more. */
    static final String LINES = """
            SELECT h.event, h.happened_at AS at, h.person, h.organisation, h.text, h.other_id AS other,
                o.name AS other_name, o.code AS other_code
            FROM area_history h LEFT JOIN area o ON o.id = h.other_id
            WHERE h.area_id = :area ORDER BY h.id DESC LIMIT\s""" + (MOST + 1);

    private static final RecordRows<Line> ROWS = new RecordRows<>(Line.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * One thing that happened.
     *
     * @param other the other area it was about, or null
     */
    public record Line(
            AreaEvent event,
            Instant at,
            String person,
            String organisation,
            String text,
            @Nullable UUID other,
            @Nullable String otherName,
            @Nullable String otherCode) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AreaId area, AreaEvent event, CurrentUser by, String text, @Nullable AreaId other) {
        jdbc.sql("INSERT INTO area_history (area_id, event, happened_at, person, organisation, text, other_id)"
                        + " VALUES (:area, :event, :at, :person, :organisation, :text, :other)")
                .param("area", area.value())
                .param("event", event.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("person", by.personName())
                .param("organisation", by.organisationName())
                .param("text", text)
                .param("other", other == null ? null : other.value())
                .update();
    }

    /** Newest first; one more than {@link #MOST} where there are more. */
    public List<Line> of(AreaId area) {
        return jdbc.sql(LINES).param("area", area.value()).query(ROWS).list();
    }
}
