package org.maintenancefund.importing;

import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.ConstraintMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells people in their words what went wrong where nobody foresaw it, and the log what it was, under a number that stands in
 * both.
 */
@Component
@RequiredArgsConstructor
public class ImportFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFailures.class);

    private final ConstraintMessages constraints;

    /** False where the database is away or the worker has to let go of the import: no row is to blame for that. */
    public static boolean isOfTheRow(RuntimeException failed) {
        return !(failed instanceof TransientDataAccessException
                || failed instanceof NonTransientDataAccessResourceException
                || failed instanceof RecoverableDataAccessException
                || failed instanceof TransactionException
                || failed instanceof WorkerFence.TakenOver
                || failed instanceof WorkerFence.Stopped);
    }

    /** What is told of a row that can't be stored. */
    public String ofRow(int row, RuntimeException failed) {
        if (failed instanceof Refusal refusal) {
            return Messages.of(refusal.reason());
        }
        return constraints.reason(failed).map(Messages::of).orElseGet(() -> {
            String number = number();
            // Many rows of a file may have the same fault: only what nobody knows the place of is worth its whole
            // trace.
            Optional<String> constraint = ConstraintMessages.constraintName(failed);
            LOG.warn(
                    "Row {} of an import can't be stored [{}] {}",
                    row,
                    number,
                    constraint.orElse(""),
                    constraint.isPresent() ? null : failed);
            return Messages.of("importing.row-failed", number);
        });
    }

    String ofImport(ImportView run, Throwable failed) {
        String number = number();
        LOG.error("Import {} failed [{}]", run.id(), number, failed);
        return failed instanceof VirtualMachineError
                ? Messages.of("importing.failed-memory", number)
                : Messages.of("importing.failed", number);
    }

    /** Short enough to be read out on the telephone. */
    private static String number() {
        String id = Ids.next().toString();
        return id.substring(id.lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
    }
}
