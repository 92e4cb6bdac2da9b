package org.maintenancefund.application.domain;

import java.util.List;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.PaperReceipt;
import org.maintenancefund.application.SystemCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the decision of a round stood on: 系统比对 as it was then, and the paper documents that had come. Never changed. */
@Component
class DecisionBasis {

    private final JdbcClient jdbc;

    DecisionBasis(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(ApplicationNumber number, int round, List<SystemCheck> checks, List<PaperReceipt> papers) {
        for (int position = 0; position < checks.size(); position++) {
            SystemCheck check = checks.get(position);
            jdbc.sql("INSERT INTO application_check (number, round, position, good, text, href)"
                            + " VALUES (:number, :round, :position, :good, :text, :href)")
                    .param("number", number.value())
                    .param("round", round)
                    .param("position", position)
                    .param("good", check.good())
                    .param("text", check.text())
                    .param("href", check.href())
                    .update();
        }
        for (int position = 0; position < papers.size(); position++) {
            jdbc.sql("INSERT INTO application_paper (number, round, position, document, received)"
                            + " VALUES (:number, :round, :position, :document, :received)")
                    .param("number", number.value())
                    .param("round", round)
                    .param("position", position)
                    .param("document", papers.get(position).document())
                    .param("received", papers.get(position).received())
                    .update();
        }
    }

    List<SystemCheck> checks(ApplicationNumber number, int round) {
        return jdbc.sql("SELECT good, text, href FROM application_check WHERE number = :number AND round = :round"
                        + " ORDER BY position")
                .param("number", number.value())
                .param("round", round)
                .query((row, i) -> new SystemCheck(row.getBoolean(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The documents that had come by the last round in which they stand: they are still there. */
    List<String> received(ApplicationNumber number) {
        return jdbc.sql("SELECT document FROM (SELECT DISTINCT ON (document) document, received FROM application_paper"
                        + " WHERE number = :number ORDER BY document, round DESC) last WHERE received")
                .param("number", number.value())
                .query(String.class)
                .list();
    }
}
