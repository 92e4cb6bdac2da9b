package org.maintenancefund.test;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The statements that the calling thread sends to the database, as JDBC templates and Hibernate log them. */
public final class Statements {

    /** Said before the statement of an update itself. */
    private static final String UPDATE_FOLLOWS = "Executing prepared SQL update";

    private static final List<String> LOGGERS =
            List.of("org.springframework.jdbc.core.JdbcTemplate", "org.hibernate.SQL");

    private Statements() {}

    /** Does it, and tells the statements in their order; values are not in them. */
    public static List<String> of(Runnable action) {
        ListAppender<ILoggingEvent> heard = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                // The event learns its thread when it is first asked; that has to be the thread that logs.
                event.prepareForDeferredProcessing();
                super.append(event);
            }
        };
        String thread = Thread.currentThread().getName();
        Map<Logger, Level> before = loggers().collect(Collectors.toMap(logger -> logger, Logger::getEffectiveLevel));
        heard.start();
        before.keySet().forEach(logger -> {
            logger.addAppender(heard);
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
        });
        try {
            action.run();
        } finally {
            before.forEach((logger, level) -> {
                logger.detachAppender(heard);
                logger.setLevel(level);
                logger.setAdditive(true);
            });
        }
        return List.copyOf(heard.list).stream()
                .filter(event -> event.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> !SignedIn.isOwn(message))
                .filter(message -> !message.equals(UPDATE_FOLLOWS))
                .filter(message -> message.matches("(?is).*\\b(select|insert|update|delete)\\b.*"))
                .toList();
    }

    private static Stream<Logger> loggers() {
        return LOGGERS.stream().map(name -> (Logger) LoggerFactory.getLogger(name));
    }
}
