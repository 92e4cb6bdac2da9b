package org.maintenancefund.importing;

import java.util.List;

/**
 * A kind of import: which columns its spreadsheet has, what a row means for the register, what is done with it. One bean for
 * each, of the module that has the register.
 *
 * @param <C> the columns
 */
public sealed interface ImportDefinition<C extends Enum<C> & ImportedColumn> permits AllOrNoneImport, StepwiseImport {

    /** Under which it is kept; its words are the messages {@code importing.kind.<kind>…}. */
    String kind();

    Class<C> columns();

    /** More rows than that are refused. */
    int maxRows();

    /** True where one faulty row keeps all others out; else they are applied without it. */
    boolean isAllOrNone();

    /** Begins to compare the rows of a file with what is on record. */
    RowMatcher<C> matcher(ImportView run, ImportHeader<C> header);

    /** Rows as the page of the import shows them. */
    List<PreviewRow> preview(ImportView run, List<ImportRow> rows);
}
