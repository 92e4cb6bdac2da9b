package org.maintenancefund.area.report;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.DistrictFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports that a person may see, oldest first. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReportList {

    private static final Keyset<Row> LIST = new Keyset<>(
            "r.*, r.notified_at IS NOT NULL AS notified",
            "FROM area_report r",
            List.of(new Keyset.Key("r.reported_at", Instant.class), new Keyset.Key("r.number", String.class)),
            false,
            new RecordRows<>(Row.class));

    /** Of the district, or what none is named for. */
    private static final String OWN =
            "FROM area_report WHERE (district_id = :district OR (cast(:district AS uuid) IS NULL AND district_id IS NULL))";

    private final JdbcClient jdbc;
    private final DistrictFigures kept;

    /**
     * What of the reports waits.
     *
     * @param open     for an answer
     * @param answered for somebody to tell the answer
     */
    record Figures(long open, long answered) {}

    record Row(
            ApplicationNumber number,
            ReportKind kind,
            ReportState state,
            String areas,
            String contactName,
            MobileNumber contactMobile,
            Instant reportedAt,
            String reply,
            boolean notified) {}

    /** Those of a state that the person may see; of all states where it is empty. */
    Listing<Row> list(CurrentUser user, Optional<String> state) {
        return LIST.where(
                jdbc,
                new Conditions()
                        .equal("r.district_id", user.districtIfAny().map(DistrictId::value))
                        .equal("r.state", state));
    }

    /** How many reports of each state the person may see, each counted up to a limit; by one question. */
    Map<ReportState, Long> counts(CurrentUser user) {
        Map<ReportState, Long> counts = new EnumMap<>(ReportState.class);
        Conditions where = new Conditions()
                .equal("r.district_id", user.districtIfAny().map(DistrictId::value))
                .bind("states", Stream.of(ReportState.values()).map(Enum::name).toArray(String[]::new));
        jdbc.sql("SELECT s.state, (SELECT count(*) FROM (SELECT FROM area_report r WHERE r.state = s.state"
                        + where.sql() + " LIMIT " + (CappedCount.LIMIT + 1)
                        + ") AS counted) FROM unnest(CAST(:states AS text[])) AS s (state)")
                .params(where.params())
                .query(row -> {
                    counts.put(ReportState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** The open ones, and those that were answered and whose person was not phoned yet; asked once for all who show them. */
    Figures figures(@Nullable DistrictId district) {
        return kept.of(district, Figures.class, () -> count(district));
    }

    private Figures count(@Nullable DistrictId district) {
        return jdbc.sql("SELECT (SELECT count(*) " + OWN + " AND state = 'OPEN')," + " (SELECT count(*) " + OWN
                        + " AND state <> 'OPEN' AND notified_at IS NULL)")
                .param("district", district == null ? null : district.value())
                .query((row, i) -> new Figures(row.getLong(1), row.getLong(2)))
                .single();
    }
}
