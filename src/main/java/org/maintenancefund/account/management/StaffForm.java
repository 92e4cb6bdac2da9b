package org.maintenancefund.account.management;

import org.jspecify.annotations.Nullable;

/**
 * A new staff account as typed.
 *
 * @param organisation CITY or the identifier of a district centre
 * @param submission   made with the empty form: a form sent twice makes one account
 */
record StaffForm(
        @Nullable String organisation,
        @Nullable String role,
        @Nullable String personName,
        @Nullable String mobile,
        @Nullable String username,
        @Nullable String submission) {

    static final String CITY = "CITY";
}
