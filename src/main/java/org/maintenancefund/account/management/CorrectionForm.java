package org.maintenancefund.account.management;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.web.Typed;

/**
 * Name and mobile of an account as typed.
 *
 * @param seen the account as the person saw it
 */
record CorrectionForm(
        @Typed(PersonName.class) @Nullable String personName,
        @Typed(MobileNumber.class) @Nullable String mobile,
        @Nullable String seen) {

    static CorrectionForm of(OperatorView operator) {
        return new CorrectionForm(
                operator.personName(),
                operator.mobile().toString(),
                operator.seen().toString());
    }

    /** What was typed, on the account as it is now. */
    CorrectionForm on(OperatorView operator) {
        return new CorrectionForm(personName, mobile, operator.seen().toString());
    }
}
