package org.maintenancefund.disclosure.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 送达: recorded by whoever collects in the area today, and voided with a reason where it was wrong. */
@Service
@Transactional
@RequiredArgsConstructor
public class DeliveryService {

    private final ReminderRegister reminders;
    private final Attachments attachments;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Those of a reminder, the latest first. */
    @Transactional(readOnly = true)
    public List<ReminderDelivery> of(ReminderNumber batch, int place) {
        return jdbc.sql(
                        "SELECT d.id, d.delivered_on, d.way, d.delivered_by, d.note, d.recorded_at, d.recorded_by_name,"
                                + " d.voided_by_name, d.void_reason, a.id AS proof, a.filename, a.content_type, a.size"
                                + " FROM reminder_delivery d LEFT JOIN stored_attachment a ON a.id = d.proof"
                                + " WHERE d.batch = :batch AND d.place = :place ORDER BY d.delivered_on DESC, d.recorded_at DESC")
                .param("batch", batch.value())
                .param("place", place)
                .query((row, i) -> read(row))
                .list();
    }

    /**
     * Records the same of several reminders of a batch; those of which it is recorded already are left as they are.
     *
     * @param proof a scan, of all of them together; null for none
     * @return of how many it is recorded now and wasn't before
     * @throws NotFound where the person doesn't collect there today, or there is no reminder of such a place
     * @throws Refusal  where the day is before that of the batch, or to come
     */
    public int record(
            ReminderNumber number,
            Collection<Integer> places,
            NewDelivery told,
            @Nullable OpenedScan proof,
            CurrentUser user) {
        ReminderBatch batch = reminders.collecting(number, user).batch();
        requireDay(batch, told.day());
        UUID scan = proof == null ? null : attachments.store(proof).id().value();
        List<Integer> wanted = places.stream().distinct().sorted().toList();
        int there = jdbc.sql("SELECT count(*) FROM reminder r WHERE r.batch = :batch AND r.place = ANY (:places)")
                .param("batch", number.value())
                .param("places", wanted.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
        if (wanted.isEmpty() || there != wanted.size()) {
            throw new NotFound("reminders of " + number);
        }
        int recorded = jdbc.sql(
                        "INSERT INTO reminder_delivery (id, batch, place, made_on, delivered_on, way, delivered_by, note, proof,"
                                + " recorded_at, recorded_by, recorded_by_name) SELECT t.id, :batch, t.place, :madeOn, :day, :way, :by, :note,"
                                + " :proof, :now, :recordedBy, :name FROM unnest(:ids, :places) AS t(id, place) ON CONFLICT DO NOTHING")
                .param("ids", wanted.stream().map(place -> Ids.next()).toArray(UUID[]::new))
                .param("places", wanted.toArray(Integer[]::new))
                .param("batch", number.value())
                .param("madeOn", batch.madeOn())
                .param("day", told.day())
                .param("way", told.way().name())
                .param("by", told.by())
                .param("note", told.note())
                .param("proof", scan, Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .param("recordedBy", user.operatorId().value())
                .param("name", user.personName())
                .update();
        if (recorded == 0) {
            throw Refusal.because(
                    "disclosure.delivery.known", told.day(), told.way().label());
        }
        trail.record(AuditEvent.of("REMINDERS_DELIVERED")
                .on(
                        "reminders",
                        wanted.size() == 1 ? number.of(wanted.get(0)) : number.value(),
                        told.way().label())
                .change("day", null, told.day())
                .change("households", null, recorded));
        return recorded;
    }

    /**
     * Voids one that was recorded by mistake.
     *
     * @throws Refusal where it is voided already
     */
    public void voidOne(ReminderNumber number, int place, UUID delivery, String reason, CurrentUser user) {
        reminders.collecting(number, user);
        boolean there = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM reminder_delivery d WHERE d.id = :id AND d.batch = :batch AND d.place = :place)")
                .param("id", delivery)
                .param("batch", number.value())
                .param("place", place)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new NotFound("delivery " + delivery);
        }
        int voided = jdbc.sql("UPDATE reminder_delivery SET voided_at = :now, voided_by = :by, voided_by_name = :name,"
                        + " void_reason = :reason WHERE id = :id AND voided_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .param("reason", reason)
                .param("id", delivery)
                .update();
        if (voided == 0) {
            throw Refusal.because("disclosure.delivery.voided-already");
        }
        trail.record(AuditEvent.of("REMINDER_DELIVERY_VOIDED")
                .on("reminders", number.of(place), null)
                .change("reason", null, reason));
    }

    private void requireDay(ReminderBatch batch, LocalDate day) {
        if (day.isBefore(batch.madeOn())) {
            throw Refusal.because("disclosure.delivery.too-early", batch.madeOn());
        }
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.because("disclosure.delivery.future");
        }
    }

    private static ReminderDelivery read(ResultSet row) throws SQLException {
        UUID proof = row.getObject("proof", UUID.class);
        return new ReminderDelivery(
                row.getObject("id", UUID.class),
                row.getObject("delivered_on", LocalDate.class),
                DeliveryWay.valueOf(row.getString("way")),
                row.getString("delivered_by"),
                row.getString("note"),
                proof == null
                        ? null
                        : new StoredAttachment(
                                new AttachmentId(proof),
                                row.getString("filename"),
                                row.getString("content_type"),
                                row.getLong("size")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"),
                row.getString("voided_by_name"),
                row.getString("void_reason"));
    }
}
