package org.maintenancefund.disclosure.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.disclosure.publication.PublicationView.Objection;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publications and what was objected to them. Whoever asks has made sure that the person may see the area. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PublicationRegister {

    private static final Keyset<PublicationView> ROWS = new Keyset<>(
            "f.area_id, f.month, " + PublicationFigures.COLUMNS
                    + ", f.doors, f.state, f.published_at, f.published_by_name,"
                    + " f.organisation_name, f.confirmed_at, f.confirmed_by_name, f.version",
            "FROM publication f",
            List.of(new Keyset.Key("f.month", LocalDate.class)),
            true,
            (row, i) -> read(row));

    private final JdbcClient jdbc;

    /** Those of an area, the latest first. */
    public Listing<PublicationView> of(AreaId area, SeenMonths seen) {
        Conditions where = ofArea(area);
        return ROWS.where(
                jdbc,
                seen.all() ? where : where.and("f.month = ANY (CAST(:months AS date[]))", "months", seen.firstDays()));
    }

    public Optional<PublicationView> find(AreaId area, YearMonth month) {
        return ROWS
                .where(jdbc, ofArea(area).and("f.month = :month", "month", month.atDay(1)))
                .slice(Cursor.start(), 1)
                .items()
                .stream()
                .findFirst();
    }

    /** What the figures of a month are now. */
    public PublicationFigures figures(AreaId area, YearMonth month) {
        return jdbc.sql("SELECT " + PublicationFigures.COLUMNS + " FROM publication_figures(:area, :month) f")
                .param("area", area.value())
                .param("month", month.atDay(1))
                .query((row, i) -> PublicationFigures.read(row))
                .single();
    }

    /** The latest first. */
    public List<Objection> objections(AreaId area, YearMonth month) {
        return jdbc.sql(
                        "SELECT o.text, o.raised_at, o.raised_by_name, o.answer, o.answered_at, o.answered_by_name, o.answered_for"
                                + " FROM publication_objection o WHERE o.area_id = :area AND o.month = :month ORDER BY o.raised_at DESC")
                .param("area", area.value())
                .param("month", month.atDay(1))
                .query((row, i) -> new Objection(
                        row.getString("text"),
                        row.getTimestamp("raised_at").toInstant(),
                        row.getString("raised_by_name"),
                        row.getString("answer"),
                        instant(row.getTimestamp("answered_at")),
                        row.getString("answered_by_name"),
                        row.getString("answered_for")))
                .list();
    }

    private static Conditions ofArea(AreaId area) {
        return new Conditions().and("f.area_id = :area", "area", area.value());
    }

    private static PublicationView read(ResultSet row) throws SQLException {
        return new PublicationView(
                new AreaId(row.getObject("area_id", UUID.class)),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                PublicationFigures.read(row),
                row.getBoolean("doors"),
                PublicationState.valueOf(row.getString("state")),
                row.getTimestamp("published_at").toInstant(),
                row.getString("published_by_name"),
                row.getString("organisation_name"),
                instant(row.getTimestamp("confirmed_at")),
                row.getString("confirmed_by_name"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
