package org.maintenancefund.enterprise.qualified;

/** What a run of the refresh counts; each has a column of that name. */
enum RefreshFigure {
    /** People read from the directory. */
    PEOPLE,
    /** People and companies of which something is new here. */
    CHANGED,
    /** People disabled, because they are gone there or disabled. */
    GONE,
    /** Companies registered here that were found in the directory for the first time. */
    MATCHES,
    /** User names found for the first time to be a local account's too. */
    COLLISIONS,
    /** People and companies that could not be taken over. */
    FAILURES,
    /** People who would have been disabled, had they not been too many. */
    HELD
}
