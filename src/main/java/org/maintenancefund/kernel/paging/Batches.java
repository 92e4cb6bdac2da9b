package org.maintenancefund.kernel.paging;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a keyset-paged list, fetched batch by batch as they are asked for: never more than one batch is in memory, and
 * no transaction stays open between two. The first batch is fetched at once, so that a failure shows before anything is sent.
 *
 * @param <T> a row
 */
public final class Batches<T> implements Iterator<T> {

    /** Rows of a batch: enough to spare questions, few enough to be in memory for many people at once. */
    public static final int SIZE = 500;

    private final Listing<T> rows;
    private Iterator<T> batch;
    private @Nullable String next;

    public Batches(Listing<T> rows) {
        this.rows = rows;
        Slice<T> first = rows.slice(Cursor.start(), SIZE);
        this.batch = first.items().iterator();
        this.next = first.next();
    }

    @Override
    public boolean hasNext() {
        while (!batch.hasNext() && next != null) {
            Slice<T> following = rows.slice(rows.cursor(next, null), SIZE);
            batch = following.items().iterator();
            next = following.next();
        }
        return batch.hasNext();
    }

    @Override
    public T next() {
        hasNext();
        return batch.next();
    }
}
