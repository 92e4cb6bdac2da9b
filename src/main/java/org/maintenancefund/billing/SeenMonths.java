package org.maintenancefund.billing;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.DateRange;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The months of an area whose bills and payments a person sees. Bills keep the area they were made in, so what has joined the area since
 * is told from what was its own; receipts have the company that received them.
 *
 * @param all        true where they see every month
 * @param months     else those of the mandates of their company, in order, with the area that it collected in; empty where {@code all}
 * @param enterprise that company; nobody's where {@code all}
 */
public record SeenMonths(boolean all, List<OfArea> months, UUID enterprise) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Of everybody but a company or office whose mandates are over. */
    public static final SeenMonths ALL = new SeenMonths(true, List.of(), NOBODY);

    static final SeenMonths NONE = new SeenMonths(false, List.of(), NOBODY);

    /** A month in which a company collected in an area. */
    public record OfArea(AreaId area, YearMonth month) {}

    /** The days of a mandate in an area. */
    record Days(AreaId area, DateRange range) {}

    public SeenMonths {
        months = List.copyOf(months);
    }

    /** Each month in which one of the mandates of the company had a day. */
    static SeenMonths of(EnterpriseId enterprise, Collection<Days> mandates) {
        return new SeenMonths(
                false,
                mandates.stream().flatMap(SeenMonths::monthsOf).distinct().toList(),
                enterprise.value());
    }

    private static Stream<OfArea> monthsOf(Days days) {
        YearMonth last = YearMonth.from(days.range().end());
        return Stream.iterate(
                        YearMonth.from(days.range().start()),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .map(month -> new OfArea(days.area(), month));
    }

    public boolean contains(YearMonth month) {
        return all || months.stream().anyMatch(seen -> seen.month().equals(month));
    }

    /** Whether a receipt is seen that the company received and that landed in the month; {@code null}: no company did. */
    public boolean contains(@Nullable UUID company, YearMonth month) {
        return all || enterprise.equals(company) && contains(month);
    }

    /** Bills and runs {@code of} a statement that are seen; it binds {@link #areas} and {@link #firstDays}. */
    public static String among(String of) {
        return "(:seen_all OR (%1$s.area_id, %1$s.period) IN (SELECT * FROM unnest(CAST(:seen_areas AS uuid[]),"
                        .formatted(of)
                + " CAST(:seen_months AS date[]))))";
    }

    /** Says to such a statement what is seen. */
    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement.param("seen_all", all).param("seen_areas", areas()).param("seen_months", firstDays());
    }

    /** The area of each of the months. */
    public UUID[] areas() {
        return months.stream().map(seen -> seen.area().value()).toArray(UUID[]::new);
    }

    /**
     * The first day of each of the months, for a statement that asks {@code period = ANY (CAST(:months AS date[]))} where not
     * {@link #all}; as text, since the driver sends no arrays of days.
     */
    public String[] firstDays() {
        return months.stream().map(seen -> seen.month().atDay(1).toString()).toArray(String[]::new);
    }
}
