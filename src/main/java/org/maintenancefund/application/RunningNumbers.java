package org.maintenancefund.application;

import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
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
     * The next number of the day. What has the same prefix has the same counter, so that no number is given twice.
     *
     * @param prefix two capital letters
     */
    public ApplicationNumber next(String prefix, LocalDate day) {
        return number(prefix, day, take(prefix, day, 1));
    }

    /** So many numbers of the day, one behind the other, by one question. */
    public List<ApplicationNumber> next(String prefix, LocalDate day, int count) {
        int last = take(prefix, day, count);
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(running -> number(prefix, day, running))
                .toList();
    }

    /** The next number of a kind's day. */
    ApplicationNumber next(ApplicationKind kind, LocalDate day) {
        return next(kind.prefix(), day);
    }

    /** Returns the last of them. */
    private int take(String counter, LocalDate day, int count) {
        return jdbc.sql("INSERT INTO application_counter AS c (kind, day, last) VALUES (:kind, :day, :count)"
                        + " ON CONFLICT ON CONSTRAINT pk_application_counter DO UPDATE SET last = c.last + :count"
                        + " RETURNING last")
                .param("kind", counter)
                .param("day", Date.valueOf(day))
                .param("count", count)
                .query(Integer.class)
                .single();
    }

    private static ApplicationNumber number(String prefix, LocalDate day, int running) {
        return new ApplicationNumber(
                prefix + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + "%04d".formatted(running));
    }
}
