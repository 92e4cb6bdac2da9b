package org.maintenancefund.importing;

import java.util.UUID;

/**
 * A kind of import that enters some rows at a time and leaves the faulty ones out.
 *
 * @param <C> the columns
 */
public non-sealed interface StepwiseImport<C extends Enum<C> & ImportedColumn> extends ImportDefinition<C> {

    /**
     * Enters what was confirmed, with {@link ApplyingSteps} that keep two workers apart.
     *
     * @param worker who applies it
     */
    void apply(ImportView run, UUID worker);

    @Override
    default boolean isAllOrNone() {
        return false;
    }
}
