package org.maintenancefund.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Asks for one page, or several in turn, again and again over eight connections that stay open, as a process of its own, so that
 * what it costs is not counted for the application. It speaks HTTP/1.1 by itself: an HTTP client costs as much as some pages do.
 *
 * <pre>LoadDriver PORT SECONDS LEAD RATE PATH COOKIES [PATH COOKIES …]</pre>
 *
 * <p>A rate of 0 asks as fast as answers come. Another one sends so many a second at fixed moments, and a time counts from the
 * moment it should have been sent, so that an answer that keeps others waiting shows in all of theirs. Times of the first LEAD
 * seconds are left out: the driver has classes to load and to compile itself.
 */
final class LoadDriver {

    private static final int CONNECTIONS = 8;

    private final int port;
    private final List<byte[]> requests;
    private final long nanos;
    private final long lead;
    private final double rate;

    private LoadDriver(int port, int seconds, int lead, double rate, List<String> pagesAndCookies) {
        this.port = port;
        this.requests = IntStream.range(0, pagesAndCookies.size() / 2)
                .mapToObj(i -> request(pagesAndCookies.get(2 * i), pagesAndCookies.get(2 * i + 1)))
                .toList();
        this.nanos = TimeUnit.SECONDS.toNanos(seconds);
        this.lead = TimeUnit.SECONDS.toNanos(lead);
        this.rate = rate;
    }

    private byte[] request(String path, String cookies) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept-Encoding: gzip\r\n"
                        + "Accept: text/html\r\n" + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * What came of it; times in nanoseconds, bytes of one answer with its head.
     *
     * @param idle99 how late somebody is who asks for nothing, as p99 is: so much of it is the machine's
     */
    record Outcome(long requests, double seconds, long p50, long p99, long idle99, long bytes, long refused) {

        static Outcome parse(String line) {
            String[] parts = line.strip().split(" ");
            return new Outcome(
                    Long.parseLong(parts[0]),
                    Double.parseDouble(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]),
                    Long.parseLong(parts[5]),
                    Long.parseLong(parts[6]));
        }

        @Override
        public String toString() {
            return requests + " " + seconds + " " + p50 + " " + p99 + " " + idle99 + " " + bytes + " " + refused;
        }
    }

    /** The answers of one connection. */
    private record Answers(List<Long> times, long bytes, long refused) {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(new LoadDriver(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Double.parseDouble(arguments[3]),
                        List.of(arguments).subList(4, arguments.length))
                .run());
    }

    private Outcome run() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS + 1);
        long begin = System.nanoTime();
        List<Callable<Answers>> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int place = i;
            connections.add(() -> ask(begin, place));
        }
        Future<List<Long>> idle = threads.submit(() -> idle(begin));
        List<Answers> all = new ArrayList<>();
        for (Future<Answers> future : threads.invokeAll(connections)) {
            all.add(future.get());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long[] times = sorted(all.stream().flatMap(answers -> answers.times().stream()));
        long[] late = sorted(idle.get().stream());
        long bytes = all.stream().mapToLong(Answers::bytes).sum() / Math.max(1, times.length);
        long refused = all.stream().mapToLong(Answers::refused).sum();
        threads.shutdown();
        return new Outcome(times.length, seconds, at(times, 0.5), at(times, 0.99), at(late, 0.99), bytes, refused);
    }

    /** One who is due every millisecond and asks for nothing: late where the machine, or this process, stands still. */
    private List<Long> idle(long begin) throws InterruptedException {
        List<Long> times = new ArrayList<>();
        for (long due = begin + lead; due < begin + nanos; due += TimeUnit.MILLISECONDS.toNanos(1)) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            times.add(System.nanoTime() - due);
        }
        return times;
    }

    private static long[] sorted(Stream<Long> times) {
        return times.mapToLong(Long::longValue).sorted().toArray();
    }

    private static long at(long[] sorted, double share) {
        return LongStream.of(sorted)
                .skip((long) (sorted.length * share))
                .findFirst()
                .orElse(0);
    }

    private Answers ask(long begin, int place) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        long bytes = 0;
        long refused = 0;
        long end = begin + nanos;
        double gap = rate == 0 ? 0 : 1e9 * CONNECTIONS / rate;
        Connection connection = new Connection(port);
        try {
            for (long sent = 0; ; sent++) {
                long now = System.nanoTime();
                long due = rate == 0 ? now : begin + (long) (gap * (sent + (double) place / CONNECTIONS));
                if (Math.max(due, now) >= end) {
                    return new Answers(times, bytes, refused);
                }
                if (due > now) {
                    TimeUnit.NANOSECONDS.sleep(due - now);
                }
                Answer answer = connection.ask(requests.get((int) ((sent + place) % requests.size())));
                if (due - begin >= lead) {
                    times.add(System.nanoTime() - due);
                }
                bytes += answer.bytes();
                refused += answer.status() == 200 ? 0 : 1;
                if (answer.last()) {
                    connection.close();
                    connection = new Connection(port);
                }
            }
        } finally {
            connection.close();
        }
    }

    private static final class Connection {

        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        Answer ask(byte[] request) throws IOException {
            out.write(request);
            return Answer.read(in);
        }

        void close() throws IOException {
            socket.close();
        }
    }

    /** An answer, and whether the server ends the connection with it, as it does after so many. */
    private record Answer(int status, long bytes, boolean last) {

        static Answer read(InputStream in) throws IOException {
            String line = line(in);
            int status = Integer.parseInt(line.split(" ")[1]);
            long bytes = line.length() + 2L;
            long length = 0;
            boolean chunked = false;
            boolean last = false;
            while (!(line = line(in)).isEmpty()) {
                bytes += line.length() + 2L;
                String head = line.toLowerCase(Locale.ROOT);
                if (head.startsWith("content-length:")) {
                    length = Long.parseLong(head.substring(15).strip());
                }
                last |= head.equals("connection: close");
                chunked |= head.startsWith("transfer-encoding:") && head.contains("chunked");
            }
            if (!chunked) {
                in.skipNBytes(length);
                return new Answer(status, bytes + length, last);
            }
            do {
                length = Long.parseLong(line(in).strip(), 16);
                in.skipNBytes(length + 2);
                bytes += length;
            } while (length > 0);
            return new Answer(status, bytes, last);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0) {
                    throw new EOFException("the connection was closed");
                }
                if (read != '\r') {
                    line.append((char) read);
                }
            }
            return line.toString();
        }
    }
}
