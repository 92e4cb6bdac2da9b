package org.maintenancefund.application;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;

/**
 * One line from a registration to what the organisation registered for, and the centre in charge.
 *
 * @param steps in their order; empty where the application registers nobody
 * @param now   whose turn it is and what they do; null where nothing is left to do
 */
public record ProgressLine(List<Step> steps, @Nullable String now, DistrictCentre centre) {

    /**
     * A step as it is shown.
     *
     * @param day  when, or empty
     * @param note what came of it, or empty
     */
    public record Step(String label, State state, String day, String note) {}

    /** How a step stands to the others. */
    public enum State {
        DONE,
        CURRENT,
        NEXT,
        /** The way ends here. */
        STOPPED;

        public boolean is(String name) {
            return this == valueOf(name);
        }

        /** As the style sheet calls it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** True where the way ended before everything was done. */
    public boolean isStopped() {
        return steps.stream().anyMatch(step -> step.state() == State.STOPPED);
    }

    /** True where nothing is left to do. */
    public boolean isComplete() {
        return !steps.isEmpty() && steps.stream().allMatch(step -> step.state() == State.DONE);
    }
}
