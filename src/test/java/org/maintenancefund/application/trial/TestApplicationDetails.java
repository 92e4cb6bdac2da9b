package org.maintenancefund.application.trial;

/** What one round of the kind on trial says. */
record TestApplicationDetails(String contactName, String contactMobile) {}
