package org.maintenancefund.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection to a server on which anything can be sent, also what no browser and no client library would. */
public final class Wire implements AutoCloseable {

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /** A new connection to a port of this machine. */
    public static Wire to(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
        socket.setTcpNoDelay(true);
        return new Wire(socket);
    }

    /** One request, and all of the answer. */
    public static String ask(int port, String request) throws IOException {
        try (Wire wire = to(port).send(request)) {
            return wire.answer();
        }
    }

    /** The page at an address, asked for with these further headers, each with its line end. */
    public static String get(int port, String address, String headers) throws IOException {
        return ask(port, "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }

    /** Sends each character as one byte. */
    public Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Says that nothing more will be sent. */
    public Wire end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that comes until the server closes the connection, or breaks it off. */
    public String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] packet = new byte[8192];
        InputStream in = socket.getInputStream();
        try {
            for (int bytes = in.read(packet); bytes >= 0; bytes = in.read(packet)) {
                answer.write(packet, 0, bytes);
            }
        } catch (SocketTimeoutException neverEnded) {
            throw neverEnded;
        } catch (IOException brokenOff) {
            // What came before is the answer.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
