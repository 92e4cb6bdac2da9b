package org.maintenancefund.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.mandate.MandateRows;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.AskedOnce;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose collection a person may see, and do. A company sees the areas that it or one of its offices has a mandate for, an office its
 * own: while the mandate lives with everything in them, afterwards the months that it had ({@link #months}), and nothing to
 * change. A committee sees its own area, staff those of their district or of the city. Bills and receipts are made by whoever's
 * mandate lives today, by nobody else; a company that is disabled does nothing meanwhile.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class CollectionRights {

    private static final String SELECT =
            "SELECT " + MandateRows.COLUMNS + " FROM collection_mandate m WHERE NOT isempty(m.validity) AND ";

    private static final String THEIRS = "(m.enterprise_id = :organisation OR m.office_id = :organisation)";

    /** Neither the company of a mandate nor the one who asks is disabled. */
    private static final String ACTIVE = "NOT EXISTS (SELECT FROM organisation o"
            + " WHERE o.id IN (m.enterprise_id, :organisation) AND o.state <> 'ACTIVE')";

    /** The areas where {@code :organisation} collects on {@code :day}, as a part of this module's statements. */
    public static final String COLLECTED =
            "SELECT m.area_id FROM collection_mandate m WHERE m.validity @> CAST(:day AS date) AND " + THEIRS + " AND "
                    + ACTIVE;

    private static final String IN_ORDER = " ORDER BY m.valid_from, m.id";

    private final PropertyAreas areas;
    private final Committees committees;
    private final ObjectProvider<TakeoverRequirement> takeovers;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The area, or the one it went into; {@link NotFound} where the person may not see its collection. */
    public AreaView get(AreaId id, CurrentUser user) {
        AreaView area = areas.standing(id);
        if (!sees(area, user)) {
            throw new NotFound("collection of area " + id);
        }
        return area;
    }

    /** Whether the person may see the collection of an area that stands for itself. */
    public boolean sees(AreaView area, CurrentUser user) {
        if (user.role().isStaff()) {
            return user.sees(area.district());
        }
        return collects(user)
                ? !mandates(area.id(), user).isEmpty()
                : committees.areasOf(user.organisation()).contains(area.id());
    }

    /** The same for who collects there today; {@link NotFound} where the person may see it only. */
    public AreaView collecting(AreaId id, CurrentUser user) {
        AreaView area = areas.standing(id);
        if (!mayCollect(area, user)) {
            throw new NotFound("collection of area " + id + " to do");
        }
        return area;
    }

    /**
     * The same for who bills or receives there: nobody does before they have taken over from the company that collected there before.
     *
     * @throws Refusal that says what is missing
     */
    public AreaView takenOver(AreaId id, CurrentUser user) {
        AreaView area = collecting(id, user);
        requireTakenOver(area, user);
        return area;
    }

    /** The same where the area is known, and that the person collects there. */
    public void requireTakenOver(AreaView area, CurrentUser user) {
        mandateToday(area.id(), user)
                .flatMap(mandate -> takeovers
                        .orderedStream()
                        .flatMap(requirement -> requirement.missing(area, mandate.enterprise()).stream())
                        .findFirst())
                .ifPresent(reason -> {
                    throw new Refusal(reason);
                });
    }

    /** Whether the person collects there today: theirs is a company or office whose mandate lives. */
    public boolean mayCollect(AreaView area, CurrentUser user) {
        return collects(user)
                && theirs(area.id(), user).stream()
                        .anyMatch(theirs -> theirs.active() && theirs.mandate().isLiveOn(today()));
    }

    /**
     * The months that a person sees of an area that they see: all, but of a company or office whose mandates are over or still to
     * begin only those of its mandates.
     */
    public SeenMonths months(AreaView area, CurrentUser user) {
        if (!collects(user)) {
            return SeenMonths.ALL;
        }
        List<Mandate> theirs = mandates(area.id(), user);
        if (theirs.stream().anyMatch(mandate -> mandate.isLiveOn(today()))) {
            return SeenMonths.ALL;
        }
        return theirs.isEmpty() ? SeenMonths.NONE : SeenMonths.of(theirs.get(0).enterprise(), days(area.id(), user));
    }

    /** Their days in the area and in those that went into it, there where they were. */
    private List<SeenMonths.Days> days(AreaId area, CurrentUser user) {
        return jdbc.sql("SELECT d.area_id, m.valid_from, m.valid_to FROM collection_mandate m"
                        + " CROSS JOIN LATERAL (VALUES (m.area_id), (m.came_from)) AS d(area_id)"
                        + " WHERE NOT isempty(m.validity) AND d.area_id IS NOT NULL AND m.area_id = ANY (:areas) AND "
                        + THEIRS
                        + IN_ORDER)
                .param(
                        "areas",
                        areas.withMerged(area).stream().map(AreaId::value).toArray(UUID[]::new))
                .param("organisation", user.organisation().id())
                .query((row, i) -> new SeenMonths.Days(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        new DateRange(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class))))
                .list();
    }

    /** The mandate of an area that lives on that day, whoever asks. */
    public Optional<Mandate> mandateOn(AreaId area, LocalDate day) {
        return jdbc.sql(SELECT + "m.area_id = :area AND m.validity @> CAST(:day AS date)")
                .param("area", area.value())
                .param("day", day)
                .query(MandateRows::read)
                .optional();
    }

    /** The mandate of an area that lives today, whoever asks; of who collects there it is one of those that were asked for already. */
    public Optional<Mandate> mandateToday(AreaId area, CurrentUser user) {
        Optional<Mandate> own = collects(user)
                ? mandates(area, user).stream()
                        .filter(mandate -> mandate.isLiveOn(today()))
                        .findFirst()
                : Optional.empty();
        return own.or(() -> mandateOn(area, today()));
    }

    /** The mandates by which a company or any of its offices collects, did or will collect there, the first to begin first. */
    public List<Mandate> mandatesOf(AreaId area, EnterpriseId company) {
        return jdbc.sql(SELECT + "m.area_id = :area AND m.enterprise_id = :company" + IN_ORDER)
                .param("area", area.value())
                .param("company", company.value())
                .query(MandateRows::read)
                .list();
    }

    /** The mandates by which the organisation of someone collects, did or will collect there, the first to begin first. */
    public List<Mandate> mandates(AreaId area, CurrentUser user) {
        return theirs(area, user).stream().map(Theirs::mandate).toList();
    }

    /**
     * A mandate of somebody's organisation.
     *
     * @param active false while the company or the office itself is disabled: its mandates rest, to come back as they were
     */
    private record Theirs(Mandate mandate, boolean active) {}

    /** Whether the company that received in the area is theirs. */
    public boolean received(AreaId area, UUID enterprise, CurrentUser user) {
        return mandates(area, user).stream()
                .anyMatch(mandate -> mandate.enterprise().value().equals(enterprise));
    }

    private record OfArea(AreaId area, OrgRef organisation) {}

    private List<Theirs> theirs(AreaId area, CurrentUser user) {
        return AskedOnce.of(
                new OfArea(area, user.organisation()),
                () -> jdbc.sql("SELECT " + MandateRows.COLUMNS + ", " + ACTIVE + " AS active FROM collection_mandate m"
                                + " WHERE NOT isempty(m.validity) AND m.area_id = :area AND " + THEIRS + IN_ORDER)
                        .param("area", area.value())
                        .param("organisation", user.organisation().id())
                        .query((row, i) -> new Theirs(MandateRows.read(row, i), row.getBoolean("active")))
                        .list());
    }

    /** The areas that someone sees who is no staff: of their mandates, living and ended, or of their committee. */
    public Collection<AreaId> of(CurrentUser user) {
        return collects(user) ? mandated(user.organisation()).keySet() : committees.areasOf(user.organisation());
    }

    /** Those of them where the person collects today; none of staff and committees. */
    public Set<AreaId> collected(CurrentUser user) {
        return collects(user)
                ? mandated(user.organisation()).entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private record Mandated(OrgRef organisation) {}

    /** The areas that an organisation has or had a mandate for: true where it collects today, as {@link #COLLECTED} says. */
    private Map<AreaId, Boolean> mandated(OrgRef organisation) {
        return AskedOnce.of(new Mandated(organisation), () -> {
            Map<AreaId, Boolean> areasOf = new LinkedHashMap<>();
            jdbc.sql("SELECT m.area_id, bool_or(m.validity @> CAST(:day AS date) AND " + ACTIVE
                            + ") FROM collection_mandate m WHERE NOT isempty(m.validity) AND " + THEIRS
                            + " GROUP BY m.area_id")
                    .param("day", today())
                    .param("organisation", organisation.id())
                    .query((row, i) -> areasOf.put(new AreaId(row.getObject(1, UUID.class)), row.getBoolean(2)))
                    .list();
            return areasOf;
        });
    }

    private static boolean collects(CurrentUser user) {
        return user.is(Role.ENTERPRISE_OPERATOR) || user.is(Role.OFFICE_OPERATOR);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
