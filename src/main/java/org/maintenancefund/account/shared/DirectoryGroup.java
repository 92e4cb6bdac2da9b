package org.maintenancefund.account.shared;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.naming.Name;
import javax.naming.ldap.LdapName;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.support.LdapUtils;

/** The group whose people may sign in here: named by their entries, or by an entry of its own that names them. */
class DirectoryGroup {

    private final SharedCredentialsProperties settings;
    private final DirectoryConnections connections;
    private final PersonReader reader;

    DirectoryGroup(SharedCredentialsProperties settings, DirectoryConnections connections, PersonReader reader) {
        this.settings = settings;
        this.connections = connections;
        this.reader = reader;
    }

    /** Who is in it; one question to the directory where the group has an entry of its own. */
    Predicate<DirContextOperations> members() {
        if (!settings.groupAttribute().isBlank()) {
            return reader::namesGroup;
        }
        DirContextOperations group =
                new LdapTemplate(connections).lookupContext(LdapUtils.newLdapName(settings.groupDn()));
        String[] named = group.getStringAttributes(settings.groupMemberAttribute());
        Set<Name> members = new HashSet<>();
        Arrays.stream(named == null ? new String[0] : named).forEach(name -> members.add(lenient(name)));
        return entry -> members.contains(entry.getDn());
    }

    private static LdapName lenient(String name) {
        try {
            return LdapUtils.newLdapName(name);
        } catch (org.springframework.ldap.NamingException unreadable) {
            return LdapUtils.emptyLdapName();
        }
    }
}
