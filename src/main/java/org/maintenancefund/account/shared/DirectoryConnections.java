package org.maintenancefund.account.shared;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import org.springframework.ldap.core.support.DefaultTlsDirContextAuthenticationStrategy;
import org.springframework.ldap.core.support.LdapContextSource;

/**
 * Opens connections to the directory, with time-outs for everything; the name in a certificate is always checked. None is
 * pooled: one that somebody's password was tried on is used for nothing else. Names are absolute, there is no base.
 */
class DirectoryConnections extends LdapContextSource {

    private final TrustedSockets sockets;

    DirectoryConnections(SharedCredentialsProperties settings) {
        this.sockets = new TrustedSockets(settings);
        setUrls(settings.urls().stream().map(String::strip).toArray(String[]::new));
        setUserDn(settings.managerDn());
        setPassword(settings.managerPassword());
        setAnonymousReadOnly(settings.managerDn().isBlank());
        setPooled(false);
        Map<String, Object> environment = new HashMap<>();
        environment.put(
                "com.sun.jndi.ldap.connect.timeout",
                Long.toString(settings.connectTimeout().toMillis()));
        environment.put(
                "com.sun.jndi.ldap.read.timeout",
                Long.toString(settings.readTimeout().toMillis()));
        if (settings.urls().get(0).strip().startsWith("ldaps:")) {
            environment.put("java.naming.ldap.factory.socket", TrustedSockets.class.getName());
        }
        setBaseEnvironmentProperties(environment);
        if (settings.startTls()) {
            DefaultTlsDirContextAuthenticationStrategy startTls = new DefaultTlsDirContextAuthenticationStrategy();
            startTls.setSslSocketFactory(sockets);
            setAuthenticationStrategy(startTls);
        }
        afterPropertiesSet();
    }

    @Override
    protected DirContext getDirContextInstance(Hashtable<String, Object> environment) throws NamingException {
        sockets.offer();
        try {
            return super.getDirContextInstance(environment);
        } finally {
            sockets.withdraw();
        }
    }
}
