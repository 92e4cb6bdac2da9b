package org.maintenancefund.application;

/** On whose side somebody acts on an application. */
public enum ReviewParty {
    /** Who holds the 回执码, or an operator of the organisation that applied. */
    APPLICANT,
    /** Staff of the district centre in charge. */
    DISTRICT,
    /** A job of this system. */
    SYSTEM
}
