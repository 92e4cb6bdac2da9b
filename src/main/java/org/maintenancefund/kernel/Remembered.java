package org.maintenancefund.kernel;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What many pages ask for and what hardly ever changes: kept in memory, and read again after a change or, for changes that another
 * instance made, after a while. A transaction that changes it reads past the memory, so that what it may still undo is not
 * remembered; what it reads once it has said that its change is through, it keeps for itself until it ends.
 */
public final class Remembered<T> {

    private final Supplier<T> reading;
    private final long keptNanos;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Snapshot<T> snapshot;

    /**
     * @param kept    how old it may be at most
     * @param reading asks the database
     */
    public Remembered(Duration kept, Supplier<T> reading) {
        this.keptNanos = kept.toNanos();
        this.reading = reading;
    }

    private record Snapshot<T>(T value, long readAt) {}

    /** What a transaction that changes it has read since. */
    private static final class Own<T> {
        private boolean changing = true;
        private @Nullable T value;
    }

    public T get() {
        Own<T> own = own();
        if (own != null) {
            return get(own);
        }
        Snapshot<T> kept = snapshot;
        if (kept != null && System.nanoTime() - kept.readAt() < keptNanos) {
            return kept.value();
        }
        long before = changes.get();
        T read = reading.get();
        if (changes.get() == before) {
            snapshot = new Snapshot<>(read, System.nanoTime());
        }
        return read;
    }

    private T get(Own<T> own) {
        T kept = own.value;
        if (kept != null) {
            return kept;
        }
        T read = reading.get();
        if (!own.changing) {
            own.value = read;
        }
        return read;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Own<T> own() {
        return (Own<T>) TransactionSynchronizationManager.getResource(this);
    }

    /**
     * The same where the database answers; where it doesn't, what was read last, or {@code nothing} where nothing was. So it stays
     * until it would have been read again, so that no page waits for the database more than once.
     */
    public T getOr(T nothing) {
        try {
            return get();
        } catch (DataAccessException | TransactionException databaseGone) {
            if (TransactionSynchronizationManager.hasResource(this)) {
                throw databaseGone;
            }
            Snapshot<T> kept = snapshot;
            T last = kept == null ? nothing : kept.value();
            snapshot = new Snapshot<>(last, System.nanoTime());
            return last;
        }
    }

    /** For whoever is about to change it, within the transaction that does: before or after the change. */
    public void readPastUntilTheEnd() {
        Own<T> bound = own();
        if (bound != null) {
            bound.changing = true;
            bound.value = null;
            return;
        }
        Own<T> own = new Own<>();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(Remembered.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(Remembered.this, own);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(Remembered.this);
                changes.incrementAndGet();
                snapshot = null;
            }
        });
        TransactionSynchronizationManager.bindResource(this, own);
    }

    /** The same once the change is through: the transaction need not read it each time. */
    public void readPastAfterTheChange() {
        readPastUntilTheEnd();
        Objects.requireNonNull(own()).changing = false;
    }
}
