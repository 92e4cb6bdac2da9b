package org.maintenancefund.application.trial;

import org.jspecify.annotations.Nullable;

/** The two fields of the kind on trial, as typed. */
record TestApplicationForm(
        @Nullable String contactName, @Nullable String contactMobile) {}
