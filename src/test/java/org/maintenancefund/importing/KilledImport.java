package org.maintenancefund.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maintenancefund.startup.KilledProcess;
import org.maintenancefund.startup.LaunchedApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A spreadsheet of {@link #ROWS} rows, by processes that are killed in the middle of applying it, one after the other. */
public abstract class KilledImport extends KilledProcess {

    protected static final int ROWS = 60;

    private static final int KILLED = 2;

    @Autowired
    protected ImportRuns imports;

    @Autowired
    protected MockMvcTester mvc;

    /** Makes all that the rows are about. */
    protected abstract void prepare();

    /** Uploads the file, each time the same. */
    protected abstract UUID uploaded();

    /** Holds what the last row needs. */
    protected abstract void hold(Connection other) throws Exception;

    /** The statement that then waits for it. */
    protected abstract String waitsIn();

    protected abstract void nothingIsThere();

    protected abstract void eachRowIsThereOnce();

    @Test
    void killedTwiceInTheMiddleOfItNothingIsThereAndThenEachRowOnce() throws Exception {
        prepare();
        UUID run = uploaded();
        for (int time = 1; time <= KILLED; time++) {
            boolean first = time == 1;
            killed(waitsIn(), (application, other) -> {
                hold(other);
                if (first) {
                    reach(run, ImportState.READ);
                    imports.confirm(run, DoubtfulRows.APPLY);
                }
            });
            nothingIsThere();
            assertThat(imports.get(run).state()).as("killed for time %d", time).isEqualTo(ImportState.APPLYING);
        }
        try (LaunchedApplication application = started()) {
            reach(run, ImportState.DONE);
            eachRowIsThereOnce();

            UUID again = uploaded();
            reach(again, ImportState.READ);
            assertThat(imports.get(again).sameRows())
                    .as("the same file once more")
                    .isEqualTo(ROWS);
            assertThat(application.printed()).doesNotContain("ERROR");
        }
        everythingHolds();
    }

    private void reach(UUID run, ImportState state) {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(imports.get(run).state()).isEqualTo(state));
    }
}
