package org.maintenancefund.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.OwedPapers;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.DueDate;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A district's queue of one kind: oldest first, by keyset. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ReviewQueue {

    /** Decided, and the contact was not told yet; in the words of the index of those. */
    static final String UNNOTIFIED = "notified_at IS NULL AND status IN ('APPROVED', 'RETURNED', 'REFUSED')";

    private static final SubjectName GONE = new SubjectName("", "");

    /** A row that waits for the name of its subject. */
    private record Found(UUID subject, Function<SubjectName, QueueRow> named) {}

    private final JdbcClient jdbc;
    private final ApplicationDefinitions definitions;
    private final Districts districts;
    private final WorkingDays workingDays;
    private final Clock clock;

    /** The queue, narrowed down by the address of its list. */
    public ListPage<QueueRow> page(ApplicationKind kind, DistrictId district, Map<String, List<String>> address) {
        List<Street> streets =
                districts.find(district).map(DistrictCentre::streetsByName).orElse(List.of());
        ListFilter filter = new ListFilter(kind.reviewPath(), address);
        List<Option> tabs = Arrays.stream(QueueTab.values())
                .map(tab -> Option.of(tab.word(), tab.label()))
                .toList();
        QueueTab tab = QueueTab.of(filter.tab("tab", tabs, QueueTab.PENDING.word()));
        Conditions where = new Conditions()
                .equal("district_id", Optional.of(district.value()))
                .equal("kind", Optional.of(kind.code()))
                .equal("status", tab.status());
        String from = from(where, SearchText.of(filter.text("q")));
        where.equal(
                "street_id",
                filter.one("street", streets, Street::id, Street::name)
                        .map(street -> street.id().value()));
        where.equal("tag", filter.one("tag", kind.tags(), tag -> tag, tag -> tag));
        ListFilter.Period submitted = filter.period("from", "to", Messages.of("application.filter.submitted"));
        submitted.first().ifPresent(day -> where.and("submitted_at >= :from", "from", startOf(day)));
        submitted.last().ifPresent(day -> where.and("submitted_at < :to", "to", startOf(day.plusDays(1))));
        if (filter.ticked("unnotified", Messages.of("application.filter.unnotified"))) {
            where.and(UNNOTIFIED);
        }
        if (filter.ticked("owed", Messages.of("application.filter.owed"))) {
            where.and(OwedPapers.OWES);
        }
        Instant now = clock.instant();
        Keyset<Found> queue = new Keyset<>(
                "number, status, round, title, tag, subject_id, contact_name, contact_mobile, due_on, notified_at",
                from,
                List.of(new Keyset.Key("submitted_at", Instant.class), new Keyset.Key("number", String.class)),
                false,
                (row, i) -> found(row, now));
        return new ListPage<>(filter, queue.where(jdbc, where).map(found -> named(kind, found)));
    }

    /** Those that hold the text are found first, by its grams: walking the queue for a rare text would read all of it. */
    private static String from(Conditions place, SearchText text) {
        if (text.isBlank()) {
            return "FROM application";
        }
        Conditions holding = new Conditions();
        text.narrow(holding, "search_key");
        holding.params().forEach(place::bind);
        return "FROM (SELECT * FROM application WHERE true" + place.sql() + holding.sql() + " OFFSET 0) AS found";
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    /** One more question for the subjects of a whole page. */
    private List<QueueRow> named(ApplicationKind kind, List<Found> page) {
        Map<UUID, SubjectName> names = definitions
                .of(kind)
                .presenter()
                .nameSubjects(page.stream().map(Found::subject).toList());
        return page.stream()
                .map(found -> found.named().apply(names.getOrDefault(found.subject(), GONE)))
                .toList();
    }

    /**
     * The pending application that stands behind the given one in the queue, after the last one the first: 下一条. Whoever leaves
     * one out so comes to the others before it comes again.
     */
    public Optional<ApplicationNumber> next(ApplicationKind kind, DistrictId district, ApplicationNumber after) {
        String others =
                "(SELECT number FROM application WHERE district_id = :district AND kind = :kind AND status = 'PENDING'"
                        + " AND number <> :after";
        String first = " ORDER BY submitted_at, number LIMIT 1)";
        return jdbc.sql(others + " AND (submitted_at, number) > (SELECT submitted_at, number FROM application"
                        + " WHERE number = :after)" + first + " UNION ALL " + others + first + " LIMIT 1")
                .param("district", district.value())
                .param("kind", kind.code())
                .param("after", after.value())
                .query(String.class)
                .optional()
                .map(ApplicationNumber::new);
    }

    private Found found(ResultSet row, Instant now) throws SQLException {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        ApplicationNumber number = new ApplicationNumber(row.getString("number"));
        ReviewStatus status = ReviewStatus.valueOf(row.getString("status"));
        int round = row.getInt("round");
        String title = row.getString("title");
        String tag = row.getString("tag");
        String contact = row.getString("contact_name");
        MobileNumber mobile =
                MobileNumber.parse(row.getString("contact_mobile")).value();
        Instant submittedAt = row.getTimestamp("sort_0").toInstant();
        DueDate due = DueDate.of(row.getDate("due_on").toLocalDate(), today, workingDays);
        boolean notified = row.getTimestamp("notified_at") != null;
        return new Found(
                row.getObject("subject_id", UUID.class),
                name -> new QueueRow(
                        number,
                        status,
                        round,
                        title,
                        tag,
                        name,
                        contact,
                        mobile,
                        submittedAt,
                        due,
                        workingDays.between(submittedAt, now),
                        LocalDate.ofInstant(submittedAt, clock.getZone()).equals(today),
                        status == ReviewStatus.PENDING && due.isUrgent(),
                        notified));
    }
}
