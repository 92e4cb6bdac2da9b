package org.maintenancefund.notification.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.notification.Channel;
import org.maintenancefund.notification.MessageKind;
import org.maintenancefund.notification.delivery.Trouble;
import org.maintenancefund.web.AskedOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leaves the system, and what became of it: looked after by people, who don't read what the messages say. */
@Service
@Transactional
@RequiredArgsConstructor
public class Deliveries {

    private static final Keyset<Delivery> OLDEST_FIRST = rows(false);
    private static final Keyset<Delivery> NEWEST_FIRST = rows(true);

    private static Keyset<Delivery> rows(boolean newestFirst) {
        return new Keyset<>(
                "id, kind, source, channel, recipient_name, address, created_at, state, tries, due_at, sent_at, trouble,"
                        + " trouble_detail",
                "FROM message",
                List.of(new Keyset.Key("created_at", Instant.class), new Keyset.Key("id", UUID.class)),
                newestFirst,
                new RecordRows<>(Delivery.class));
    }

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    /** Parts of the list. */
    public enum Part implements Labelled {
        DEAD("state IN ('UNCERTAIN', 'FAILED')"),
        OPEN("state IN ('WAITING', 'SENDING')"),
        SENT("channel <> 'IN_APP' AND state = 'SENT'"),
        ALL("channel <> 'IN_APP'");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }

        /** What waits for somebody or is on its way; the rest is listed newest first. */
        public boolean isOldestFirst() {
            return this == DEAD || this == OPEN;
        }
    }

    /** A message on its way, without what it says. */
    public record Delivery(
            UUID id,
            MessageKind kind,
            String source,
            Channel channel,
            String recipientName,
            String address,
            Instant createdAt,
            MessageState state,
            int tries,
            @Nullable Instant dueAt,
            @Nullable Instant sentAt,
            @Nullable Trouble trouble,
            String troubleDetail) {

        /** Of an application its number; empty otherwise. */
        public String number() {
            return source.matches("[A-Z]{2}[0-9]{8}-[0-9]+/[0-9]+") ? source.substring(0, source.indexOf('/')) : "";
        }

        /** The name, masked where it is a person's. */
        public String name() {
            Checked<PersonName> person = PersonName.parse(recipientName);
            return person.isOk() ? person.value().masked() : recipientName;
        }

        /** Enough of the number or mailbox to know it again. */
        public String masked() {
            return channel == Channel.SMS
                    ? new MobileNumber(address).masked()
                    : address.charAt(0) + "***" + address.substring(address.lastIndexOf('@'));
        }

        /** What went wrong last, in words; empty where nothing did. */
        public String wrong() {
            return trouble == null
                    ? ""
                    : troubleDetail.isEmpty()
                            ? trouble.label()
                            : Messages.of("notification.trouble", trouble.label(), troubleDetail);
        }
    }

    /** What waits for somebody or is on its way oldest first, the rest newest first. */
    @Transactional(readOnly = true)
    public Listing<Delivery> list(Part part, DeliverySearch search) {
        Keyset<Delivery> rows = part.isOldestFirst() ? OLDEST_FIRST : NEWEST_FIRST;
        return rows.where(jdbc, search.conditions(clock.getZone()).and(part.condition));
    }

    private record Counted(Part part) {}

    /** How many there are in a part, asked once for all parts of a page. */
    @Transactional(readOnly = true)
    public CappedCount count(Part part) {
        return AskedOnce.of(
                new Counted(part), () -> list(part, DeliverySearch.ALL).count());
    }

    /** How many of each part are found, each counted up to a limit; by one question. */
    @Transactional(readOnly = true)
    public Map<Part, CappedCount> counts(DeliverySearch search) {
        Conditions conditions = search.conditions(clock.getZone());
        String sql = Stream.of(Part.values())
                .map(part -> "(SELECT count(*) FROM (SELECT FROM message WHERE true" + conditions.sql() + " AND "
                        + part.condition + " LIMIT " + (CappedCount.LIMIT + 1) + ") AS counted)")
                .collect(Collectors.joining(", ", "SELECT ", ""));
        Map<Part, CappedCount> counts = new EnumMap<>(Part.class);
        jdbc.sql(sql).params(conditions.params()).query(row -> {
            for (Part part : Part.values()) {
                counts.put(part, CappedCount.ofCountedUpToOneMore(row.getLong(part.ordinal() + 1)));
            }
        });
        return counts;
    }

    /** 重发: it waits again, under the same identifier, with all its tries before it. */
    public void resend(UUID id, MessageState seen) {
        decide(id, seen, MessageState.WAITING, "MESSAGE_RESENT");
    }

    /** 已送达: a person found out that it arrived. */
    public void confirm(UUID id, MessageState seen) {
        decide(id, seen, MessageState.SENT, "MESSAGE_CONFIRMED");
    }

    /** 不再发送. */
    public void drop(UUID id, MessageState seen) {
        decide(id, seen, MessageState.DROPPED, "MESSAGE_DROPPED");
    }

    private void decide(UUID id, MessageState seen, MessageState wanted, String action) {
        if (!seen.isDead()) {
            throw Refusal.because("notification.decided-already");
        }
        MessageKind kind = jdbc.sql("UPDATE message SET state = :wanted, due_at = :due, sent_at = :sent,"
                        + " attempt = NULL, attempted_at = NULL, tries = CASE WHEN :again THEN 0 ELSE tries END"
                        + " WHERE id = :id AND state = :seen RETURNING kind")
                .param("wanted", wanted.name())
                .param("due", wanted == MessageState.WAITING ? now() : null)
                .param("sent", wanted == MessageState.SENT ? now() : null)
                .param("again", wanted == MessageState.WAITING)
                .param("id", id)
                .param("seen", seen.name())
                .query((row, i) -> MessageKind.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(() -> refusal(id));
        audit.record(
                AuditEvent.of(action).on("message", id, kind.label()).change("state", seen.label(), wanted.label()));
    }

    private RuntimeException refusal(UUID id) {
        boolean there = jdbc.sql("SELECT EXISTS (SELECT FROM message WHERE id = :id AND channel <> 'IN_APP')")
                .param("id", id)
                .query(Boolean.class)
                .single();
        return there ? Refusal.because("notification.decided-already") : new NotFound("message " + id);
    }

    /** 重发 for all that certainly didn't arrive; answers how many. */
    public int resendFailed() {
        int again = jdbc.sql("UPDATE message SET state = 'WAITING', due_at = :now, attempt = NULL, attempted_at = NULL,"
                        + " tries = 0 WHERE state = 'FAILED'")
                .param("now", now())
                .update();
        if (again > 0) {
            audit.record(AuditEvent.of("MESSAGES_RESENT").change("rows", null, again));
        }
        return again;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
