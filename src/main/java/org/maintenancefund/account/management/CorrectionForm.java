package org.maintenancefund.account.management;

import org.jspecify.annotations.Nullable;

/**
 * Name and mobile of an account as typed.
 *
 * @param version of the account that the person saw
 */
record CorrectionForm(
        @Nullable String personName,
        @Nullable String mobile,
        @Nullable String version) {

    int seenVersion() {
        try {
            return version == null ? -1 : Integer.parseInt(version);
        } catch (NumberFormatException tamperedWith) {
            return -1;
        }
    }
}
