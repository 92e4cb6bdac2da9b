package org.maintenancefund.kernel.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many rows there are is asked only where the page that was read doesn't tell. */
class ListingTest {

    private int counted;

    @Test
    void whatIsAllOnOnePageIsNotCounted() {
        assertThat(total(0, Cursor.start())).isZero();
        assertThat(total(Slice.SIZE, Cursor.start())).isEqualTo(Slice.SIZE);
        assertThat(counted).isZero();
    }

    @Test
    void whatGoesOnOrBeganBeforeIsCounted() {
        Cursor last = Cursor.read(Cursor.write(Slice.SIZE - 1), null, 1);
        Cursor behind = Cursor.read(Cursor.write(Slice.SIZE), null, 1);

        assertThat(total(Slice.SIZE + 1, Cursor.start())).isEqualTo(Slice.SIZE + 1);
        assertThat(total(Slice.SIZE + 1, last)).isEqualTo(Slice.SIZE + 1);
        assertThat(total(Slice.SIZE + 1, behind)).as("on an empty page").isEqualTo(Slice.SIZE + 1);
        assertThat(counted).isEqualTo(3);
    }

    private long total(int rows, Cursor cursor) {
        Listing<Integer> listing = listing(rows);
        return listing.count(cursor, listing.page(cursor)).value();
    }

    private Listing<Integer> listing(int total) {
        return new Listing<>() {
            @Override
            public Cursor cursor(@Nullable String after, @Nullable String before) {
                return Cursor.read(after, before, 1);
            }

            @Override
            public Slice<Integer> slice(Cursor cursor, int size) {
                int from = cursor.atStart() ? 0 : Integer.parseInt(cursor.keys().get(0)) + 1;
                List<Integer> fetched = IntStream.range(from, Math.min(total, from + size + 1))
                        .boxed()
                        .toList();
                return Slice.of(fetched, cursor, Cursor::write, size);
            }

            @Override
            public CappedCount count() {
                counted++;
                return CappedCount.ofCountedUpToOneMore(total);
            }
        };
    }
}
