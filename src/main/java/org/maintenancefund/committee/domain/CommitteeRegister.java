package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Committees in name order, page by page. */
@Component
@Transactional(readOnly = true)
public class CommitteeRegister {

    /** How many parts the sort key has. */
    public static final int KEY_PARTS = 2;

    private static final int SOON_DAYS = 90;
    private static final int LONGEST = 60;

    private final JdbcClient jdbc;
    private final CommitteeRepository committees;
    private final Clock clock;

    CommitteeRegister(JdbcClient jdbc, CommitteeRepository committees, Clock clock) {
        this.jdbc = jdbc;
        this.committees = committees;
        this.clock = clock;
    }

    /**
     * What is looked for; null asks nothing.
     *
     * @param expiring only those whose term ends within 90 days or has ended
     */
    public record Filter(
            String text,
            @Nullable CommitteeAttribute attribute,
            @Nullable CommitteeStatus status,
            boolean expiring,
            @Nullable DistrictId district) {

        /** From the address; what can't be read asks nothing. */
        public static Filter of(
                String text,
                @Nullable String attribute,
                @Nullable String status,
                boolean expiring,
                @Nullable DistrictId district) {
            String trimmed = ChineseText.trim(text);
            return new Filter(
                    trimmed.substring(0, Math.min(trimmed.length(), LONGEST)),
                    Arrays.stream(CommitteeAttribute.values())
                            .filter(value -> value.name().equals(attribute))
                            .findFirst()
                            .orElse(null),
                    Arrays.stream(CommitteeStatus.values())
                            .filter(value -> value.name().equals(status))
                            .findFirst()
                            .orElse(null),
                    expiring,
                    district);
        }

        public boolean isAny() {
            return text.isEmpty() && attribute == null && status == null && !expiring;
        }
    }

    private record Key(UUID id, String nameKey) {}

    public Slice<CommitteeView> page(Filter filter, Cursor cursor) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params);
        if (!cursor.atStart()) {
            where += cursor.backwards() ? " AND (name_key, id) < (:key, :id)" : " AND (name_key, id) > (:key, :id)";
            params.put("key", cursor.keys().get(0));
            params.put("id", id(cursor.keys().get(1)));
        }
        String order = cursor.backwards() ? " ORDER BY name_key DESC, id DESC" : " ORDER BY name_key, id";
        List<Key> keys = jdbc.sql("SELECT id, name_key FROM committee" + where + order + " LIMIT " + (Slice.SIZE + 1))
                .params(params)
                .query((row, i) -> new Key(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        Slice<Key> slice = Slice.of(keys, cursor, key -> Cursor.write(key.nameKey(), key.id()));
        Map<CommitteeId, CommitteeView> views = new HashMap<>();
        committees
                .findAllById(slice.items().stream()
                        .map(key -> new CommitteeId(key.id()))
                        .toList())
                .forEach(committee -> views.put(committee.id(), committee.view()));
        return new Slice<>(
                slice.items().stream()
                        .map(key -> views.get(new CommitteeId(key.id())))
                        .toList(),
                slice.previous(),
                slice.next());
    }

    public CappedCount count(Filter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params);
        return CappedCount.ofCountedUpToOneMore(jdbc.sql("SELECT count(*) FROM (SELECT FROM committee" + where
                        + " LIMIT " + (CappedCount.LIMIT + 1) + ") AS n")
                .params(params)
                .query(Long.class)
                .single());
    }

    private String where(Filter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" WHERE true");
        if (filter.district() != null) {
            where.append(" AND district_id = :district");
            params.put("district", filter.district().value());
        }
        if (!filter.text().isEmpty()) {
            where.append(" AND strpos(name_key, :text) > 0");
            params.put("text", CommitteeName.key(filter.text()));
        }
        if (filter.attribute() != null) {
            where.append(" AND attribute = :attribute");
            params.put("attribute", filter.attribute().name());
        }
        if (filter.status() != null) {
            where.append(" AND status = :status");
            params.put("status", filter.status().name());
        }
        if (filter.expiring()) {
            where.append(" AND status <> 'DISSOLVED' AND term_end <= :soon");
            params.put("soon", LocalDate.now(clock).plusDays(SOON_DAYS));
        }
        return where.toString();
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException tamperedWith) {
            return new UUID(0, 0);
        }
    }
}
