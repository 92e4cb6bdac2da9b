package org.maintenancefund.account.shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.Name;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.Username;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.ldap.support.LdapUtils;

/** Reads entries of the directory; what somebody typed there is checked like anything typed here. */
class PersonReader {

    /** What a user name of the directory may look like; the database allows the same. */
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,39}");

    private static final int MAX_COMPANY_NAME = 100;

    private final SharedCredentialsProperties settings;
    private final SharedCredentialsProperties.Attributes names;

    PersonReader(SharedCredentialsProperties settings) {
        this.settings = settings;
        this.names = settings.attributes();
    }

    /** The user name as it is kept; empty where it can be nobody's, and is therefore never sent to the directory. */
    static Optional<String> username(String typed) {
        return Optional.of(Username.normalise(typed))
                .filter(name -> USERNAME.matcher(name).matches());
    }

    /** The attributes to ask for: only these leave the directory. */
    String[] attributes() {
        Set<String> asked = new LinkedHashSet<>(Arrays.asList(
                names.username(),
                names.personName(),
                names.mobile(),
                names.creditCode(),
                names.companyName(),
                names.districtName(),
                names.districtCode(),
                settings.groupAttribute(),
                settings.disabledAttribute()));
        asked.removeIf(String::isBlank);
        return asked.toArray(String[]::new);
    }

    Optional<String> usernameOf(DirContextOperations entry) {
        return Optional.ofNullable(entry.getStringAttribute(names.username())).flatMap(PersonReader::username);
    }

    /** The person; empty where the entry has no user name, person's name, credit code or company's name that can be read. */
    Optional<SharedPerson> person(DirContextOperations entry) {
        Optional<String> username = usernameOf(entry);
        Checked<PersonName> personName = PersonName.parse(value(entry, names.personName()));
        Checked<CreditCode> creditCode = CreditCode.wellFormed(value(entry, names.creditCode()));
        Checked<String> company = ChineseText.required(value(entry, names.companyName()), MAX_COMPANY_NAME);
        if (username.isEmpty()
                || !personName.isOk()
                || !creditCode.isOk()
                || !company.isOk()
                || ChineseText.length(company.value()) < 2) {
            return Optional.empty();
        }
        Checked<MobileNumber> mobile = MobileNumber.parse(value(entry, names.mobile()));
        return Optional.of(new SharedPerson(
                username.get(),
                personName.value(),
                mobile.isOk() ? mobile.value() : null,
                creditCode.value(),
                company.value(),
                value(entry, names.districtName()),
                value(entry, names.districtCode()),
                isDisabled(entry)));
    }

    boolean isDisabled(DirContextOperations entry) {
        String value = value(entry, settings.disabledAttribute());
        return value != null && value.equalsIgnoreCase(settings.disabledValue());
    }

    /** Whether the person's entry names the group, where that is how it is told. */
    boolean namesGroup(DirContextOperations entry) {
        String[] groups = entry.getStringAttributes(settings.groupAttribute());
        return groups != null && holds(Arrays.asList(groups), LdapUtils.newLdapName(settings.groupDn()));
    }

    /** Whether one of these distinguished names is that one: spaces and case don't matter. */
    static boolean holds(Collection<String> written, Name wanted) {
        return written.stream().flatMap(PersonReader::parsed).anyMatch(wanted::equals);
    }

    /** The distinguished name; nothing where it can't be read. */
    static Stream<Name> parsed(String name) {
        try {
            return Stream.of(LdapUtils.newLdapName(name));
        } catch (org.springframework.ldap.NamingException unreadable) {
            return Stream.empty();
        }
    }

    private static @Nullable String value(DirContextOperations entry, String attribute) {
        String value = attribute.isBlank() ? null : entry.getStringAttribute(attribute);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
