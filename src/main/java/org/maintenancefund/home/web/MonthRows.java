package org.maintenancefund.home.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.MonthlyFigures.Month;
import org.maintenancefund.application.MonthlyFigures.Months;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.home.web.DistrictComparison.Figure;
import org.maintenancefund.kernel.Messages;

/** 本月办理 beside the month before, line by line. */
final class MonthRows {

    private MonthRows() {}

    /**
     * A line.
     *
     * @param current this month as far as it has come
     * @param last    all of the last one
     */
    record Row(String label, Cell current, Cell last) {}

    /**
     * A figure in words.
     *
     * @param href the list behind it; null where there is none
     */
    record Cell(String text, @Nullable String href) {}

    static List<Row> of(Months months) {
        Month current = months.current();
        Month last = months.last();
        return List.of(
                row("received", received(current), received(last)),
                row(
                        "approved",
                        decided(current, ReviewAction.APPROVE, current.approved()),
                        decided(last, ReviewAction.APPROVE, last.approved())),
                row(
                        "returned",
                        decided(current, ReviewAction.RETURN, current.returned()),
                        decided(last, ReviewAction.RETURN, last.returned())),
                row("median", new Cell(days(current.median()), null), new Cell(days(last.median()), null)));
    }

    /** Of working days, in words. */
    static String days(@Nullable Integer days) {
        return days == null ? Messages.of("home.none") : Messages.of("home.working-days", days);
    }

    private static Row row(String key, Cell current, Cell last) {
        return new Row(Messages.of("home.month." + key), current, last);
    }

    private static Cell received(Month month) {
        return cell(Figure.received(month, "?"));
    }

    private static Cell decided(Month month, ReviewAction action, long count) {
        return cell(Figure.decisions(month, action, count, "?"));
    }

    private static Cell cell(Figure figure) {
        return new Cell(Messages.of("home.pieces", figure.count()), figure.href());
    }
}
