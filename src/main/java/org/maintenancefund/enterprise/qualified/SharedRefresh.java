package org.maintenancefund.enterprise.qualified;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.web.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Brings known people and companies of the city's directory up to date: nightly, and in the background when the administrator
 * asks. A run tells every few seconds that it is alive; what an instance leaves behind that died is given up soon.
 */
@Service
public class SharedRefresh implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRefresh.class);
    private static final int BEATS_IN_A_LIFE = 6;

    private final SharedDirectory directory;
    private final RefreshRuns runs;
    private final RefreshWork work;
    private final SharedRefreshProperties limits;
    private final Messages messages;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> daemon(task, "shared-refresh"));
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "shared-refresh-heart"));

    SharedRefresh(
            SharedDirectory directory,
            RefreshRuns runs,
            RefreshWork work,
            SharedRefreshProperties limits,
            Messages messages) {
        this.directory = directory;
        this.runs = runs;
        this.work = work;
        this.limits = limits;
        this.messages = messages;
    }

    public boolean isConfigured() {
        return directory.isConfigured();
    }

    /** The last runs, newest first. */
    public List<RefreshRun> latest() {
        return runs.latest();
    }

    /** Begins a run in the background; false where one is running already, here or in another instance. */
    public boolean start(CurrentUser by) {
        return inBackground(runs.begin(by.personName(), 0));
    }

    /**
     * The administrator looked into it and says that so many people are really gone. Begins a run that may disable as many as
     * the held one counted; false where that is not the last one any more.
     */
    public boolean confirm(UUID held, CurrentUser by) {
        Optional<RefreshRun> last = runs.latest().stream()
                .findFirst()
                .filter(RefreshRun::isHeldBack)
                .filter(run -> run.id().equals(held));
        return last.isPresent()
                && inBackground(runs.begin(by.personName(), last.get().held()));
    }

    private boolean inBackground(Optional<UUID> begun) {
        begun.ifPresent(id -> worker.execute(() -> run(id)));
        return begun.isPresent();
    }

    /** The night's run, on the calling thread; false where one is running already or was done this night. */
    boolean runNightly() {
        Optional<UUID> begun = runs.beginNightly();
        begun.ifPresent(this::run);
        return begun.isPresent();
    }

    private void run(UUID id) {
        RefreshCounts counts = new RefreshCounts();
        long pause = limits.aliveFor().toMillis() / BEATS_IN_A_LIFE;
        Future<?> beating = heart.scheduleWithFixedDelay(() -> beat(id, counts), pause, pause, TimeUnit.MILLISECONDS);
        String failure = messages.of("enterprise.refresh.failed");
        try {
            work.work(counts, runs.mayGo(id));
            failure = "";
        } catch (SharedDirectoryDown down) {
            failure = messages.of(
                    counts.get(RefreshFigure.PEOPLE) == 0
                            ? "enterprise.refresh.down"
                            : "enterprise.refresh.broken-off");
        } catch (RefreshWork.Lost lost) {
            LOG.warn("A refresh was given up by another instance");
        } catch (RuntimeException failed) {
            LOG.error("The refresh failed", failed);
        } finally {
            beating.cancel(false);
            runs.end(id, counts, failure);
        }
    }

    private void beat(UUID id, RefreshCounts counts) {
        try {
            if (!runs.beat(id, counts)) {
                counts.lose();
            }
        } catch (RuntimeException outage) {
            // A beat that is missed is no harm; after several others take over, and the next beat notices.
            LOG.debug("A beat was missed", outage);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
        heart.shutdownNow();
    }
}
