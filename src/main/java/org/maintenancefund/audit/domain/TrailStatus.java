package org.maintenancefund.audit.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.audit.AuditResult;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.StatusLine;
import org.maintenancefund.web.StatusSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For the auditor: when the trail was verified last and what was found, and whether entries are sealed in time. */
@Component
@Order(10)
@Transactional(readOnly = true)
@RequiredArgsConstructor
class TrailStatus implements StatusSource {

    private static final String VERIFICATION = "audit.status.verification";
    private static final String SEALING = "audit.status.sealing";

    /** Who has not verified the trail for so long is reminded. */
    private static final Duration VERIFIED_FOR = Duration.ofDays(30);

    /** Sealing runs every minute: an entry that waits longer than that waits for nobody. */
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * How the trail stands.
     *
     * @param at      when it was verified last; null: never
     * @param by      whoever did
     * @param intact  what was found
     * @param waiting entries without their seal, and since when the first of them
     */
    private record TrailState(
            @Nullable Instant at,
            @Nullable String by,
            boolean intact,
            long waiting,
            @Nullable Instant since) {}

    @Override
    public List<StatusLine> lines(CurrentUser user) {
        if (!user.is(Role.AUDITOR)) {
            return List.of();
        }
        TrailState standing = standing();
        return List.of(verification(standing), sealing(standing));
    }

    private TrailState standing() {
        return jdbc.sql(
                        "SELECT v.occurred_at, v.operator_name, v.result, w.waiting, w.since"
                                + " FROM (SELECT count(*) AS waiting, min(occurred_at) AS since FROM audit_unsealed) w"
                                + " LEFT JOIN (SELECT occurred_at, operator_name, result FROM audit_entry"
                                + " WHERE action = 'AUDIT_CHAIN_VERIFIED' ORDER BY occurred_at DESC, id DESC LIMIT 1) v ON true")
                .query((row, i) -> new TrailState(
                        instant(row, 1),
                        row.getString(2),
                        AuditResult.SUCCESS.name().equals(row.getString(3)),
                        row.getLong(4),
                        instant(row, 5)))
                .single();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column) == null
                ? null
                : row.getTimestamp(column).toInstant();
    }

    private StatusLine verification(TrailState standing) {
        if (standing.at() == null) {
            return line(VERIFICATION, Messages.of(VERIFICATION + ".never"), "waiting", "never");
        }
        String text =
                Messages.of(VERIFICATION + ".last", Times.minute(standing.at()), Objects.toString(standing.by(), ""));
        if (!standing.intact()) {
            return line(VERIFICATION, text, "bad", "broken");
        }
        return isOlder(standing.at(), VERIFIED_FOR)
                ? line(VERIFICATION, text, "waiting", "old")
                : line(VERIFICATION, text, "ok", "intact");
    }

    private StatusLine sealing(TrailState standing) {
        if (standing.since() == null) {
            return line(SEALING, Messages.of(SEALING + ".none"), "ok", "ok");
        }
        String text = Messages.of(SEALING + ".waiting", standing.waiting(), Times.minute(standing.since()));
        return isOlder(standing.since(), SEALED_WITHIN)
                ? line(SEALING, text, "bad", "late")
                : line(SEALING, text, "ok", "ok");
    }

    private boolean isOlder(Instant at, Duration age) {
        return at.isBefore(clock.instant().minus(age));
    }

    private static StatusLine line(String key, String text, String tag, String state) {
        return StatusLine.of(key, text, tag, state, Page.AUDIT.path());
    }
}
