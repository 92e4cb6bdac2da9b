package org.maintenancefund.web.sheet;

/**
 * Takes what a {@link SheetReader} hands over.
 *
 * @param <C> the columns
 */
public interface SheetTable<C extends Enum<C> & SheetHeading> {

    /** The row of the headings, once and first. */
    void head(SheetHeader<C> header, SheetRow headings);

    /** A row below it. */
    void row(SheetRow row);
}
