package org.maintenancefund.kernel.search;

/**
 * Hits of one rank; a search shows one band after the other, each in name order. One query per band, so that the database
 * answers each from an index and never has to rank all hits of a frequent character.
 */
public enum SearchBand {
    /** The whole name, or what else names the record exactly. */
    EXACT,
    /** The same name in another writing, with 小区 or without. */
    SAME,
    /** The name begins with it. */
    PREFIX,
    /** It stands somewhere else: within the name, or in what else is searched. */
    WITHIN,
    /** No hit, but the last name that was looked through for some within, where there are more names. */
    FURTHER,
    /** Nothing was asked for: everything. */
    ALL
}
