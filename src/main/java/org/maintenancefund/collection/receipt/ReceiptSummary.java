package org.maintenancefund.collection.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.SeenReceipts;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 收款日报: what was received in an area on a day, by way of payment and by person; reversals of the day beside it. What owners paid straight
 * into the fund's account nobody has received there.
 */
@Component
@RequiredArgsConstructor
public class ReceiptSummary {

    private final JdbcClient jdbc;

    /**
     * Receipts of one way and person, or of several together.
     *
     * @param receipts how many, and their amount; those reversed since are among them
     * @param reversals how many, and their amount, which is nothing or less
     */
    public record Figures(long receipts, Money received, long reversals, Money reversed) {

        static final Figures NONE = new Figures(0, Money.ZERO, 0, Money.ZERO);

        Figures plus(Figures more) {
            return new Figures(
                    receipts + more.receipts,
                    received.plus(more.received),
                    reversals + more.reversals,
                    reversed.plus(more.reversed));
        }

        /** What is left of the day. */
        public Money net() {
            return received.plus(reversed);
        }
    }

    /** Figures of a name: a way of payment, a person. */
    public record Line(String name, Figures figures) {}

    /** A day, by ways of payment in their order and by persons in the order of their names. */
    public record Day(List<Line> byWay, List<Line> byPerson, Figures total) {}

    private record Part(PaymentWay way, String person, Figures figures) {}

    /** Nothing of it where the person doesn't see the month. */
    public Day of(AreaId area, LocalDate day, SeenMonths months) {
        List<Part> parts = parts(area, day, months);
        return new Day(
                lines(parts, Part::way).stream()
                        .map(line -> new Line(line.key().label(), line.figures()))
                        .toList(),
                lines(parts, Part::person).stream()
                        .map(line -> new Line(line.key(), line.figures()))
                        .toList(),
                sum(parts));
    }

    private record Keyed<K>(K key, Figures figures) {}

    private static <K extends Comparable<K>> List<Keyed<K>> lines(List<Part> parts, Function<Part, K> key) {
        return parts.stream().collect(Collectors.groupingBy(key)).entrySet().stream()
                .map(group -> new Keyed<>(group.getKey(), sum(group.getValue())))
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    private static Figures sum(List<Part> parts) {
        return parts.stream().map(Part::figures).reduce(Figures.NONE, Figures::plus);
    }

    private List<Part> parts(AreaId area, LocalDate day, SeenMonths months) {
        return SeenReceipts.bind(
                        jdbc.sql("SELECT way, recorded_by_name, count(*) FILTER (WHERE amount > 0),"
                                + " coalesce(sum(amount) FILTER (WHERE amount > 0), 0), count(*) FILTER (WHERE amount < 0),"
                                + " coalesce(sum(amount) FILTER (WHERE amount < 0), 0) FROM receipt r"
                                + " WHERE area_id = :area AND received_on = :day AND enterprise_id IS NOT NULL AND "
                                + SeenReceipts.CONDITION
                                + " GROUP BY way, recorded_by, recorded_by_name ORDER BY way, recorded_by_name"),
                        months)
                .param("area", area.value())
                .param("day", day)
                .query((row, i) -> new Part(
                        PaymentWay.valueOf(row.getString(1)),
                        row.getString(2),
                        new Figures(
                                row.getLong(3), new Money(row.getLong(4)), row.getLong(5), new Money(row.getLong(6)))))
                .list();
    }
}
