package org.maintenancefund.demo;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
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
        load(() -> true);
    }

    /** The same as long as it is wanted: the next load goes on where this one was left. */
    void load(BooleanSupplier wanted) {
        if (!isComplete() && load(step -> wanted.getAsBoolean())) {
            note(COMPLETE);
        }
    }

    /** Loads what comes first, up to those of the order; nothing where the city is complete. */
    void loadFirst(int order) {
        if (!isComplete()) {
            load(step -> step.order() <= order);
        }
    }

    boolean isComplete() {
        createNotes();
        return steps.isEmpty() || isNoted(COMPLETE);
    }

    /** Takes steps until one is not wanted; true where none was left. */
    private boolean load(Predicate<DemoStep> wanted) {
        for (DemoStep step : steps) {
            if (!wanted.test(step)) {
                return false;
            }
            String name = ClassUtils.getUserClass(step).getSimpleName();
            if (!isNoted(name)) {
                transaction.executeWithoutResult(status -> {
                    step.load();
                    note(name);
                });
            }
        }
        return true;
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
