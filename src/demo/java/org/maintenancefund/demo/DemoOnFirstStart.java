package org.maintenancefund.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.embedded.ConditionalOnEmbeddedDefault;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Preparation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Loads the demo city of the embedded default: the city with its staff before the web server takes its first request, so that
 * it needs no first administrator, and the rest beside the pages, which say so meanwhile.
 */
@Component
@ConditionalOnEmbeddedDefault
class DemoOnFirstStart implements SmartLifecycle, Preparation {

    private static final Logger log = LoggerFactory.getLogger(DemoOnFirstStart.class);

    private static final Notice BEING_MADE =
            new Notice(Notice.Kind.INFO, "正在建立演示城市，约需 15 秒。", "部分数据和演示用户名要等建好以后才有；建好后刷新页面，这条提示就不再出现。");
    private static final Notice NOT_MADE =
            new Notice(Notice.Kind.WARNING, "演示城市没有建完，数据不全。", "重新启动程序就会接着建立；原因见程序输出的日志。");

    /** A step that is cut short is taken anew at the next start. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(5);

    private final DemoLoader loader;
    private final DemoHashes hashes;
    private final Thread work = new Thread(this::make, "demo-city");
    private volatile @Nullable Notice said;
    private volatile boolean running;

    DemoOnFirstStart(DemoLoader loader, DemoHashes hashes) {
        this.hashes = hashes;
        this.loader = loader;
        work.setDaemon(true);
    }

    @Override
    public void start() {
        running = true;
        if (!loader.isComplete()) {
            said = BEING_MADE;
            log.info("正在载入演示城市 / loading the demo city");
            hashes.whileLoading(() -> loader.loadFirst(DemoStaff.ORDER));
        }
    }

    @EventListener
    void loadTheRest(ApplicationReadyEvent event) {
        if (said != null) {
            work.start();
        }
    }

    private void make() {
        try {
            hashes.whileLoading(() -> loader.load(() -> running));
        } catch (RuntimeException failure) {
            if (running) {
                said = NOT_MADE;
                log.error("演示城市没有建完，下次启动接着建 / the demo city is not complete, the next start goes on", failure);
            }
            return;
        }
        if (running) {
            said = null;
            log.info("演示城市已建好 / the demo city is complete");
        }
    }

    @Override
    public @Nullable Notice notice() {
        return said;
    }

    @Override
    public void stop() {
        running = false;
        try {
            work.join(LONGEST_STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Lower phases start first; the web server's is close to the highest number. */
    @Override
    public int getPhase() {
        return 0;
    }
}
