package org.maintenancefund.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step of an organisation from its registration to what it registered for.
 *
 * @param label 用户名
 * @param done  true where it is behind
 * @param day   when it was done, or will be; null where that is not known
 * @param text  what came of it; before it is done, whose turn it is and what they do
 */
public record ProgressStep(
        String label, boolean done, @Nullable LocalDate day, String text) {}
