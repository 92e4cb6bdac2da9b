package org.maintenancefund.account.management;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.web.Typed;

/**
 * A new staff account as typed.
 *
 * @param organisation CITY or the identifier of a district centre
 * @param submission   made with the empty form: a form sent twice makes one account
 */
record StaffForm(
        @Nullable String organisation,
        @Nullable String role,
        @Typed(PersonName.class) @Nullable String personName,
        @Typed(MobileNumber.class) @Nullable String mobile,
        @Nullable String username,
        @Nullable String submission) {

    static final String CITY = "CITY";
}
