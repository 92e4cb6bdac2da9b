package org.maintenancefund.collection.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.collection.handover.HandoverRights.Side;
import org.maintenancefund.collection.handover.HandoverView.Party;
import org.maintenancefund.collection.handover.HandoverView.Signed;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameWriting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hand-overs for who may see them, and areas that are to be handed over and that nobody has opened yet. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class HandoverRegister {

    private static final Keyset<Row> ROWS = new Keyset<>(
            "l.number, l.state, l.area_id, a.name AS area, f.name AS former, l.former_until, s.name AS successor,"
                    + " l.successor_from",
            "FROM handover_line(CAST(:today AS date)) l JOIN named_area a ON a.id = l.area_id"
                    + " JOIN organisation f ON f.id = l.former_id LEFT JOIN organisation s ON s.id = l.successor_id",
            List.of(new Keyset.Key("l.sort", String.class)),
            true,
            (row, i) -> row(row));

    private final HandoverRights rights;
    private final Matters matters;
    private final PropertyAreas areas;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A line of the list.
     *
     * @param number    null where nobody has opened it
     * @param successor null where there is none
     */
    public record Row(
            @Nullable HandoverNumber number,
            HandoverState state,
            AreaId areaId,
            String area,
            String former,
            LocalDate formerUntil,
            @Nullable String successor,
            @Nullable LocalDate successorFrom) {}

    /** An area that is to be handed over, before anybody has opened it. */
    public record Offered(
            AreaView area,
            Side side,
            Party former,
            LocalDate until,
            @Nullable Party successor,
            @Nullable LocalDate from,
            List<Matter> matters) {

        /** Whether somebody of the next company looks at it. */
        public boolean isBySuccessor() {
            return side == Side.SUCCESSOR;
        }

        public boolean isByDistrict() {
            return side == Side.DISTRICT;
        }
    }

    /**
     * Those that the person sees: what is due first, then the latest.
     *
     * @param waiting those alone where it is their turn
     */
    public Listing<Row> list(String text, boolean waiting, CurrentUser user) {
        Conditions where = (waiting ? HandoverRights.turn(user) : HandoverRights.seen(user)).bind("today", today());
        String key = NameWriting.of(text);
        return ROWS.where(
                jdbc,
                key.isEmpty()
                        ? where
                        : where.and(
                                        "(strpos(a.search_key, :text) > 0 OR strpos(lower(coalesce(l.number, '')), :code) > 0)",
                                        "text",
                                        key)
                                .bind("code", text.strip().toLowerCase(Locale.ROOT)));
    }

    /** The hand-over; {@link NotFound} where the person may not see it. */
    public HandoverView get(HandoverNumber number, CurrentUser user) {
        return jdbc.sql("SELECT h.*, f.name AS former, coalesce(h.successor_id, d.successor_id) AS goes_on, s.name AS"
                        + " successor, d.successor_from, d.former_until AS due_until FROM handover h"
                        + " JOIN organisation f ON f.id = h.former_id"
                        + " LEFT JOIN handover_due(CAST(:today AS date)) d ON d.area_id = h.area_id AND d.former_id = h.former_id"
                        + " AND h.settled_at IS NULL"
                        + " LEFT JOIN organisation s ON s.id = coalesce(h.successor_id, d.successor_id)"
                        + " WHERE h.number = :number")
                .param("number", number.value())
                .param("today", today())
                .query((row, i) -> view(number, row, user))
                .optional()
                .orElseThrow(() -> new NotFound("hand-over " + number));
    }

    /** What is to be handed over in an area; {@link NotFound} where nothing is, or somebody may not see it. */
    public Offered offered(AreaId id, CurrentUser user) {
        AreaView area = areas.standing(id);
        return jdbc.sql("SELECT d.*, f.name AS former, s.name AS successor FROM handover_due(CAST(:today AS date)) d"
                        + " JOIN organisation f ON f.id = d.former_id LEFT JOIN organisation s ON s.id = d.successor_id"
                        + " WHERE d.area_id = :area")
                .param("area", area.id().value())
                .param("today", today())
                .query((row, i) -> offered(area, row, user))
                .optional()
                .orElseThrow(() -> new NotFound("hand-over of area " + id));
    }

    /** The number of the one that is under way in an area. */
    public Optional<HandoverNumber> underway(AreaId area) {
        return jdbc.sql("SELECT h.number FROM handover h WHERE h.area_id = :area"
                        + " AND h.state IN ('OPEN', 'HANDED_OVER', 'OBJECTED')")
                .param("area", area.value())
                .query((row, i) -> new HandoverNumber(row.getString("number")))
                .optional();
    }

    private Offered offered(AreaView area, ResultSet row, CurrentUser user) throws SQLException {
        UUID former = row.getObject("former_id", UUID.class);
        UUID successor = row.getObject("successor_id", UUID.class);
        return new Offered(
                area,
                rights.side(area, former, successor, user),
                new Party(new EnterpriseId(former), row.getString("former")),
                row.getObject("former_until", LocalDate.class),
                party(successor, row.getString("successor")),
                row.getObject("successor_from", LocalDate.class),
                matters.today(area.id(), former, Map.of()));
    }

    private HandoverView view(HandoverNumber number, ResultSet row, CurrentUser user) throws SQLException {
        UUID former = row.getObject("former_id", UUID.class);
        UUID successor = row.getObject("goes_on", UUID.class);
        AreaView area = areas.get(new AreaId(row.getObject("area_id", UUID.class)));
        Side side = rights.side(area, former, successor, user);
        HandoverState state = HandoverState.valueOf(row.getString("state"));
        LocalDate due = row.getObject("due_until", LocalDate.class);
        Map<MatterKind, Matter> kept = matters.kept(number);
        List<Matter> now = matters.today(area.id(), former, kept);
        return new HandoverView(
                number,
                area,
                side,
                state,
                due != null,
                due != null && due.isBefore(today()),
                new Party(new EnterpriseId(former), row.getString("former")),
                due == null ? row.getObject("former_until", LocalDate.class) : due,
                party(successor, row.getString("successor")),
                row.getObject("successor_from", LocalDate.class),
                new Signed(
                        row.getString("opened_by_name"),
                        row.getTimestamp("opened_at").toInstant()),
                signed(row, "handed"),
                row.getString("objection"),
                signed(row, "settled"),
                row.getString("released_because"),
                state.isEdited()
                        ? now
                        : now.stream()
                                .map(matter -> kept.getOrDefault(matter.kind(), matter))
                                .toList(),
                now,
                row.getInt("version"));
    }

    private static @Nullable Party party(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Party(new EnterpriseId(id), name);
    }

    private static @Nullable Signed signed(ResultSet row, String step) throws SQLException {
        Timestamp at = row.getTimestamp(step + "_at");
        return at == null ? null : new Signed(row.getString(step + "_by_name"), at.toInstant());
    }

    private static Row row(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return new Row(
                number == null ? null : new HandoverNumber(number),
                HandoverState.valueOf(row.getString("state")),
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getString("area"),
                row.getString("former"),
                row.getObject("former_until", LocalDate.class),
                row.getString("successor"),
                row.getObject("successor_from", LocalDate.class));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
