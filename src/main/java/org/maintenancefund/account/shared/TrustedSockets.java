package org.maintenancefund.account.shared;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.startup.StartFailure;
import org.maintenancefund.startup.StartFailure.Said;

/**
 * Encrypted connections that trust the configured certificates. JNDI takes a socket factory by the name of its class only and
 * asks that class in the thread that opens a connection: therefore public, and therefore the thread's.
 */
public final class TrustedSockets extends SSLSocketFactory {

    private static final ThreadLocal<SSLSocketFactory> OF_THIS_THREAD = new ThreadLocal<>();

    private final SSLSocketFactory trusting;
    private final int handshakeMillis;

    TrustedSockets(SharedCredentialsProperties settings) {
        this.trusting = trusting(settings.trustStore(), settings.trustStorePassword());
        this.handshakeMillis = Math.toIntExact(settings.readTimeout().toMillis());
    }

    /** What JNDI calls. */
    public static SocketFactory getDefault() {
        return Objects.requireNonNull(OF_THIS_THREAD.get(), "no connection to the directory is being opened here");
    }

    /** While this thread opens a connection. */
    void offer() {
        OF_THIS_THREAD.set(this);
    }

    void withdraw() {
        OF_THIS_THREAD.remove();
    }

    /** Unconnected: JNDI connects it with its own time-out. */
    @Override
    public Socket createSocket() throws IOException {
        return trusting.createSocket();
    }

    /** For StartTLS, whose handshake JNDI would wait for without end. */
    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        Socket socket = trusting.createSocket(plain, host, port, autoClose);
        socket.setSoTimeout(handshakeMillis);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return trusting.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return trusting.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return trusting.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return trusting.createSocket(host, port, local, localPort);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return trusting.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return trusting.getSupportedCipherSuites();
    }

    private static SSLSocketFactory trusting(@Nullable Path store, String password) {
        if (store == null) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try (InputStream stored = Files.newInputStream(store)) {
            // Reads PKCS12 and JKS alike.
            KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
            certificates.load(stored, password.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(certificates);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new StartFailure(
                    new Said(
                            "物业管理信息系统目录的信任证书库 %s 无法打开。".formatted(store),
                            "The trust store %s of the directory can't be opened.".formatted(store)),
                    new Said(
                            "请检查 app.shared-credentials.trust-store 和 trust-store-password。",
                            "Check app.shared-credentials.trust-store and trust-store-password."),
                    unusable);
        }
    }
}
