package org.maintenancefund.account.shared;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.util.ObjectPair;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for a host name, signed by nobody but itself. */
record SelfMadeCertificate(Certificate certificate, KeyPair keys) {

    static final String STORE_PASSWORD = "changeit";

    static SelfMadeCertificate forHost(String host) throws Exception {
        long now = System.currentTimeMillis();
        ObjectPair<X509Certificate, KeyPair> made = X509Certificate.generateSelfSignedCertificate(
                SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
                PublicKeyAlgorithmIdentifier.RSA,
                2048,
                new DN("cn=" + host),
                now - 86_400_000L,
                now + 86_400_000L);
        Certificate read = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(made.getFirst().getX509CertificateBytes()));
        return new SelfMadeCertificate(read, made.getSecond());
    }

    /** A trust store that holds it and nothing else. */
    Path trustStore(Path folder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("directory", certificate);
        Path file = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, STORE_PASSWORD.toCharArray());
        }
        return file;
    }

    /** The server's side. */
    SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server", keys.getPrivate(), STORE_PASSWORD.toCharArray(), new Certificate[] {certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, STORE_PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
