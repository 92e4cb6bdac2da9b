package org.maintenancefund.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A migrated database of its own behind a line on which nothing moves while it is frozen: connections stay open, as on a
 * server whose disk hangs, and no byte comes.
 */
@TestConfiguration(proxyBeanMethods = false)
public class FreezingDatabase {

    /** The line to the database. */
    public static final class Line implements AutoCloseable {

        private final ServerSocket entrance;
        private final URI target;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition moving = lock.newCondition();
        private boolean frozen;

        Line(String jdbcUrl) throws IOException {
            this.target = URI.create(jdbcUrl.substring("jdbc:".length()));
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            daemon(this::accept);
        }

        String url() {
            return "jdbc:postgresql://127.0.0.1:" + entrance.getLocalPort() + target.getPath();
        }

        public void freeze() {
            set(true);
        }

        public void thaw() {
            set(false);
        }

        private void set(boolean value) {
            lock.lock();
            try {
                frozen = value;
                moving.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void awaitMoving() throws InterruptedException {
            lock.lock();
            try {
                while (frozen) {
                    moving.await();
                }
            } finally {
                lock.unlock();
            }
        }

        private void accept() {
            while (!entrance.isClosed()) {
                try {
                    Socket near = entrance.accept();
                    Socket far = new Socket(target.getHost(), target.getPort());
                    daemon(() -> pass(near, far));
                    daemon(() -> pass(far, near));
                } catch (IOException closed) {
                    // The next one, or the end.
                }
            }
        }

        private void pass(Socket from, Socket to) {
            byte[] packet = new byte[8192];
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int bytes = in.read(packet); bytes >= 0; bytes = in.read(packet)) {
                    awaitMoving();
                    out.write(packet, 0, bytes);
                    out.flush();
                }
            } catch (IOException | InterruptedException closed) {
                // The other side is closed too.
            }
        }

        private static void daemon(Runnable work) {
            Thread thread = new Thread(work, "line");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            thaw();
            entrance.close();
        }
    }

    private final JdbcConnectionDetails database = TestPostgres.server().newDatabaseForApplication();

    @Bean
    Line line() throws IOException {
        return new Line(database.getJdbcUrl());
    }

    @Bean
    JdbcConnectionDetails throughTheLine(Line line) {
        return new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return database.getUsername();
            }

            @Override
            public String getPassword() {
                return database.getPassword();
            }

            @Override
            public String getJdbcUrl() {
                return line.url();
            }
        };
    }
}
