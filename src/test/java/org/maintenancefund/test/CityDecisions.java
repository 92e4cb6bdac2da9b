package org.maintenancefund.test;

import org.maintenancefund.city.Settings;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a city has decided about the collection, for tests that roll nothing back. */
@TestComponent
public final class CityDecisions {

    private final Settings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CityDecisions(Settings settings, JdbcClient jdbc, TransactionTemplate transaction) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Others stand on a city that has decided nothing. Standards that bills were made of stay with them. */
    public void forget() {
        transaction.executeWithoutResult(status -> {
            settings.readPastTheMemoryUntilTheEnd();
            jdbc.sql("DELETE FROM setting").update();
            jdbc.sql("DELETE FROM charge_standard s WHERE s.area_id IS NULL"
                            + " AND NOT EXISTS (SELECT FROM bill b WHERE b.standard_id = s.id)")
                    .update();
        });
    }
}
