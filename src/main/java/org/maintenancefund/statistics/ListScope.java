package org.maintenancefund.statistics;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.statistics.Breakdown.Place;
import org.maintenancefund.web.ListFilter;
import org.springframework.stereotype.Component;

/** The filters that the lists behind the figures share: where, of which kind, in which time. A district's people see their own. */
@Component
@RequiredArgsConstructor
class ListScope {

    /** As the address calls what lies in no street. */
    static final String NO_STREET = "none";

    private final Districts districts;
    private final Breakdown breakdown;
    private final Clock clock;

    /** A list's filter, of which nothing is read yet. */
    static ListFilter filter(String path, Map<String, List<String>> address) {
        return new ListFilter(path, address).within("street", "district");
    }

    /**
     * Reads place and kind.
     *
     * @param table in the statement, with the columns {@code district_id}, {@code street_id} and {@code kind}
     */
    Conditions read(ListFilter filter, CurrentUser user, String table) {
        Optional<DistrictCentre> district = districts.seenBy(user).limit(filter);
        Conditions where = new Conditions()
                .equal(
                        table + ".district_id",
                        district.map(centre -> centre.id().value()));
        filter.one("street", streets(district), ListScope::word, Place::name).ifPresent(place -> {
            if (place.id() == null) {
                where.and(table + ".street_id IS NULL");
            } else {
                where.and(table + ".street_id = :street", "street", place.id());
            }
        });
        return where.equal(
                table + ".kind",
                filter.one("kind", breakdown.kinds(), ApplicationKind::code, ApplicationKind::label)
                        .map(ApplicationKind::code));
    }

    private static List<Place> streets(Optional<DistrictCentre> district) {
        List<Place> streets = new ArrayList<>();
        district.ifPresent(centre -> {
            centre.streetsByName()
                    .forEach(street -> streets.add(new Place(street.id().value(), street.name())));
            streets.add(Place.none());
        });
        return streets;
    }

    private static String word(Place place) {
        return place.id() == null ? NO_STREET : place.id().toString();
    }

    /** Reads the days {@code from} and {@code to}, both included, in which the time in that column lies. */
    void within(ListFilter filter, String label, Conditions where, String column) {
        ListFilter.Period days = filter.period("from", "to", label);
        days.first().ifPresent(day -> where.and(column + " >= :from", "from", startOf(day)));
        days.last().ifPresent(day -> where.and(column + " < :to", "to", startOf(day.plusDays(1))));
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    ApplicationKind kind(String code) {
        return breakdown.kinds().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Where the district's people look at it; null for who reviews nothing. */
    static @Nullable String href(ApplicationKind kind, String number, CurrentUser user) {
        return kind.reviews().isOpenTo(user.role()) ? kind.reviewPath() + "/" + number : null;
    }

    /** 东湖区 翠屏街道; the district alone for what lies in no street. */
    String place(UUID district, @Nullable UUID street) {
        DistrictCentre centre = districts.get(new DistrictId(district));
        return street == null
                ? centre.name()
                : centre.name() + " "
                        + centre.street(new StreetId(street)).map(Street::name).orElse("");
    }
}
