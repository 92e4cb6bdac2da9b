package org.maintenancefund.notification.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.UnreadMessages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 消息 of an account: nobody sees or reads another one's. */
@Service
@Transactional
@RequiredArgsConstructor
public class Inbox implements UnreadMessages {

    private static final String OWN_UNREAD = " channel = 'IN_APP' AND operator_id = :person AND read_at IS NULL";

    private static final Keyset<Received> LIST = new Keyset<>(
            "id, subject, text, href, created_at, read_at IS NULL AS unread",
            "FROM message",
            List.of(new Keyset.Key("created_at", Instant.class), new Keyset.Key("id", UUID.class)),
            true,
            new RecordRows<>(Received.class));

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A message as its reader sees it.
     *
     * @param href where it is looked at; null where there is no page
     */
    public record Received(
            UUID id, String subject, String text, @Nullable String href, Instant createdAt, boolean unread) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Listing<Received> list(CurrentUser user, boolean unreadOnly) {
        Conditions conditions = new Conditions()
                .and("channel = 'IN_APP'")
                .equal("operator_id", Optional.of(user.operatorId().value()));
        return LIST.where(jdbc, unreadOnly ? conditions.and("read_at IS NULL") : conditions);
    }

    @Override
    @Transactional(readOnly = true)
    public long of(OperatorId person) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM message WHERE" + OWN_UNREAD + " LIMIT 1000) AS counted")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    /** Notes that it was read; answers where it is looked at. {@link NotFound} where it is not the person's. */
    public Optional<String> read(UUID id, CurrentUser user) {
        return Optional.ofNullable(jdbc.sql("UPDATE message SET read_at = coalesce(read_at, :now)"
                        + " WHERE id = :id AND channel = 'IN_APP' AND operator_id = :person RETURNING id, href")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("person", user.operatorId().value())
                .query((row, i) -> new Target(row.getString("href")))
                .optional()
                .orElseThrow(() -> new NotFound("message " + id))
                .href());
    }

    private record Target(@Nullable String href) {}

    /** Notes that all were read that were there then; answers how many. */
    public int readAll(CurrentUser user) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("UPDATE message SET read_at = :now WHERE" + OWN_UNREAD + " AND created_at <= :now")
                .param("now", now)
                .param("person", user.operatorId().value())
                .update();
    }
}
