package org.maintenancefund.area.importing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second whether an import waits, and works at it on a thread of its own: other jobs go on meanwhile. */
@Component
@ConditionalOnProperty(name = "app.jobs.enabled", havingValue = "true", matchIfMissing = true)
class ImportJob implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private static final int LONGEST_STEP_SECONDS = 5;

    private final ImportWorker worker;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "area-import");
        daemon.setDaemon(true);
        return daemon;
    });

    ImportJob(ImportWorker worker) {
        this.worker = worker;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1S")
    void look() {
        if (busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    worker.work();
                } catch (RuntimeException failed) {
                    LOG.error("Imports can't be looked for or kept", failed);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Ends between two steps, which are short, so that another instance can go on at once. */
    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(LONGEST_STEP_SECONDS, TimeUnit.SECONDS);
    }
}
