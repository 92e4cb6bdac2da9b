package org.maintenancefund.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A gateway as a city may have one: looks at the signature, knows messages it has, and has bad days. */
public final class SmsGateway implements AutoCloseable {

    public static final String SECRET = "a secret of the tests";

    /** A request as it came. */
    public record Request(String id, String body, String contentType, boolean signed) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private volatile int status = 200;
    private volatile String answer = "{\"code\":\"OK\"}";
    private volatile Duration pause = Duration.ZERO;
    private volatile boolean hangsUp;

    public SmsGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/send", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
    }

    /** From now on it is well again. */
    public SmsGateway well() {
        status = 200;
        answer = "{\"code\":\"OK\"}";
        pause = Duration.ZERO;
        hangsUp = false;
        requests.clear();
        return this;
    }

    public SmsGateway answers(int code) {
        status = code;
        return this;
    }

    public SmsGateway says(String body) {
        answer = body;
        return this;
    }

    /** Takes the message and then is so slow. */
    public SmsGateway isSlow(Duration time) {
        pause = time;
        return this;
    }

    /** Takes the message and closes the connection. */
    public SmsGateway hangsUp() {
        hangsUp = true;
        return this;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** How often each message was taken for delivery. */
    public Map<String, AtomicInteger> taken() {
        return taken;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String time = exchange.getRequestHeaders().getFirst("X-Timestamp");
        boolean signed = signature(time + "\n" + id + "\n" + body)
                .equals(exchange.getRequestHeaders().getFirst("X-Signature"));
        requests.add(new Request(id, body, exchange.getRequestHeaders().getFirst("Content-Type"), signed));
        int code = status;
        if (code == 200) {
            taken.computeIfAbsent(id, none -> new AtomicInteger()).incrementAndGet();
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (hangsUp) {
            exchange.close();
            return;
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            // Who asked didn't wait.
        }
    }

    private static String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
