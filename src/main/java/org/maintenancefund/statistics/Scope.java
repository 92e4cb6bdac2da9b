package org.maintenancefund.statistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Street;

/**
 * What is counted: where, of which kind and from when to when.
 *
 * @param district empty for the whole city, which is then shown district by district; a district street by street
 * @param last     the last day, included
 */
public record Scope(
        Optional<DistrictCentre> district,
        Optional<Street> street,
        Optional<ApplicationKind> kind,
        LocalDate first,
        LocalDate last) {

    /** The column that tells places apart. */
    String placeColumn() {
        return district.isPresent() ? "street_id" : "district_id";
    }

    /** The conditions of places, behind another one. */
    String inPlace(String table) {
        return district.map(centre -> " AND " + table + ".district_id = :district")
                        .orElse("")
                + street.map(chosen -> " AND " + table + ".street_id = :street").orElse("");
    }

    /** The conditions of an application, submitted or decided at the time in that column. */
    String ofApplications(String table, String at) {
        return at + " >= :first AND " + at + " < :end" + inPlace(table)
                + kind.map(chosen -> " AND " + table + ".kind = :kind").orElse("");
    }

    /** What the conditions ask for. */
    Map<String, Object> params(ZoneId zone) {
        Map<String, Object> params = new HashMap<>();
        params.put("zone", zone.getId());
        params.put("first", first.atStartOfDay(zone).toOffsetDateTime());
        params.put("end", last.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        district.ifPresent(centre -> params.put("district", centre.id().value()));
        street.ifPresent(chosen -> params.put("street", chosen.id().value()));
        kind.ifPresent(chosen -> params.put("kind", chosen.code()));
        return params;
    }
}
