package org.maintenancefund.application;

import java.util.List;

/**
 * A line of the application beside what it was in the round before.
 *
 * @param field  the line now
 * @param before what it was; equal to the field's lines where nothing changed
 * @param changed true where it differs
 */
public record FieldChange(DetailField field, List<String> before, boolean changed) {}
