package org.maintenancefund.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.startup.StartFailure;
import org.maintenancefund.startup.StartFailure.Said;

/**
 * One running application per data folder. The operating system lets go of the lock when the process ends, however it
 * ends, so that a held lock always means a living holder.
 */
@RequiredArgsConstructor
final class InstanceLock implements AutoCloseable {

    // Far behind the text, because Windows lets nobody read a locked region.
    private static final long LOCKED_BYTE = Integer.MAX_VALUE;

    private final FileChannel channel;

    /** Takes the lock or says which process holds it. */
    static InstanceLock take(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw alreadyRunning(file);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new InstanceLock(channel);
    }

    // Nobody closes the lock by itself: it ends with its channel.
    @SuppressWarnings("resource")
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static StartFailure alreadyRunning(Path file) throws IOException {
        String holder = Files.readString(file, StandardCharsets.US_ASCII).strip();
        Path folder = file.getParent();
        return new StartFailure(
                new Said(
                        "系统已经在运行：另一个进程（%s）正在使用数据目录 %s。".formatted(holder, folder),
                        "The application is already running: another process (%s) uses the data folder %s."
                                .formatted(holder, folder)),
                new Said(
                        "请使用已经运行的那一个；如需重新启动，请先停止它。",
                        "Use the one that is running, or stop it before you start again."));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
