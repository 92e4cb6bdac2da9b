package org.maintenancefund.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.Remembered;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Keyset.Key;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The notices to the public, and what is on the home page of them. */
@Service
public class Notices {

    /** The newest on the home page, beside the pinned ones. */
    private static final int NEWEST = 5;

    /** As old as a visitors' page may be. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final String COLUMNS = "number, title, shown_from, shown_until, pinned, published_at, taken_down_at,"
            + " changed_at, changed_by_name";

    private static final String LINE = "number, title, shown_from AS \"from\", pinned";

    private static final String PINNED = "CAST(pinned AS integer)";

    private static final String SHOWN = NoticeStatus.SHOWN.condition();

    private static final String NEWEST_FIRST = " ORDER BY shown_from DESC, number DESC";

    private static final String HOME = "SELECT * FROM (SELECT " + LINE + ", shown_from FROM notice WHERE " + SHOWN
            + " AND " + PINNED + " = 1" + NEWEST_FIRST + ") AS pinned"
            + " UNION ALL SELECT * FROM (SELECT " + LINE + ", shown_from FROM notice WHERE " + SHOWN + " AND " + PINNED
            + " = 0" + NEWEST_FIRST + " LIMIT " + NEWEST + ") AS newest"
            + " ORDER BY pinned DESC, shown_from DESC, number DESC";

    private static final RecordRows<NoticeLine> LINES = new RecordRows<>(NoticeLine.class);

    private static final Keyset<NoticeLine> BOARD = new Keyset<>(
            LINE,
            "FROM notice",
            List.of(
                    new Key(PINNED, Integer.class),
                    new Key("shown_from", LocalDate.class),
                    new Key("number", Integer.class)),
            true,
            LINES);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Remembered<List<NoticeLine>> home = new Remembered<>(KEPT, this::readHome);

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The pinned ones and the newest of the others: no statement for each visitor. */
    public List<NoticeLine> onHomePage() {
        return home.get();
    }

    /** Whoever changes a notice calls this in the transaction. */
    public void changing() {
        home.readPastUntilTheEnd();
    }

    private List<NoticeLine> readHome() {
        return jdbc.sql(HOME).param("today", today()).query(LINES).list();
    }

    /** What the public sees, the pinned ones first, then the newest. */
    public Listing<NoticeLine> board() {
        return BOARD.where(jdbc, new Conditions().and(SHOWN, "today", today()));
    }

    /** A notice as the public sees it; {@link NotFound} where it doesn't. */
    public NoticeView shown(NoticeNumber number) {
        return find(number)
                .filter(notice -> notice.status() == NoticeStatus.SHOWN)
                .orElseThrow(() -> new NotFound("notice " + number));
    }

    /** A notice for those who write them; {@link NotFound} where there is none. */
    public NoticeView get(NoticeNumber number) {
        return find(number).orElseThrow(() -> new NotFound("notice " + number));
    }

    /**
     * All notices, the one that was begun last first.
     *
     * @param title a part of the title; any where it is empty
     */
    public Listing<NoticeEntry> list(String title, Optional<NoticeStatus> status) {
        Conditions where = new Conditions();
        if (!title.isEmpty()) {
            where.and("title ILIKE :title", "title", Conditions.part(title));
        }
        status.ifPresent(wanted -> where.and(wanted.condition()));
        if (status.filter(wanted -> wanted.condition().contains(":today")).isPresent()) {
            where.bind("today", today());
        }
        LocalDate today = today();
        return new Keyset<>(
                        COLUMNS,
                        "FROM notice",
                        List.of(new Key("number", Integer.class)),
                        true,
                        (row, i) -> entry(row, today))
                .where(jdbc, where);
    }

    private Optional<NoticeView> find(NoticeNumber number) {
        LocalDate today = today();
        return jdbc.sql("SELECT " + COLUMNS + ", body, version FROM notice WHERE number = :number")
                .param("number", number.value())
                .query((row, i) -> view(row, today))
                .optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static NoticeView view(ResultSet row, LocalDate today) throws SQLException {
        NoticeEntry entry = entry(row, today);
        return new NoticeView(
                entry.number(),
                new NoticeContent(entry.title(), new NoticeText(row.getString("body")), entry.from(), entry.until()),
                entry.status(),
                entry.pinned(),
                row.getInt("version"),
                entry.changedAt(),
                entry.changedBy());
    }

    private static NoticeEntry entry(ResultSet row, LocalDate today) throws SQLException {
        LocalDate from = row.getObject("shown_from", LocalDate.class);
        LocalDate until = row.getObject("shown_until", LocalDate.class);
        return new NoticeEntry(
                new NoticeNumber(row.getInt("number")),
                row.getString("title"),
                status(row, from, until, today),
                row.getBoolean("pinned"),
                from,
                until,
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by_name"));
    }

    private static NoticeStatus status(
            ResultSet row, @Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) throws SQLException {
        if (row.getObject("published_at") == null) {
            return NoticeStatus.DRAFT;
        }
        return row.getObject("taken_down_at") == null
                ? NoticeStatus.published(Objects.requireNonNull(from), until, today)
                : NoticeStatus.TAKEN_DOWN;
    }
}
