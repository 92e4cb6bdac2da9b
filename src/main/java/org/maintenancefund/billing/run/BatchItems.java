package org.maintenancefund.billing.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.kernel.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The areas of a batch as its workers take them: each belongs to one worker until its transaction ends. */
@Component
@RequiredArgsConstructor
class BatchItems {

    private static final int LONGEST_REFUSAL = 500;

    private final JdbcClient jdbc;

    /**
     * What is to be done next.
     *
     * @param runId the trial to be confirmed; null where one is to be made
     */
    record Next(
            int place,
            AreaId areaId,
            LocalDate period,
            @Nullable RunId runId) {

        YearMonth month() {
            return YearMonth.from(period);
        }
    }

    Optional<BatchView> find(UUID batch) {
        return jdbc.sql(Batches.SELECT + "b.id = :id GROUP BY b.id")
                .param("id", batch)
                .query(new RecordRows<>(BatchView.class))
                .optional();
    }

    /** The next one that waits, which no other worker gets meanwhile; empty where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Next> take(UUID batch) {
        return jdbc.sql("SELECT i.place, i.area_id, i.period, i.run_id FROM billing_batch_item i"
                        + " WHERE i.batch_id = :batch AND i.state = 'WAITING' ORDER BY i.place LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED")
                .param("batch", batch)
                .query(new RecordRows<>(Next.class))
                .optional();
    }

    /** It is done, in the transaction that did it: whatever dies before the end leaves it waiting. */
    @Transactional(propagation = Propagation.MANDATORY)
    void done(UUID batch, Next item, RunId run) {
        jdbc.sql(
                        "UPDATE billing_batch_item SET state = 'DONE', run_id = :run WHERE batch_id = :batch AND place = :place")
                .param("run", run.value())
                .param("batch", batch)
                .param("place", item.place())
                .update();
    }

    /** It can't be done. */
    @Transactional
    void refuse(UUID batch, Next item, String sentence) {
        jdbc.sql("UPDATE billing_batch_item SET state = 'REFUSED', refusal = :refusal"
                        + " WHERE batch_id = :batch AND place = :place AND state = 'WAITING'")
                .param("refusal", sentence.substring(0, Math.min(sentence.length(), LONGEST_REFUSAL)))
                .param("batch", batch)
                .param("place", item.place())
                .update();
    }
}
