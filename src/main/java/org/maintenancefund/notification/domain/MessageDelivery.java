package org.maintenancefund.notification.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.notification.Channel;
import org.maintenancefund.notification.NotificationProperties;
import org.maintenancefund.notification.delivery.MessageSender;
import org.maintenancefund.notification.delivery.Outcome;
import org.maintenancefund.notification.delivery.OutgoingMessage;
import org.maintenancefund.notification.delivery.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends what waits, one message after the other. Each is taken up by a committed statement before it is sent, so that no other
 * instance takes it up too; what was taken up and never heard of again may have arrived, and waits for a person.
 */
@Component
public class MessageDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MessageDelivery.class);

    /** So many in one run, then the job ends between two of them. */
    private static final int MOST = 500;

    /** After so many in a row that got no answer the rest waits for the next run: the other side isn't there. */
    private static final int MOST_SILENT = 5;

    private static final String TAKE_UP = "UPDATE message SET state = 'SENDING', due_at = NULL, attempt = :attempt,"
            + " attempted_at = :now, tries = tries + 1 WHERE id = (SELECT id FROM message WHERE state = 'WAITING'"
            + " AND due_at <= :now ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)"
            + " RETURNING id, channel, address, recipient_name, subject, text, tries";

    private final Map<Channel, MessageSender> senders = new EnumMap<>(Channel.class);
    private final NotificationProperties settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    MessageDelivery(List<MessageSender> senders, NotificationProperties settings, JdbcClient jdbc, Clock clock) {
        senders.stream()
                .filter(sender -> settings.channels().contains(sender.channel()))
                .forEach(sender -> this.senders.put(sender.channel(), sender));
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record TakenUp(OutgoingMessage message, Channel channel, UUID attempt, int tries) {}

    /** Sends all that is due; answers how many were tried. Never within a transaction: each step is one of its own. */
    @Transactional(propagation = Propagation.NEVER)
    public int sendDue() {
        giveUpLost();
        int tried = 0;
        int silent = 0;
        while (tried < MOST && silent < MOST_SILENT && !Thread.currentThread().isInterrupted()) {
            Optional<TakenUp> next = takeUp();
            if (next.isEmpty()) {
                break;
            }
            Outcome outcome = attempt(next.get());
            settle(next.get(), outcome);
            silent = outcome.isSilence() ? silent + 1 : 0;
            tried++;
        }
        return tried;
    }

    /** What an instance took up and left, be it dead or still at it: only a person says what becomes of it. */
    private void giveUpLost() {
        int lost = jdbc.sql("UPDATE message SET state = 'UNCERTAIN', trouble = :trouble, trouble_detail = ''"
                        + " WHERE state = 'SENDING' AND attempted_at < :before")
                .param("trouble", Trouble.INSTANCE_STOPPED.name())
                .param("before", Timestamp.from(clock.instant().minus(settings.uncertainAfter())))
                .update();
        if (lost > 0) {
            LOG.warn("{} messages were being sent and were not heard of again; somebody has to look at them", lost);
        }
    }

    private Optional<TakenUp> takeUp() {
        UUID attempt = UUID.randomUUID();
        return jdbc.sql(TAKE_UP)
                .param("attempt", attempt)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, i) -> takenUp(row, attempt))
                .optional();
    }

    private static TakenUp takenUp(ResultSet row, UUID attempt) throws SQLException {
        return new TakenUp(
                new OutgoingMessage(
                        row.getObject("id", UUID.class),
                        row.getString("address"),
                        row.getString("recipient_name"),
                        row.getString("subject"),
                        row.getString("text")),
                Channel.valueOf(row.getString("channel")),
                attempt,
                row.getInt("tries"));
    }

    private Outcome attempt(TakenUp taken) {
        MessageSender sender = senders.get(taken.channel());
        if (sender == null) {
            return new Outcome(Outcome.Result.REFUSED, Trouble.NOT_CONFIGURED, "");
        }
        try {
            return sender.send(taken.message());
        } catch (RuntimeException mistake) {
            // Its class alone: what it says may repeat whom the message goes to.
            LOG.error(
                    "{} could not be sent: {}",
                    taken.message(),
                    mistake.getClass().getName());
            return new Outcome(Outcome.Result.UNKNOWN, Trouble.INTERNAL, "");
        }
    }

    private void settle(TakenUp taken, Outcome outcome) {
        Instant now = clock.instant();
        Duration pause = pause(taken.tries());
        MessageState state = switch (outcome.result()) {
            case SENT -> MessageState.SENT;
            case UNKNOWN -> MessageState.UNCERTAIN;
            case REFUSED -> MessageState.FAILED;
            case LATER -> pause == null ? MessageState.FAILED : MessageState.WAITING;
        };
        int settled = jdbc.sql("UPDATE message SET state = :state, due_at = :due, sent_at = :sent, trouble = :trouble,"
                        + " trouble_detail = :detail WHERE id = :id AND state IN ('SENDING', 'UNCERTAIN')"
                        + " AND attempt = :attempt")
                .param("state", state.name())
                .param("due", state == MessageState.WAITING && pause != null ? Timestamp.from(now.plus(pause)) : null)
                .param("sent", state == MessageState.SENT ? Timestamp.from(now) : null)
                .param(
                        "trouble",
                        outcome.trouble() == null ? null : outcome.trouble().name())
                .param("detail", outcome.detail())
                .param("id", taken.message().id())
                .param("attempt", taken.attempt())
                .update();
        if (settled == 0) {
            LOG.warn("{} was decided about while it was being sent: {}", taken.message(), outcome.result());
        } else if (outcome.trouble() != null) {
            LOG.warn(
                    "{} by {}: {} {} at try {}, now {}",
                    taken.message(),
                    taken.channel(),
                    outcome.trouble(),
                    outcome.detail(),
                    taken.tries(),
                    state);
        }
    }

    /** How long to wait before the next try; null where there is none. */
    private @Nullable Duration pause(int tries) {
        return tries <= settings.retries().size() ? settings.retries().get(tries - 1) : null;
    }

    /** Messages that are too old; what is still to be sent, or looked at by a person, stays until it was. */
    @Transactional
    public int deleteExpired() {
        Instant before = clock.instant()
                .atZone(clock.getZone())
                .minus(settings.retention())
                .toInstant();
        return jdbc.sql("DELETE FROM message WHERE created_at < :before AND state IN ('SENT', 'DROPPED')")
                .param("before", Timestamp.from(before))
                .update();
    }
}
