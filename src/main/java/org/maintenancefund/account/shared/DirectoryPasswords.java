package org.maintenancefund.account.shared;

import lombok.RequiredArgsConstructor;
import org.springframework.ldap.InvalidNameException;
import org.springframework.ldap.NameNotFoundException;
import org.springframework.ldap.NamingException;
import org.springframework.ldap.NamingSecurityException;
import org.springframework.ldap.OperationNotSupportedException;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.ldap.support.LdapUtils;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.ldap.authentication.BindAuthenticator;

/** Asks the directory whether a password is right, by binding with it. */
@RequiredArgsConstructor
class DirectoryPasswords {

    private final SharedCredentialsProperties settings;
    private final DirectoryConnections connections;

    boolean isRight(DirContextOperations entry, String password) {
        BindAuthenticator bind = new BindAuthenticator(connections);
        bind.setUserSearch(name -> entry);
        try {
            bind.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("-", password));
            return true;
        } catch (BadCredentialsException wrong) {
            return false;
        } catch (NamingException other) {
            return refused(other);
        }
    }

    /** A name that nobody has takes as many steps as one that somebody has. */
    boolean isRightForNobody(String password) {
        try {
            LdapUtils.closeContext(connections.getContext("cn=nobody of that name," + settings.base(), password));
            return false;
        } catch (NamingException expected) {
            return refused(expected);
        }
    }

    /**
     * False where the directory said no, in whichever of the ways that directories have (RFC 4511, A.1: results 32, 34, 48 to 50
     * and 53), the same for a name that somebody has and one that nobody has. Anything else is no answer, and is thrown on.
     */
    private static boolean refused(NamingException result) {
        if (result instanceof NamingSecurityException
                || result instanceof NameNotFoundException
                || result instanceof InvalidNameException
                || result instanceof OperationNotSupportedException) {
            return false;
        }
        throw result;
    }
}
