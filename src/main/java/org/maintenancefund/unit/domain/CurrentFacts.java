package org.maintenancefund.unit.domain;

/** What holds of units on a day {@code :today}, as part of a statement about units {@code u}. */
public final class CurrentFacts {

    /** The version {@code v}; of a unit that begins later the one it begins with. */
    public static final String JOIN_VERSION = " JOIN LATERAL (SELECT * FROM unit_version f WHERE f.unit_id = u.id"
            + " ORDER BY f.valid_from <= :today DESC, abs(f.valid_from - :today) LIMIT 1) v ON true";

    /** The payer {@code p} of the same day as {@code v}, if one is known. */
    public static final String JOIN_PAYER = " LEFT JOIN LATERAL (SELECT * FROM unit_payer w WHERE w.unit_id = u.id"
            + " AND w.valid_from <= greatest(:today, v.valid_from) ORDER BY w.valid_from DESC LIMIT 1) p ON true";

    private CurrentFacts() {}
}
