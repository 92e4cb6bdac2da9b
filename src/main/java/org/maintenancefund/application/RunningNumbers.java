package org.maintenancefund.application;

import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out 受理编号, and numbers of the same form for what is no application: tickets. The counter's row is locked until the
 * transaction commits, so that no number is lost or doubled.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class RunningNumbers {

    private final JdbcClient jdbc;

    /**
     * The next number of the day.
     *
     * @param prefix two capital letters that no kind of application has
     */
    public ApplicationNumber next(String prefix, LocalDate day) {
        return next(prefix, prefix, day);
    }

    /** The next number of a kind's day. */
    ApplicationNumber next(ApplicationKind kind, LocalDate day) {
        return next(kind.code(), kind.prefix(), day);
    }

    private ApplicationNumber next(String counter, String prefix, LocalDate day) {
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
