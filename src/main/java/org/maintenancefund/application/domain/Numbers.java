package org.maintenancefund.application.domain;

import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out 受理编号. The counter's row is locked until the submission commits, so that no number is lost or doubled. */
@Component
public class Numbers {

    private final JdbcClient jdbc;

    Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ApplicationNumber next(ApplicationKind kind, LocalDate day) {
        return next(kind.code(), kind.prefix(), day);
    }

    /** The next number of a counter, with the two letters in front of it. */
    public ApplicationNumber next(String counter, String prefix, LocalDate day) {
        int running = jdbc.sql(
                        "INSERT INTO application_counter AS c (kind, day, last) VALUES (:kind, :day, 1)"
                                + " ON CONFLICT ON CONSTRAINT pk_application_counter DO UPDATE SET last = c.last + 1 RETURNING last")
                .param("kind", counter)
                .param("day", Date.valueOf(day))
                .query(Integer.class)
                .single();
        return new ApplicationNumber(
                prefix + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + "%04d".formatted(running));
    }
}
