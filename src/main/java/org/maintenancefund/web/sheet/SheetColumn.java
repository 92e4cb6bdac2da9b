package org.maintenancefund.web.sheet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list on its way out.
 *
 * @param title its heading
 * @param value what a row has there: a number stays one, everything else becomes text, null an empty cell
 */
public record SheetColumn<T>(String title, Function<T, @Nullable Object> value) {}
