package org.maintenancefund.importing;

import java.util.function.IntSupplier;

/**
 * A kind of import that enters all rows of a file or none ({@link ApplyingAtOnce}): in one transaction they are compared once more and
 * entered.
 *
 * @param <C> the columns
 */
public non-sealed interface AllOrNoneImport<C extends Enum<C> & ImportedColumn> extends ImportDefinition<C> {

    /** Reason code where who uploaded the file may not enter its rows any more: where something is not found. */
    String notYours();

    /** The same as {@link #matcher}, while nobody else changes what is compared until the transaction ends. */
    Locked<C> lock(ImportView run, ImportHeader<C> header);

    /** Whether a row would enter something else by now than was shown, or can't any more. */
    boolean meansAnother(ImportRow shown, ImportRow now);

    /** @param enter enters what all rows told that were matched, and says how many it entered */
    record Locked<C extends Enum<C> & ImportedColumn>(RowMatcher<C> matcher, IntSupplier enter) {}

    @Override
    default boolean isAllOrNone() {
        return true;
    }
}
