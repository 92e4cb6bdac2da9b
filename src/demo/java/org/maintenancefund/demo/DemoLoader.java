package org.maintenancefund.demo;

import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/**
 * Loads the demo city. Only {@link DemoOnFirstStart} calls it, and tests do.
 *
 * <p>Each step and the note that it is done are one transaction, so that a load that was cut short goes on at the next
 * start with the first step that is missing. Once all are done the city is complete and stays as people leave it, also
 * when a later version brings further steps.
 */
@Component
public class DemoLoader {

    private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);
    private static final String COMPLETE = "(complete)";

    private final List<DemoStep> steps;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoLoader(List<DemoStep> steps, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(DemoStep::order)).toList();
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Loads what is missing of the demo city; nothing where it is complete. */
    public void load() {
        createNotes();
        if (steps.isEmpty() || isNoted(COMPLETE)) {
            return;
        }
        log.info("正在载入演示城市 / loading the demo city");
        for (DemoStep step : steps) {
            String name = ClassUtils.getUserClass(step).getSimpleName();
            if (!isNoted(name)) {
                transaction.executeWithoutResult(status -> {
                    step.load();
                    note(name);
                });
            }
        }
        note(COMPLETE);
    }

    // Not a migration: databases other than the embedded one never see this table.
    private void createNotes() {
        jdbc.sql("CREATE SCHEMA IF NOT EXISTS demo").update();
        jdbc.sql("""
                        CREATE TABLE IF NOT EXISTS demo.loaded_step (
                            name      text        CONSTRAINT pk_loaded_step PRIMARY KEY,
                            loaded_at timestamptz NOT NULL DEFAULT now()
                        )
                        """).update();
    }

    private boolean isNoted(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM demo.loaded_step WHERE name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private void note(String name) {
        jdbc.sql("INSERT INTO demo.loaded_step (name) VALUES (:name)")
                .param("name", name)
                .update();
    }
}
