package org.maintenancefund.kernel.paging;

/**
 * A total that is only counted up to a limit, so that the count of a frequent search costs no more than a page.
 *
 * @param value  what was counted, at most the limit
 * @param capped true where there are more than {@code value}
 */
public record CappedCount(long value, boolean capped) {

    /** Up to here rows are counted. */
    public static final int LIMIT = 10_000;

    public static CappedCount none() {
        return new CappedCount(0, false);
    }

    /** From a count that was taken with {@code limit LIMIT + 1}. */
    public static CappedCount ofCountedUpToOneMore(long counted) {
        return ofCountedUpToOneMore(counted, LIMIT);
    }

    /** The same up to another limit, where counting up to {@link #LIMIT} takes too long; counted with {@code limit + 1}. */
    public static CappedCount ofCountedUpToOneMore(long counted, int limit) {
        return counted > limit ? new CappedCount(limit, true) : new CappedCount(counted, false);
    }

    @Override
    public String toString() {
        return capped ? value + "+" : Long.toString(value);
    }
}
