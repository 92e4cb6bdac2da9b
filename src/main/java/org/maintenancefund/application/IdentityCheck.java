package org.maintenancefund.application;

import org.maintenancefund.kernel.Labelled;

/** How a clerk made sure that somebody is the contact of an application. */
public enum IdentityCheck implements Labelled {
    IN_PERSON,
    BY_PHONE,
    BY_LETTER
}
