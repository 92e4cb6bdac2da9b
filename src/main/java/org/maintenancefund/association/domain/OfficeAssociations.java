package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Reason;
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
        Map<OfficeId, List<String>> names = new HashMap<>();
        if (!offices.isEmpty()) {
            jdbc.sql("SELECT s.office_id, a.name FROM association s JOIN named_area a ON a.id = s.area_id"
                            + " WHERE s.office_id = ANY (:offices) AND s.effective_from <= :today"
                            + " AND s.effective_to >= :today ORDER BY a.sort_key, a.id")
                    .param("offices", offices.stream().map(OfficeId::value).toArray(UUID[]::new))
                    .param("today", LocalDate.now(clock))
                    .query(row -> {
                        names.computeIfAbsent(new OfficeId(row.getObject(1, UUID.class)), office -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return names;
    }
}
