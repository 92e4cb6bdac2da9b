package org.maintenancefund.web.sheet;

import org.maintenancefund.kernel.Checked;

/** What the cells of a column are read as. */
public enum CellContent {
    /** A name, a code or a word: what Excel has made a date of is refused. */
    TEXT {
        @Override
        public Checked<String> of(SheetCell cell) {
            return cell.asText();
        }
    },
    /** A figure, so that a number of many digits is none that Excel has spoiled. */
    FIGURE {
        @Override
        public Checked<String> of(SheetCell cell) {
            return cell.asFigure();
        }
    },
    /** A day or a month: what Excel has made a date of is what was meant. */
    DATE {
        @Override
        public Checked<String> of(SheetCell cell) {
            return cell.asDate();
        }
    };

    /** What stands in the cell, still to be read; refused where that can't be known any more. */
    public abstract Checked<String> of(SheetCell cell);
}
