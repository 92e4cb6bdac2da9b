package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.office.OfficeAreas;
import org.maintenancefund.office.OfficeId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What offices have to do with associations: the areas they manage, and that one with a history can't be deleted. */
@Component
@Order(2)
@RequiredArgsConstructor
class OfficeAssociations implements OfficeAreas {

    private final JdbcClient jdbc;
    private final PropertyAreas areas;
    private final Clock clock;

    @Override
    public Optional<Reason> whyKept(OfficeId office) {
        record Counts(int all, int effective) {}
        Counts counts = jdbc.sql("SELECT count(*), count(*) FILTER (WHERE effective_to >= :today"
                        + " AND effective_to >= effective_from) FROM association"
                        + " WHERE office_id = :office")
                .param("today", LocalDate.now(clock))
                .param("office", office.value())
                .query((row, i) -> new Counts(row.getInt(1), row.getInt(2)))
                .single();
        if (counts.effective() > 0) {
            return Optional.of(Reason.of("association.office.in-use"));
        }
        return counts.all() > 0 ? Optional.of(Reason.of("association.office.has-history")) : Optional.empty();
    }

    @Override
    public Map<OfficeId, List<String>> areaNames(Collection<OfficeId> offices) {
        record Managed(OfficeId office, AreaId area) {}
        if (offices.isEmpty()) {
            return Map.of();
        }
        List<Managed> managed = jdbc.sql("SELECT office_id, area_id FROM association WHERE office_id IN (:offices)"
                        + " AND effective_from <= :today AND effective_to >= :today")
                .param("offices", offices.stream().map(OfficeId::value).toList())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> new Managed(
                        new OfficeId(row.getObject(1, UUID.class)), new AreaId(row.getObject(2, UUID.class))))
                .list();
        Map<AreaId, AreaView> views =
                areas.byId(managed.stream().map(Managed::area).toList());
        return managed.stream()
                .collect(Collectors.groupingBy(
                        Managed::office,
                        Collectors.mapping(
                                link -> Objects.requireNonNull(views.get(link.area()))
                                        .name(),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        names -> names.stream()
                                                .sorted(SortKey.ORDER)
                                                .toList()))));
    }
}
