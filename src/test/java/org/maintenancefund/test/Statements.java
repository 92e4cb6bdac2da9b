package org.maintenancefund.test;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The statements that a piece of work sends to the database, as Spring's JDBC and Hibernate log them. */
public final class Statements {

    private static final String JDBC = "org.springframework.jdbc.core.JdbcTemplate";
    private static final String HIBERNATE = "org.hibernate.SQL";

    private Statements() {}

    /** Those of this thread while the work is done. */
    public static List<String> of(Runnable work) {
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        List<Logger> loggers = Stream.of(JDBC, HIBERNATE)
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        List<Level> levels = loggers.stream().map(Logger::getLevel).toList();
        String thread = Thread.currentThread().getName();
        seen.start();
        loggers.forEach(logger -> {
            logger.addAppender(seen);
            logger.setAdditive(false);
            logger.setLevel(Level.DEBUG);
        });
        try {
            work.run();
        } finally {
            for (int i = 0; i < loggers.size(); i++) {
                loggers.get(i).detachAppender(seen);
                loggers.get(i).setAdditive(true);
                loggers.get(i).setLevel(levels.get(i));
            }
        }
        return List.copyOf(seen.list).stream()
                .filter(event -> event.getThreadName().equals(thread))
                .filter(event -> event.getLoggerName().equals(HIBERNATE)
                        || event.getFormattedMessage().contains("Executing prepared SQL statement")
                        || event.getFormattedMessage().contains("Executing SQL "))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
