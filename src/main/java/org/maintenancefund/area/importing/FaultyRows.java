package org.maintenancefund.area.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** All faulty rows of an import for its report, some at a time: the cells as they were, then what is wrong with them. */
final class FaultyRows implements Iterator<List<String>> {

    private static final int BATCH = 500;

    private final ImportRows rows;
    private final UUID id;
    private final int width;
    private Iterator<ImportRow> some = Collections.emptyIterator();
    private int last;
    private boolean more = true;

    /**
     * The rows of an import.
     *
     * @param width how many columns the sheet has
     */
    FaultyRows(ImportRows rows, UUID id, int width) {
        this.rows = rows;
        this.id = id;
        this.width = width;
    }

    @Override
    public boolean hasNext() {
        if (!some.hasNext() && more) {
            List<ImportRow> next = rows.faulty(id, last, BATCH);
            more = next.size() == BATCH;
            some = next.iterator();
        }
        return some.hasNext();
    }

    @Override
    public List<String> next() {
        hasNext();
        ImportRow row = some.next();
        last = row.line().number();
        List<String> cells = new ArrayList<>(row.line().cells());
        while (cells.size() < width) {
            cells.add("");
        }
        cells.add(width, row.faults());
        return cells;
    }
}
