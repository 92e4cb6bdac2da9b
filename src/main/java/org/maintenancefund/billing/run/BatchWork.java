package org.maintenancefund.billing.run;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.ConstraintMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One step of a batch: one area, in one transaction together with the note that it is done. */
@Component
@RequiredArgsConstructor
class BatchWork {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);

    private final BatchItems items;
    private final RunService runs;
    private final ConstraintMessages constraints;
    private final TransactionTemplate transaction;

    /** False where nothing waits any more. What the database breaks off is thrown: it is to be tried again. */
    boolean step(BatchView batch) {
        AtomicReference<BatchItems.Next> taken = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> items.take(batch.id())
                    .map(item -> {
                        taken.set(item);
                        items.done(batch.id(), item, act(batch, item));
                        return true;
                    })
                    .orElse(false)));
        } catch (Refusal | NotFound | StaleVersion | DataIntegrityViolationException refused) {
            items.refuse(batch.id(), Objects.requireNonNull(taken.get()), sentence(batch.id(), refused));
            return true;
        }
    }

    private RunId act(BatchView batch, BatchItems.Next item) {
        RunId proposed = item.runId();
        if (proposed == null) {
            return runs.propose(item.areaId(), item.month(), null, "", batch.by());
        }
        runs.confirm(item.areaId(), proposed, batch.by());
        return proposed;
    }

    private String sentence(UUID batch, RuntimeException refused) {
        if (refused instanceof Refusal refusal) {
            return Messages.of(refusal.reason());
        }
        if (refused instanceof NotFound) {
            return Messages.of("billing.batch.not-yours");
        }
        return constraints.reason(refused).map(Messages::of).orElseGet(() -> {
            LOG.error("An area of batch {} failed", batch, refused);
            return Messages.of("billing.batch.failed");
        });
    }
}
