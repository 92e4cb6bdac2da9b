package org.maintenancefund.account.shared;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The directory of the city's 物业管理信息系统, whose user names and passwords people of qualified companies sign in with.
 * Without {@code urls} the feature is off.
 *
 * @param urls              servers, tried in this order: {@code ldaps://host:port}, or {@code ldap://} with {@code start-tls};
 *                          plain {@code ldap://} only for this machine (loopback)
 * @param startTls          whether {@code ldap://} connections are encrypted by StartTLS before anything is said
 * @param trustStore        certificates the servers are checked against (PKCS12 or JKS); none: those of the JVM
 * @param base              distinguished name below which everything is
 * @param userSearchBase    where people are, relative to {@code base}; may be empty
 * @param userSearchFilter  how a person is found; <code>{0}</code> is the user name
 * @param managerDn         the application's own account, which may search; empty: anonymous
 * @param groupDn           only people of this group may sign in; required
 * @param groupAttribute    attribute of a person that names their groups; empty: the group's entry is asked instead
 * @param groupMemberAttribute attribute of the group's entry that names its people; asked where {@code group-attribute} is
 *                          empty
 * @param disabledAttribute attribute of a person that says the account is switched off; empty: none does
 * @param disabledValue     the value that says so; case doesn't matter
 * @param attributes        what the person's attributes are called
 * @param connectTimeout    longest wait for a connection, for each server
 * @param readTimeout       longest wait for an answer
 * @param concurrency       most questions to the directory at once; who comes when it is busy waits a second
 * @param pageSize          people asked for at a time when everybody is read
 * @param passwordAddress   where people change their password, as an address for a link; empty: the page names the system only
 */
@ConfigurationProperties("app.shared-credentials")
public record SharedCredentialsProperties(
        @DefaultValue List<String> urls,
        @DefaultValue("false") boolean startTls,
        @Nullable Path trustStore,
        @DefaultValue("") String trustStorePassword,
        @DefaultValue("") String base,
        @DefaultValue("") String userSearchBase,
        @DefaultValue("(uid={0})") String userSearchFilter,
        @DefaultValue("") String managerDn,
        @DefaultValue("") String managerPassword,
        @DefaultValue("") String groupDn,
        @DefaultValue("memberOf") String groupAttribute,
        @DefaultValue("member") String groupMemberAttribute,
        @DefaultValue("") String disabledAttribute,
        @DefaultValue("true") String disabledValue,
        @DefaultValue Attributes attributes,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("8") int concurrency,
        @DefaultValue("500") int pageSize,
        @DefaultValue("") String passwordAddress) {

    /**
     * Attributes of a person's entry.
     *
     * @param districtName name of the company's district; empty: none
     * @param districtCode code of the company's district; empty: none
     */
    record Attributes(
            @DefaultValue("uid") String username,
            @DefaultValue("cn") String personName,
            @DefaultValue("mobile") String mobile,
            @DefaultValue("organizationIdentifier") String creditCode,
            @DefaultValue("o") String companyName,
            @DefaultValue("l") String districtName,
            @DefaultValue("") String districtCode) {}

    /** Whether there is a directory at all. */
    boolean isConfigured() {
        return urls.stream().anyMatch(url -> !url.isBlank());
    }

    /** Where people are looked for. */
    String peopleBase() {
        return userSearchBase.isBlank() ? base : userSearchBase + "," + base;
    }

    /** Nothing secret of it belongs into a log. */
    @Override
    public String toString() {
        return "SharedCredentialsProperties" + urls;
    }
}
