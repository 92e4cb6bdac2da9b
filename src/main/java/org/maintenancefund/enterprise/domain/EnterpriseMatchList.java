package org.maintenancefund.enterprise.domain;

import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The matches of a district, oldest first. */
@Component
public class EnterpriseMatchList {

    private static final String OF_DISTRICT =
            " WHERE e.district_id = :district AND (cast(:state AS text) IS NULL OR m.state = :state)";

    private final JdbcClient jdbc;

    EnterpriseMatchList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page begins, from the address parameters {@code after} and {@code before}. */
    public static Cursor cursor(@Nullable String after, @Nullable String before) {
        return Cursor.read(after, before, 2).checked(key -> {
            key.instant(0);
            key.id(1);
        });
    }

    /** A page of them; null for those of all states. */
    public Slice<EnterpriseMatch> page(DistrictId district, @Nullable EnterpriseMatchState state, Cursor cursor) {
        boolean start = cursor.atStart();
        String behind = start ? "" : " AND (m.found_at, m.id) " + (cursor.backwards() ? "<" : ">") + " (:at, :id)";
        String order = cursor.backwards() ? " ORDER BY m.found_at DESC, m.id DESC" : " ORDER BY m.found_at, m.id";
        return Slice.of(
                jdbc.sql(EnterpriseMatch.SELECT + OF_DISTRICT + behind + order + " LIMIT :limit")
                        .param("district", district.value())
                        .param("state", state == null ? null : state.name())
                        .param("at", start ? null : Timestamp.from(cursor.instant(0)))
                        .param("id", start ? null : cursor.id(1))
                        .param("limit", Slice.SIZE + 1)
                        .query(EnterpriseMatch::read)
                        .list(),
                cursor,
                match -> Cursor.write(match.foundAt().toString(), match.id()));
    }

    /** How many there are; null for those of all states. */
    public CappedCount count(DistrictId district, @Nullable EnterpriseMatchState state) {
        return CappedCount.ofCountedUpToOneMore(
                jdbc.sql("SELECT count(*) FROM (SELECT FROM enterprise_match m JOIN enterprise e ON e.id ="
                                + " m.enterprise_id" + OF_DISTRICT + " LIMIT :limit) AS counted")
                        .param("district", district.value())
                        .param("state", state == null ? null : state.name())
                        .param("limit", CappedCount.LIMIT + 1)
                        .query(Long.class)
                        .single());
    }
}
