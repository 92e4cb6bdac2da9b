package org.maintenancefund.kernel.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All rows, each once, a batch at a time. */
class BatchesTest {

    private final List<Cursor> asked = new ArrayList<>();

    @Test
    void everyRowComesOnceAndInOrder() {
        for (int total : new int[] {0, 1, 6, 7, 8, 14, 20}) {
            asked.clear();
            List<Integer> rows = new ArrayList<>();
            batches(total, 7).forEachRemaining(rows::add);

            assertThat(rows).isEqualTo(IntStream.range(0, total).boxed().toList());
            assertThat(asked).hasSize(Math.max(1, (total + 6) / 7));
        }
    }

    @Test
    void theNextBatchIsFetchedWhenItIsNeeded() {
        Batches<Integer> batches = batches(20, 7);
        assertThat(asked).hasSize(1);

        for (int row = 0; row < 7; row++) {
            batches.next();
        }
        assertThat(asked).hasSize(1);
        assertThat(batches.next()).isEqualTo(7);
        assertThat(asked).hasSize(2);
    }

    @Test
    void behindTheLastRowIsNone() {
        Batches<Integer> batches = batches(1, 7);
        batches.next();

        assertThat(batches.hasNext()).isFalse();
        assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
    }

    private Batches<Integer> batches(int total, int size) {
        return new Batches<>(new Listing<>() {
            @Override
            public Cursor cursor(@Nullable String after, @Nullable String before) {
                return Cursor.read(after, before, 1);
            }

            @Override
            public Slice<Integer> slice(Cursor cursor, int wanted) {
                asked.add(cursor);
                int from = cursor.atStart() ? 0 : Integer.parseInt(cursor.keys().get(0)) + 1;
                List<Integer> fetched = IntStream.range(from, Math.min(total, from + size + 1))
                        .boxed()
                        .toList();
                return Slice.of(fetched, cursor, Cursor::write, size);
            }

            @Override
            public CappedCount count() {
                return CappedCount.ofCountedUpToOneMore(total);
            }
        });
    }
}
