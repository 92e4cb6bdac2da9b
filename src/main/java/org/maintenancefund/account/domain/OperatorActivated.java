package org.maintenancefund.account.domain;

/** Somebody set the first password of their own. */
record OperatorActivated(String username) {}
