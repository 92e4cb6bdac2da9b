package org.maintenancefund.application.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.application.ApplicationFile;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.StoredAttachment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was submitted in each round: details as JSON, and the scans. Written once, never changed. */
@Component
class Rounds {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Attachments attachments;

    Rounds(JdbcClient jdbc, JsonMapper json, Attachments attachments) {
        this.jdbc = jdbc;
        this.json = json;
        this.attachments = attachments;
    }

    /** A scan by its identifier, on its way into a round. */
    record FileRef(String slot, AttachmentId id) {}

    /** @param enteredBy who entered it under an account; null for who is not signed in */
    void write(
            ApplicationNumber number,
            int round,
            Object details,
            List<FileRef> files,
            @Nullable OperatorId enteredBy,
            Instant at) {
        jdbc.sql("INSERT INTO application_round (number, round, details, entered_by, submitted_at)"
                        + " VALUES (:number, :round, cast(:details AS jsonb), :enteredBy, :at)")
                .param("number", number.value())
                .param("round", round)
                .param("details", json.writeValueAsString(details))
                .param("enteredBy", enteredBy == null ? null : enteredBy.value())
                .param("at", Timestamp.from(at))
                .update();
        for (int position = 0; position < files.size(); position++) {
            jdbc.sql("INSERT INTO application_file (number, round, position, slot, attachment_id)"
                            + " VALUES (:number, :round, :position, :slot, :id)")
                    .param("number", number.value())
                    .param("round", round)
                    .param("position", position)
                    .param("slot", files.get(position).slot())
                    .param("id", files.get(position).id().value())
                    .update();
        }
    }

    <D> D details(ApplicationNumber number, int round, Class<D> type) {
        String stored = jdbc.sql("SELECT details FROM application_round WHERE number = :number AND round = :round")
                .param("number", number.value())
                .param("round", round)
                .query(String.class)
                .single();
        return json.readValue(stored, type);
    }

    List<FileRef> fileRefs(ApplicationNumber number, int round) {
        return jdbc.sql("SELECT slot, attachment_id FROM application_file"
                        + " WHERE number = :number AND round = :round ORDER BY position")
                .param("number", number.value())
                .param("round", round)
                .query((row, i) -> new FileRef(row.getString(1), new AttachmentId(row.getObject(2, UUID.class))))
                .list();
    }

    List<ApplicationFile> files(ApplicationNumber number, int round) {
        return describe(fileRefs(number, round));
    }

    List<ApplicationFile> describe(List<FileRef> refs) {
        List<StoredAttachment> stored =
                attachments.describe(refs.stream().map(FileRef::id).toList());
        return refs.stream()
                .flatMap(ref -> stored.stream()
                        .filter(file -> file.id().equals(ref.id()))
                        .map(file -> new ApplicationFile(ref.slot(), file)))
                .toList();
    }
}
