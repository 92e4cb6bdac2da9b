package org.maintenancefund.notification.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.notification.MessageKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 消息模板: the words of each kind of message, the city's own or those that come with the system. */
@Service
@Transactional
@RequiredArgsConstructor
public class Templates {

    private static final String SELECT =
            "SELECT kind, subject, text, sms, changed_at, changed_by, version FROM message_template";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * The words of a kind.
     *
     * @param changedAt null where they are those of the system
     * @param version   0 where they are those of the system
     */
    public record Known(
            MessageKind kind,
            Template words,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            int version) {

        /** Whether the city wrote them. */
        public boolean own() {
            return version > 0;
        }

        private static Known standard(MessageKind kind) {
            return new Known(kind, Template.standard(kind), null, null, 0);
        }
    }

    /** Of all kinds, in their order. */
    @Transactional(readOnly = true)
    public List<Known> all() {
        Map<MessageKind, Known> own = jdbc.sql(SELECT).query((row, i) -> known(row)).list().stream()
                .collect(Collectors.toMap(Known::kind, Function.identity()));
        return Arrays.stream(MessageKind.values())
                .map(kind -> own.getOrDefault(kind, Known.standard(kind)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Known get(MessageKind kind) {
        return jdbc.sql(SELECT + " WHERE kind = :kind")
                .param("kind", kind.name())
                .query((row, i) -> known(row))
                .optional()
                .orElseGet(() -> Known.standard(kind));
    }

    /**
     * Messages are written in these words from now on; those that are written already stay.
     *
     * @param seen the version that was changed
     * @throws StaleVersion where somebody else was quicker
     */
    public void save(MessageKind kind, Template words, int seen, CurrentUser by) {
        Known before = get(kind);
        int saved = seen == 0
                ? jdbc.sql("INSERT INTO message_template (kind, subject, text, sms, changed_at, changed_by, version)"
                                + " VALUES (:kind, :subject, :text, :sms, :now, :by, 1)"
                                + " ON CONFLICT ON CONSTRAINT pk_message_template DO NOTHING")
                        .params(params(kind, words, by))
                        .update()
                : jdbc.sql(
                                "UPDATE message_template SET subject = :subject, text = :text, sms = :sms, changed_at = :now,"
                                        + " changed_by = :by, version = version + 1 WHERE kind = :kind AND version = :seen")
                        .params(params(kind, words, by))
                        .param("seen", seen)
                        .update();
        if (saved == 0) {
            throw new StaleVersion(kind);
        }
        record("MESSAGE_TEMPLATE_CHANGED", kind, before.words(), words);
    }

    /** 恢复默认: back to the words of the system; {@link StaleVersion} where somebody else was quicker. */
    public void restore(MessageKind kind, int seen) {
        Known before = get(kind);
        int removed = jdbc.sql("DELETE FROM message_template WHERE kind = :kind AND version = :seen")
                .param("kind", kind.name())
                .param("seen", seen)
                .update();
        if (removed == 0) {
            throw new StaleVersion(kind);
        }
        record("MESSAGE_TEMPLATE_RESTORED", kind, before.words(), Template.standard(kind));
    }

    private void record(String action, MessageKind kind, Template before, Template after) {
        audit.record(AuditEvent.of(action)
                .on("message-template", kind, kind.label())
                .change("templateSubject", before.subject(), after.subject())
                .change("templateText", before.text(), after.text())
                .change("templateSms", before.sms(), after.sms()));
    }

    private Map<String, Object> params(MessageKind kind, Template words, CurrentUser by) {
        return Map.of(
                "kind", kind.name(),
                "subject", words.subject(),
                "text", words.text(),
                "sms", words.sms(),
                "now", Timestamp.from(clock.instant()),
                "by", by.personName());
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                MessageKind.valueOf(row.getString("kind")),
                new Template(row.getString("subject"), row.getString("text"), row.getString("sms")),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                row.getInt("version"));
    }
}
