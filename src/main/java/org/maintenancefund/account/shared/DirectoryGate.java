package org.maintenancefund.account.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.kernel.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ldap.NamingException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every question to the directory goes through here: a limited number at once, so that a slow directory keeps a few threads
 * waiting and not the whole server, and whatever goes wrong becomes {@link SharedDirectoryDown}.
 */
class DirectoryGate {

    private static final Logger log = LoggerFactory.getLogger(DirectoryGate.class);
    private static final Duration QUEUE = Duration.ofSeconds(1);
    private static final Duration SKIP = Duration.ofSeconds(30);

    private final Semaphore places;
    private volatile boolean failing;
    private volatile long failedAt;

    DirectoryGate(int concurrency) {
        this.places = new Semaphore(concurrency, true);
    }

    <T> T ask(Supplier<T> question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // An answer can take seconds, and locks and a connection would wait for it.
            throw new IllegalStateException("the directory is asked inside a transaction");
        }
        enter();
        try {
            T answer = question.get();
            failing = false;
            return answer;
        } catch (NamingException failure) {
            failedAt = System.nanoTime();
            failing = true;
            // The message of a directory may name its entries; the kind of failure is enough to look for the cause.
            Throwable root = failure.getMostSpecificCause();
            log.warn(
                    Messages.of("account.directory.silent"),
                    failure.getClass().getSimpleName(),
                    root.getClass().getSimpleName());
            throw new SharedDirectoryDown(failure.getClass().getSimpleName(), failure);
        } finally {
            places.release();
        }
    }

    /** Whether it failed moments ago and has not answered since: what can do without an answer need not wait for one. */
    boolean failedJustNow() {
        return failing && System.nanoTime() - failedAt < SKIP.toNanos();
    }

    /** The same, but at once where it failed moments ago. */
    <T> T askUnlessFailing(Supplier<T> question) {
        if (failedJustNow()) {
            throw new SharedDirectoryDown("failed moments ago");
        }
        return ask(question);
    }

    private void enter() {
        try {
            if (!places.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SharedDirectoryDown("too many questions at once");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SharedDirectoryDown("interrupted", stopped);
        }
    }
}
