package org.maintenancefund.importing;

import java.util.List;
import java.util.UUID;

/**
 * A kind of import: which columns its spreadsheet has, what a row means for the register, what is done with it. One bean for
 * each, of the module that has the register.
 *
 * @param <C> the columns
 */
public interface ImportDefinition<C extends Enum<C> & ImportedColumn> {

    /** Under which it is kept; its label is the message {@code importing.kind.<kind>}. */
    String kind();

    Class<C> columns();

    /** More rows than that are refused. */
    int maxRows();

    /** True where one faulty row keeps all others out; else they are applied without it. */
    boolean isAllOrNone();

    /** Begins to compare the rows of a file with what is on record. */
    RowMatcher<C> matcher(ImportView run, ImportHeader<C> header);

    /**
     * Enters what was confirmed, with {@link ApplyingSteps} that keep two workers apart.
     *
     * @param worker who applies it
     */
    void apply(ImportView run, UUID worker);

    /** Rows as the page of the import shows them. */
    List<PreviewRow> preview(ImportView run, List<ImportRow> rows);
}
