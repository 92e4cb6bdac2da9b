package org.maintenancefund.demo;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import org.maintenancefund.account.shared.DirectoryConfiguration;
import org.maintenancefund.account.shared.SharedCredentialsProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Plays the city's 物业管理信息系统 in the embedded default: a directory in memory with made-up companies and people, on a port of
 * this machine that only this machine reaches. Its library is not in the packaged jar.
 */
public class SampleDirectory implements DirectoryConfiguration.Sample, AutoCloseable {

    private static final String BASE = "dc=yunzhou,dc=example";

    private final InMemoryDirectoryServer server;

    public SampleDirectory() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            // The attributes of companies are in no standard schema.
            config.setSchema(null);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("sample", InetAddress.getLoopbackAddress(), 0, null));
            server = new InMemoryDirectoryServer(config);
            try (LDIFReader people = new LDIFReader(new ClassPathResource("demo/directory.ldif").getInputStream())) {
                server.importFromLDIF(true, people);
            }
            server.startListening();
        } catch (LDAPException | IOException unexpected) {
            throw new IllegalStateException("the sample directory can't be started", unexpected);
        }
    }

    @Override
    public SharedCredentialsProperties settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "urls",
                        "ldap://127.0.0.1:" + server.getListenPort(),
                        "base",
                        BASE,
                        "user-search-base",
                        "ou=people",
                        "group-dn",
                        "cn=maintenance-fund,ou=groups," + BASE,
                        "group-attribute",
                        "",
                        "disabled-attribute",
                        "nsAccountLock")))
                .bind("", Bindable.of(SharedCredentialsProperties.class))
                .get();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
