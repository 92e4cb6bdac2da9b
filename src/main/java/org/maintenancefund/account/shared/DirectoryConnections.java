package org.maintenancefund.account.shared;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import org.springframework.ldap.InvalidNameException;
import org.springframework.ldap.NameNotFoundException;
import org.springframework.ldap.NamingSecurityException;
import org.springframework.ldap.OperationNotSupportedException;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.ldap.core.support.DefaultTlsDirContextAuthenticationStrategy;
import org.springframework.ldap.core.support.LdapContextSource;
import org.springframework.ldap.support.LdapUtils;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.ldap.authentication.BindAuthenticator;

/**
 * Opens connections to the directory, with time-outs for everything; the name in a certificate is always checked. None is
 * pooled: one that somebody's password was tried on is used for nothing else. Names are absolute, there is no base.
 */
class DirectoryConnections extends LdapContextSource {

    private final TrustedSockets sockets;
    private final String base;

    DirectoryConnections(SharedCredentialsProperties settings) {
        this.sockets = new TrustedSockets(settings);
        this.base = settings.base();
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

    /** Whether the directory takes the password for that entry: it is right where binding with it works. */
    boolean isRight(DirContextOperations entry, String password) {
        BindAuthenticator bind = new BindAuthenticator(this);
        bind.setUserSearch(name -> entry);
        try {
            bind.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("-", password));
            return true;
        } catch (BadCredentialsException wrong) {
            return false;
        } catch (org.springframework.ldap.NamingException other) {
            return refused(other);
        }
    }

    /** A name that nobody has takes as many steps as one that somebody has. */
    boolean isRightForNobody(String password) {
        try {
            LdapUtils.closeContext(getContext("cn=nobody of that name," + base, password));
            return false;
        } catch (org.springframework.ldap.NamingException expected) {
            return refused(expected);
        }
    }

    /**
     * False where the directory said no, in whichever of the ways that directories have (RFC 4511, A.1: results 32, 34, 48 to 50
     * and 53), the same for a name that somebody has and one that nobody has. Anything else is no answer, and is thrown on.
     */
    private static boolean refused(org.springframework.ldap.NamingException result) {
        if (result instanceof NamingSecurityException
                || result instanceof NameNotFoundException
                || result instanceof InvalidNameException
                || result instanceof OperationNotSupportedException) {
            return false;
        }
        throw result;
    }
}
