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

    private static final String UPDATE =
            "UPDATE message_template SET changed_at = :now, changed_by = :by, version = version + 1";

    private static final String SEEN = " WHERE kind = :kind AND version = :seen";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * The words of a kind.
     *
     * @param own       whether the city wrote them; otherwise they are those of the system
     * @param changedAt when they were written or the system's restored; null where neither ever was
     * @param version   counted on by both, so that nobody saves over what they have not seen; 0 where neither ever was
     */
    public record Known(
            MessageKind kind,
            Template words,
            boolean own,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            int version) {

        private static Known standard(MessageKind kind) {
            return new Known(kind, Template.standard(kind), false, null, null, 0);
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
                        .params(params(kind, by))
                        .params(words(words))
                        .update()
                : jdbc.sql(UPDATE + ", subject = :subject, text = :text, sms = :sms" + SEEN)
                        .params(params(kind, by))
                        .params(words(words))
                        .param("seen", seen)
                        .update();
        if (saved == 0) {
            throw new StaleVersion(kind);
        }
        record("MESSAGE_TEMPLATE_CHANGED", kind, before.words(), words);
    }

    /** 恢复默认: back to the words of the system; {@link StaleVersion} where somebody else was quicker. */
    public void restore(MessageKind kind, int seen, CurrentUser by) {
        Known before = get(kind);
        int restored = jdbc.sql(
                        UPDATE + ", subject = NULL, text = NULL, sms = NULL" + SEEN + " AND subject IS NOT NULL")
                .params(params(kind, by))
                .param("seen", seen)
                .update();
        if (restored == 0) {
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

    private Map<String, Object> params(MessageKind kind, CurrentUser by) {
        return Map.of("kind", kind.name(), "now", Timestamp.from(clock.instant()), "by", by.personName());
    }

    private static Map<String, Object> words(Template words) {
        return Map.of("subject", words.subject(), "text", words.text(), "sms", words.sms());
    }

    private static Known known(ResultSet row) throws SQLException {
        MessageKind kind = MessageKind.valueOf(row.getString("kind"));
        String subject = row.getString("subject");
        return new Known(
                kind,
                subject == null
                        ? Template.standard(kind)
                        : new Template(subject, row.getString("text"), row.getString("sms")),
                subject != null,
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                row.getInt("version"));
    }
}
