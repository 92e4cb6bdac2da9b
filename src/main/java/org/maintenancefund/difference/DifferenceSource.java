package org.maintenancefund.difference;

/**
 * What doesn't agree and is seen by looking, which a feature knows of: offered as a bean, asked every night. Of what it tells each is
 * raised once, and is settled by the system as soon as it tells it no longer.
 */
public interface DifferenceSource {

    /** No two beans tell of one kind. */
    DifferenceKind kind();

    /**
     * Selects, of tables of its module alone, what does not agree and is of the day {@code :until} or before: {@code reference} and
     * {@code subject}, neither null, {@code account_id}, {@code area_id}, {@code company_id}, {@code district_id}, {@code amount} in fen
     * (each may be null), {@code day}, and {@code link}, which may be empty. Each reference once.
     */
    String sql();

    /** So many days it may stand before it is raised; 0: at once. */
    int patience();
}
