package org.maintenancefund.enterprise.qualified;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.SharedDirectory;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.kernel.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings known people and companies of the city's directory up to date: nightly, and when the administrator asks. */
@Service
public class SharedRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRefresh.class);

    private final SharedDirectory directory;
    private final RefreshRuns runs;
    private final RefreshWork work;
    private final SchedulerClient jobs;
    private final Clock clock;

    SharedRefresh(SharedDirectory directory, RefreshRuns runs, RefreshWork work, SchedulerClient jobs, Clock clock) {
        this.directory = directory;
        this.runs = runs;
        this.work = work;
        this.jobs = jobs;
        this.clock = clock;
    }

    public boolean isConfigured() {
        return directory.isConfigured();
    }

    /** The last runs, newest first. */
    public List<RefreshRun> latest() {
        return runs.latest();
    }

    /**
     * Begins a run in the background; false where one is running already, here or in another instance.
     *
     * @param by who asked for it; null: it was time
     */
    @Transactional
    public boolean start(@Nullable CurrentUser by) {
        return inBackground(runs.begin(by, 0));
    }

    /**
     * The administrator looked into it and says that so many people are really gone. Begins a run that may disable as many as
     * the held one counted; false where that is not the last one any more.
     */
    @Transactional
    public boolean confirm(UUID held, CurrentUser by) {
        Optional<RefreshRun> last = runs.latest().stream()
                .findFirst()
                .filter(RefreshRun::isHeldBack)
                .filter(run -> run.id().equals(held));
        return last.isPresent() && inBackground(runs.begin(by, last.get().held()));
    }

    private boolean inBackground(Optional<UUID> begun) {
        begun.ifPresent(
                id -> jobs.schedule(SharedRefreshJob.RUN.instance(id.toString()).scheduledTo(clock.instant())));
        return begun.isPresent();
    }

    /** Does a run that was begun. */
    void run(UUID id) {
        RefreshCounts counts = new RefreshCounts(id);
        String failure = Messages.of("enterprise.refresh.failed");
        try {
            work.work(counts);
            failure = "";
        } catch (SharedDirectoryDown down) {
            failure = Messages.of(
                    counts.get(RefreshFigure.PEOPLE) == 0
                            ? "enterprise.refresh.down"
                            : "enterprise.refresh.broken-off");
        } catch (RefreshWork.Lost lost) {
            LOG.warn("A refresh was given up by another instance");
        } catch (RuntimeException failed) {
            if (Thread.interrupted()) {
                failure = Messages.of("enterprise.refresh.interrupted");
            } else {
                LOG.error("The refresh failed", failed);
            }
        } finally {
            runs.end(counts, failure);
        }
    }

    /** Gives up a run whose instance died. */
    void giveUp(UUID id) {
        runs.giveUp(id, Messages.of("enterprise.refresh.interrupted"));
    }
}
