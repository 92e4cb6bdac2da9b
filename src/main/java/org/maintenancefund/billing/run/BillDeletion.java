package org.maintenancefund.billing.run;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the bills of a run away, which is taken back by then ({@code tg_bill_stays}). */
@Component
@RequiredArgsConstructor
class BillDeletion {

    private final AdjustmentRepository adjustments;
    private final JdbcClient jdbc;

    /** A {@link Refusal} that says how many where something was paid on some of them. Adjustments stay, as what was decided. */
    void delete(BillingRun run) {
        long paid = jdbc.sql("SELECT count(*) FROM bill b WHERE b.run_id = :run AND b.allocated > 0")
                .param("run", run.id().value())
                .query(Long.class)
                .single();
        if (paid > 0) {
            throw Refusal.because("billing.run.refusal.paid", run.period(), paid);
        }
        adjustments.lapse(run.id());
        jdbc.sql("DELETE FROM bill b WHERE b.run_id = :run")
                .param("run", run.id().value())
                .update();
    }
}
