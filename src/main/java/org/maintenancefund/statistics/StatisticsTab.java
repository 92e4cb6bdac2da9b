package org.maintenancefund.statistics;

import java.util.Locale;
import org.maintenancefund.kernel.Labelled;

/** The parts of 统计报表. */
public enum StatisticsTab implements Labelled {
    APPLICATIONS,
    DAYS,
    RETURNS,
    COVERAGE,
    ENDINGS;

    /** As it stands in the address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for what is counted over some months and by kind; the others tell how things stand today. */
    public boolean isByPeriod() {
        return this != COVERAGE && this != ENDINGS;
    }
}
