package org.maintenancefund.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Those who open the same pages, as the {@link Page} catalogue names them. */
final class Roles {

    static final Set<Role> SIGNED_IN = sealed(EnumSet.allOf(Role.class));

    /** Whoever may collect in a community: a company or an office. */
    static final Set<Role> COLLECTORS = sealed(EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR));

    static final Set<Role> COLLECTORS_AND_DISTRICT =
            sealed(EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.DISTRICT_STAFF));

    /** The people of the districts' centres and of the city's. */
    static final Set<Role> CENTRES = sealed(EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF));

    /** The centres, and the auditor who changes nothing. */
    static final Set<Role> OVERSEERS = sealed(EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF, Role.AUDITOR));

    /** Those who see what is the whole city's. */
    static final Set<Role> CITY = sealed(EnumSet.of(Role.MUNICIPAL_STAFF, Role.AUDITOR));

    /** All whom the fund's money concerns. */
    static final Set<Role> FUND_READERS = sealed(EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN)));

    /** The same without committees, who don't see who paid what. */
    static final Set<Role> HOUSEHOLD_READERS =
            sealed(EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.COMMITTEE_OPERATOR)));

    private Roles() {}

    private static Set<Role> sealed(EnumSet<Role> roles) {
        return Collections.unmodifiableSet(roles);
    }
}
