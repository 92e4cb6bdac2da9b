package org.maintenancefund.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way in: never longer than it may be, also where it doesn't say how long it is, and never slower
 * than its pace. Tomcat's own time limit is one for each packet, so that a byte now and then keeps a thread for hours.
 */
final class RequestBody implements InputBuffer {

    /** What is wrong with a body. */
    enum Fault {
        TOO_LONG,
        TOO_SLOW,
        BROKEN_OFF
    }

    private static final String ATTRIBUTE = RequestBody.class.getName();
    private static final int LEFT_UNREAD = 256 << 20;
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final org.apache.coyote.Request request;
    private final InputBuffer source;
    private final RequestProperties properties;
    private final long length;
    private final long begun = System.nanoTime();
    private long most = Long.MAX_VALUE;
    private long read;
    private boolean complete;
    private @Nullable Fault fault;

    private RequestBody(Request request, RequestProperties properties) {
        this.request = request.getCoyoteRequest();
        this.source = this.request.getInputBuffer();
        this.properties = properties;
        this.length = this.request.getContentLengthLong();
        this.complete = length <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    /** Reads the request's body from now on. */
    static RequestBody of(Request request, RequestProperties properties) {
        RequestBody body = new RequestBody(request, properties);
        request.getCoyoteRequest().setInputBuffer(body);
        request.setAttribute(ATTRIBUTE, body);
        return body;
    }

    /** The body of the request being served; empty where another server than Tomcat serves it. */
    static Optional<RequestBody> of(HttpServletRequest request) {
        return Optional.ofNullable((RequestBody) request.getAttribute(ATTRIBUTE));
    }

    /** From now on it may be so long; false where it already says that it is longer. */
    boolean atMost(long bytes) {
        most = bytes;
        return length <= bytes;
    }

    /** Why it could not be read to its end; null while nothing is wrong with it. */
    @Nullable
    Fault fault() {
        return fault;
    }

    boolean isComplete() {
        return complete;
    }

    /** Tomcat uses the request and its own buffer again. */
    void release() {
        request.setInputBuffer(source);
    }

    /** Takes what still comes, some seconds long, so that a browser that is still sending reads the answer afterwards. */
    void takeRest() {
        // Whoever waits for our word to go on ("100 Continue") got the answer instead and sends nothing.
        boolean waits = read == 0 && request.getHeader("Expect") != null;
        if (waits || fault != null && fault != Fault.TOO_LONG) {
            return;
        }
        long until = System.nanoTime() + LONGEST_REST.toNanos();
        long rest = 0;
        Packet packet = new Packet();
        try {
            while (!complete && rest < LEFT_UNREAD && System.nanoTime() < until) {
                int bytes = source.doRead(packet);
                rest += Math.max(0, bytes);
                complete = bytes < 0 || length > 0 && read + rest >= length;
            }
        } catch (IOException gone) {
            fault = Fault.BROKEN_OFF;
        }
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        refuseSlow();
        int bytes;
        try {
            bytes = source.doRead(handler);
        } catch (IOException e) {
            fault = Fault.BROKEN_OFF;
            throw e;
        }
        read += Math.max(0, bytes);
        complete = bytes < 0 || length > 0 && read >= length;
        if (read > most) {
            fault = Fault.TOO_LONG;
            throw new IOException("The body is longer than " + most + " bytes");
        }
        if (!complete) {
            refuseSlow();
        }
        return bytes;
    }

    private void refuseSlow() throws SocketTimeoutException {
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        if (seconds
                > properties.bodyGrace().toSeconds()
                        + read / properties.bodyPace().toBytes()) {
            fault = Fault.TOO_SLOW;
            throw new SocketTimeoutException("The body comes too slowly");
        }
    }

    @Override
    public int available() {
        return source.available();
    }

    /** Where a packet goes that nobody looks at. */
    private static final class Packet implements ApplicationBufferHandler {

        private @Nullable ByteBuffer bytes;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
