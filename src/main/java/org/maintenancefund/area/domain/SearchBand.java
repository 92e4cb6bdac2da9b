package org.maintenancefund.area.domain;

/**
 * Hits of one rank; a search shows one band after the other, each in name order. One query per band, so that the database
 * answers each from an index and never has to rank all hits of a frequent character.
 */
enum SearchBand {
    /** The whole name, a whole former name, the number. */
    EXACT,
    /** The name begins with it. */
    PREFIX,
    /** It stands somewhere else: within the name, in a former name, the address or the number. */
    WITHIN,
    /** Nothing was asked for: everything. */
    ALL
}
