package org.maintenancefund.account.shared;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A directory of our own, asked over the wire on the loopback interface. */
public final class DirectoryFixture implements AutoCloseable {

    public static final String PASSWORD = "one quiet Evening 7";
    public static final String CODE = "91990100MA00100106";

    static final String BASE = "dc=city,dc=example";
    private static final String GROUP = "cn=maintenance-fund,ou=groups," + BASE;
    private static final String MANAGER = "cn=searcher," + BASE;
    private static final String MANAGER_PASSWORD = "searcher's own";

    private final InMemoryDirectoryServer server;
    private final boolean tls;
    private final AtomicInteger left = new AtomicInteger(-1);
    private final AtomicBoolean refers = new AtomicBoolean();
    private final AtomicReference<@Nullable ResultCode> refusal = new AtomicReference<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private DirectoryFixture(InMemoryListenerConfig listener, boolean tls, int sizeLimit) {
        this.tls = tls;
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.setMaxSizeLimit(sizeLimit);
            config.setListenerConfigs(listener);
            config.addInMemoryOperationInterceptor(new Notes());
            server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: city");
            server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
            server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
            server.add("dn: " + GROUP, "objectClass: groupOfNames", "cn: maintenance-fund");
            server.add("dn: " + MANAGER, "objectClass: person", "cn: searcher", "userPassword: " + MANAGER_PASSWORD);
            server.startListening();
        } catch (LDAPException | LDIFException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    public static DirectoryFixture plain() {
        return plain(0);
    }

    /** One that gives no more than that at a time; 0: everything. */
    static DirectoryFixture plain(int sizeLimit) {
        return on(0, sizeLimit);
    }

    private static DirectoryFixture on(int port, int sizeLimit) {
        return listening(
                () -> InMemoryListenerConfig.createLDAPConfig("plain", InetAddress.getLoopbackAddress(), port, null),
                false,
                sizeLimit);
    }

    static DirectoryFixture ldaps(SelfMadeCertificate certificate) {
        return listening(
                () -> InMemoryListenerConfig.createLDAPSConfig(
                        "ldaps",
                        InetAddress.getLoopbackAddress(),
                        0,
                        certificate.context().getServerSocketFactory(),
                        null),
                true,
                0);
    }

    static DirectoryFixture startTls(SelfMadeCertificate certificate) {
        return listening(
                () -> InMemoryListenerConfig.createLDAPConfig(
                        "start-tls",
                        InetAddress.getLoopbackAddress(),
                        0,
                        certificate.context().getSocketFactory()),
                false,
                0);
    }

    private interface Listener {
        InMemoryListenerConfig make() throws LDAPException;
    }

    private static DirectoryFixture listening(Listener listener, boolean tls, int sizeLimit) {
        try {
            return new DirectoryFixture(listener.make(), tls, sizeLimit);
        } catch (LDAPException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    public String url() {
        return (tls ? "ldaps" : "ldap") + "://localhost:" + server.getListenPort();
    }

    /** What an administrator would configure, without the prefix. */
    public Map<String, String> configuration() {
        return Map.of(
                "urls",
                url(),
                "base",
                BASE,
                "user-search-base",
                "ou=people",
                "manager-dn",
                MANAGER,
                "manager-password",
                MANAGER_PASSWORD,
                "group-dn",
                "CN=maintenance-fund, ou=groups," + BASE,
                "disabled-attribute",
                "nsAccountLock",
                "connect-timeout",
                "700ms",
                "read-timeout",
                "700ms");
    }

    SharedCredentialsProperties settings(String... changed) {
        return settings(configuration(), changed);
    }

    static SharedCredentialsProperties settings(Map<String, String> configuration, String... changed) {
        Map<String, String> all = new HashMap<>(configuration);
        for (int i = 0; i < changed.length; i += 2) {
            all.put(changed[i], changed[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("", Bindable.of(SharedCredentialsProperties.class));
    }

    /** Somebody in the group, with {@link #PASSWORD}. */
    public DirectoryFixture add(String username) {
        return add(username, "uid=" + username, CODE, true);
    }

    public DirectoryFixture add(String username, String rdn, String creditCode, boolean inGroup) {
        Entry entry = new Entry(
                rdn + ",ou=people," + BASE,
                new Attribute("objectClass", "inetOrgPerson"),
                new Attribute("uid", username),
                new Attribute("cn", "陆晓岚"),
                new Attribute("mobile", "+86 139-0000-1001"),
                new Attribute("o", "云州市澄园物业服务有限公司"),
                new Attribute("l", "东湖区"),
                new Attribute("organizationIdentifier", creditCode),
                new Attribute("userPassword", PASSWORD));
        if (inGroup) {
            entry.addAttribute("memberOf", GROUP);
        }
        doing(() -> server.add(entry));
        if (inGroup) {
            doing(() -> server.modify(GROUP, new Modification(ModificationType.ADD, "member", entry.getDN())));
        }
        return this;
    }

    /** Sets an attribute of somebody, or takes it away. */
    public void set(String username, String attribute, @Nullable String value) {
        String[] values = value == null ? new String[0] : new String[] {value};
        doing(() -> server.modify(
                "uid=" + username + ",ou=people," + BASE,
                new Modification(ModificationType.REPLACE, attribute, values)));
    }

    public void remove(String username) {
        doing(() -> server.delete("uid=" + username + ",ou=people," + BASE));
    }

    /** Everything it was asked since the last look: filters and names of binds. */
    public List<String> asked() {
        List<String> seen = new ArrayList<>(asked);
        asked.clear();
        return seen;
    }

    /** Answers so many searches more and then none, until it is told to answer all again (a negative number). */
    public void answerOnly(int searches) {
        left.set(searches);
    }

    /** Every answer to a search leaves something to another server from now on (RFC 4511, 4.5.3), as domains of offices do. */
    public void refer(boolean on) {
        refers.set(on);
    }

    /** Answers every bind but the application's own with that, whoever it is for. */
    public void refuseWith(ResultCode code) {
        refusal.set(code);
    }

    public void stop() {
        server.shutDown(true);
    }

    /** Listens again, on the same port. */
    public void start() {
        doing(server::startListening);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private interface Change {
        void apply() throws LDAPException;
    }

    private static void doing(Change change) {
        try {
            change.apply();
        } catch (LDAPException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private final class Notes extends InMemoryOperationInterceptor {

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
            asked.add(request.getRequest().getFilter().toString());
            if (left.get() >= 0 && left.getAndDecrement() <= 0) {
                left.set(0);
                throw new LDAPException(ResultCode.UNAVAILABLE);
            }
            if (refers.get()) {
                request.sendSearchReference(new SearchResultReference(
                        new String[] {"ldap://elsewhere.example/ou=people,dc=elsewhere"}, new Control[0]));
            }
        }

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
            asked.add(request.getRequest().getBindDN());
            ResultCode code = refusal.get();
            if (code != null && !request.getRequest().getBindDN().equals(MANAGER)) {
                throw new LDAPException(code);
            }
        }
    }
}
