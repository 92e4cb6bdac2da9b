package org.maintenancefund.demo;

import org.maintenancefund.embedded.ConditionalOnEmbeddedDefault;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the demo city of the embedded default when everything is wired and before the web server takes its first
 * request, so that nobody ever sees half of it.
 */
@Component
@ConditionalOnEmbeddedDefault
class DemoOnFirstStart implements SmartLifecycle {

    private final DemoLoader loader;
    private final DemoHashes hashes;
    private boolean running;

    DemoOnFirstStart(DemoLoader loader, DemoHashes hashes) {
        this.hashes = hashes;
        this.loader = loader;
    }

    @Override
    public void start() {
        hashes.whileLoading(loader::load);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
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
