package org.maintenancefund.web.sheet;

/**
 * What is wrong with one cell, or is asked about it.
 *
 * @param row    as the sheet counts, from 1
 * @param cell   its address in the sheet: C5; empty where it is the row as a whole
 * @param column its heading, or empty
 * @param value  what stands there, shortened
 * @param text   the sentence
 */
public record CellFault(int row, String cell, String column, String value, String text) {

    /** Characters that are shown of a cell. */
    private static final int SHOWN = 40;

    public CellFault {
        value = SheetCell.shortened(value, SHOWN);
    }

    /** Of a row as a whole. */
    public static CellFault ofRow(int row, String text) {
        return new CellFault(row, "", "", "", text);
    }

    /** 街道：本区没有这个街道. */
    public String line() {
        return column.isEmpty() ? text : column + "：" + text;
    }
}
