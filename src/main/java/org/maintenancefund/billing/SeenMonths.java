package org.maintenancefund.billing;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months of an area whose bills and payments a person sees.
 *
 * @param all    true where they see every month
 * @param months else those of the mandates of their company, in order; empty where {@code all}
 */
public record SeenMonths(boolean all, List<YearMonth> months) {

    /** Of everybody but a company or office whose mandates are over. */
    public static final SeenMonths ALL = new SeenMonths(true, List.of());

    public SeenMonths {
        months = List.copyOf(months);
    }

    /** Each month in which one of the mandates had a day. */
    static SeenMonths of(Collection<Mandate> mandates) {
        return new SeenMonths(
                false,
                mandates.stream()
                        .flatMap(SeenMonths::monthsOf)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Stream<YearMonth> monthsOf(Mandate mandate) {
        YearMonth last = YearMonth.from(mandate.validTo());
        return mandate.isVoid()
                ? Stream.of()
                : Stream.iterate(
                        YearMonth.from(mandate.validFrom()),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1));
    }

    public boolean contains(YearMonth month) {
        return all || months.contains(month);
    }

    /**
     * Their first days, for a statement that asks {@code period = ANY (CAST(:months AS date[]))} where not {@link #all}; as text,
     * since the driver sends no arrays of days.
     */
    public String[] firstDays() {
        return months.stream().map(month -> month.atDay(1).toString()).toArray(String[]::new);
    }
}
