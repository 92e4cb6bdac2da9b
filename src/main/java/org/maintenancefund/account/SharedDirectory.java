package org.maintenancefund.account;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.kernel.CreditCode;

/**
 * The people of qualified companies in the city's 物业管理信息系统, read by LDAP with the application's own account. Whoever is
 * not in the configured group is nobody here. Where no directory is configured there is nobody at all.
 *
 * <p>Every question may throw {@link SharedDirectoryDown}; ask outside of transactions, an answer can take seconds.
 */
public interface SharedDirectory {

    /** Whether a directory is configured; where not, the feature is off. */
    boolean isConfigured();

    /** Whether it answers the application's own account just now; throws nothing. */
    boolean isReachable();

    /** Whether it failed moments ago: what can do without an answer need not wait for one. */
    boolean failedJustNow();

    /** The person of that user name, however it is typed; also one who is disabled there. */
    Optional<SharedPerson> find(String username);

    /** The people of one company, by user name. */
    List<SharedPerson> ofCompany(CreditCode code);

    /**
     * Everybody, by user name; read page by page (RFC 2696). Entries that can't be read (no name, no credit code) are left
     * out with a line in the log. Either all of them, or an exception: never half of a directory.
     */
    List<SharedPerson> all();
}
