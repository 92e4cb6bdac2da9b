package org.maintenancefund.notification.domain;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.notification.Channel;
import org.maintenancefund.notification.MessageKind;
import org.maintenancefund.notification.NotificationProperties;
import org.maintenancefund.notification.Placeholder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes messages in the transaction of what they tell: one for each recipient and way, with all its words, so that sending it
 * asks nothing any more. Told twice it is written once.
 */
@Component
@RequiredArgsConstructor
class Outbox {

    private static final String INSERT = "INSERT INTO message (id, kind, source, channel, operator_id, address,"
            + " recipient_name, subject, text, href, created_at, state, due_at, sent_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT uq_message_once DO NOTHING";

    /** Some seven parts as the networks count them. */
    private static final int LONGEST_SMS = 500;

    private final NotificationProperties settings;
    private final Templates templates;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    /**
     * Tells them.
     *
     * @param source what happened: the same again is not told again
     * @param href   where it is looked at; null where there is no page
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(
            MessageKind kind,
            String source,
            Collection<Recipient> recipients,
            Map<Placeholder, String> values,
            @Nullable String href) {
        if (recipients.isEmpty()) {
            return;
        }
        Template words = templates.get(kind).words().filled(values);
        List<Object[]> rows = new ArrayList<>();
        for (Recipient recipient : recipients) {
            if (recipient.account() != null) {
                rows.add(row(kind, source, Channel.IN_APP, recipient, null, words, href));
            }
            if (recipient.mobile() != null && sends(Channel.SMS)) {
                rows.add(row(
                        kind, source, Channel.SMS, recipient, recipient.mobile().value(), words, href));
            }
            if (!recipient.email().isEmpty() && sends(Channel.EMAIL)) {
                rows.add(row(kind, source, Channel.EMAIL, recipient, recipient.email(), words, href));
            }
        }
        jdbc.batchUpdate(INSERT, rows, new int[] {
            Types.OTHER,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.OTHER,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.TIMESTAMP,
            Types.VARCHAR,
            Types.TIMESTAMP,
            Types.TIMESTAMP
        });
    }

    private boolean sends(Channel channel) {
        return settings.channels().contains(channel);
    }

    private @Nullable Object[] row(
            MessageKind kind,
            String source,
            Channel channel,
            Recipient recipient,
            @Nullable String address,
            Template words,
            @Nullable String href) {
        Timestamp now = Timestamp.from(clock.instant());
        boolean here = channel == Channel.IN_APP;
        return new Object[] {
            Ids.next(),
            kind.name(),
            source,
            channel.name(),
            recipient.account() == null ? null : recipient.account().value(),
            address,
            cut(recipient.name(), 100),
            cut(words.subject(), 300),
            channel == Channel.SMS ? cut(words.sms(), LONGEST_SMS) : cut(words.text(), 4000),
            href,
            now,
            (here ? MessageState.SENT : MessageState.WAITING).name(),
            here ? null : now,
            here ? now : null
        };
    }

    /** What was filled in may be longer than anybody expects: no business fails for the words about it. */
    private static String cut(String words, int most) {
        String full = words.isEmpty() ? "—" : words;
        return full.codePointCount(0, full.length()) <= most
                ? full
                : full.substring(0, full.offsetByCodePoints(0, most - 1)) + "…";
    }
}
