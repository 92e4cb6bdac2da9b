package org.maintenancefund.application.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.PaperReceipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 容缺办理: paper documents that an approval didn't wait for, until they come. */
@Component
@RequiredArgsConstructor
public class OwedPapers {

    /** Of an application that still owes one, as a condition on its row, whatever that is called. */
    public static final String OWES =
            "number IN (SELECT p.number FROM application_owed_paper p WHERE p.received_at IS NULL)";

    private final JdbcClient jdbc;

    /** Those of the papers that have not come are owed from now on. */
    public void grant(ApplicationNumber number, List<PaperReceipt> papers, String reason, Instant now) {
        for (int place = 0; place < papers.size(); place++) {
            if (!papers.get(place).received()) {
                jdbc.sql("INSERT INTO application_owed_paper (number, position, document, reason, granted_at)"
                                + " VALUES (?, ?, ?, ?, ?)")
                        .params(number.value(), place, papers.get(place).document(), reason, Timestamp.from(now))
                        .update();
            }
        }
    }

    /** Notes that one has come; answers which, or nothing where it isn't owed any more. */
    public Optional<String> receive(ApplicationNumber number, int position, CurrentUser by, Instant now) {
        return jdbc.sql("UPDATE application_owed_paper SET received_at = :now, received_by = :by"
                        + " WHERE number = :number AND position = :position AND received_at IS NULL RETURNING document")
                .param("now", Timestamp.from(now))
                .param("by", by.operatorId().value())
                .param("number", number.value())
                .param("position", position)
                .query(String.class)
                .optional();
    }
}
