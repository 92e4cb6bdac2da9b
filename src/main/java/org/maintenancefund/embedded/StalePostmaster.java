package org.maintenancefund.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.startup.StartFailure;
import org.maintenancefund.startup.StartFailure.Said;

/**
 * A PostgreSQL server that outlived the application: after {@code kill -9} of the JVM nobody stopped it. Whoever holds the
 * {@link InstanceLock} may stop it, since its application is gone.
 */
final class StalePostmaster {

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);

    private StalePostmaster() {}

    /** Stops the server that runs on the folder, if one does, and removes the note that it left. */
    static void stopOn(Path dataFolder) throws IOException {
        Path note = dataFolder.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        Optional<ProcessHandle> postmaster = process(note).filter(process -> servesFolder(process, dataFolder));
        if (postmaster.isPresent()) {
            stop(postmaster.get(), note, dataFolder);
        }
        // The machine may have lost power: then the note stayed, and its number may belong to any process by now.
        Files.deleteIfExists(note);
    }

    private static Optional<ProcessHandle> process(Path note) throws IOException {
        List<String> lines = Files.readAllLines(note);
        try {
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (IndexOutOfBoundsException | NumberFormatException torn) {
            return Optional.empty();
        }
    }

    private static boolean servesFolder(ProcessHandle process, Path dataFolder) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(dataFolder.toString());
    }

    // As pg_ctl does: the note goes last. The process itself may stay as a zombie where nobody reaps orphans.
    private static void stop(ProcessHandle postmaster, Path note, Path dataFolder) throws IOException {
        interrupt(postmaster);
        long deadline = System.nanoTime() + TIME_TO_STOP.toNanos();
        while (Files.exists(note) && postmaster.isAlive()) {
            if (System.nanoTime() > deadline) {
                throw wouldNotStop(postmaster, dataFolder);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw wouldNotStop(postmaster, dataFolder);
            }
        }
    }

    // PostgreSQL's fast shutdown is SIGINT, which the JDK can't send: its destroy() is SIGTERM and waits for clients.
    private static void interrupt(ProcessHandle postmaster) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        if (windows) {
            postmaster.destroy();
        } else {
            new ProcessBuilder("sh", "-c", "kill -INT " + postmaster.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    private static StartFailure wouldNotStop(ProcessHandle postmaster, Path dataFolder) {
        return new StartFailure(
                new Said(
                        "上次遗留的内置数据库进程 %d 没有停下来（%s）。".formatted(postmaster.pid(), dataFolder),
                        "The embedded database left from last time, process %d, did not stop (%s)."
                                .formatted(postmaster.pid(), dataFolder)),
                new Said("请结束该进程后重试。", "End that process and try again."));
    }
}
