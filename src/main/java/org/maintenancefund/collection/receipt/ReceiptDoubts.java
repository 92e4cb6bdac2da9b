package org.maintenancefund.collection.receipt;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.ChargeStandard;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.billing.OpenBill;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.maintenancefund.unit.UnitUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is unlikely of a payment and possible all the same: asked, never refused. */
@Component
@RequiredArgsConstructor
class ReceiptDoubts {

    /** So many months beyond what is open nobody pays ahead. */
    private static final int MOST_MONTHS = 24;

    private static final int MOST_NEIGHBOURS = 3;

    /** 物业费 costs at least so much, in tenths of a yuan for a square metre. */
    private static final long LEAST_FEE = 5;

    private final ChargeStandards standards;
    private final UnitLookup units;
    private final JdbcClient jdbc;

    /**
     * What to look at again, a sentence each.
     *
     * @param open what the unit owes
     */
    List<Reason> about(AreaView area, FoundUnit unit, NewReceipt told, List<OpenBill> open) {
        OfArea doubts = of(area);
        doubts.prepare(Map.of(unit.id(), unit), List.of(told));
        return doubts.about(unit, told, open);
    }

    /** The same of many payments of an area: what is known of them is asked by some statements for all of them. */
    OfArea of(AreaView area) {
        return new OfArea(area);
    }

    /** What is unlikely of payments of one area. */
    final class OfArea {

        private final AreaView area;
        private final Map<Charged, Optional<ChargeStandard>> asked = new HashMap<>();

        private OfArea(AreaView area) {
            this.area = area;
        }

        /** The first receipt that is on record of the same unit, day and amount. */
        private final Map<Payment, String> recorded = new HashMap<>();

        /** The first units of those who pay for some here, by their names. */
        private final Map<String, List<FoundUnit>> paidBy = new HashMap<>();

        /** Finds out what is on record, before any of the payments is looked at; {@code known} are their units. */
        void prepare(Map<UnitId, FoundUnit> known, Collection<NewReceipt> payments) {
            recorded.putAll(onRecord(payments));
            Set<String> strangers = payments.stream()
                    .filter(told -> isStranger(Objects.requireNonNull(known.get(told.unit())), told))
                    .map(ReceiptDoubts::payer)
                    .filter(name -> !paidBy.containsKey(name))
                    .collect(Collectors.toSet());
            Map<String, List<FoundUnit>> theirs = units.paidBy(area.id(), strangers, MOST_NEIGHBOURS + 1);
            strangers.forEach(name -> paidBy.put(name, theirs.getOrDefault(name, List.of())));
        }

        private record Charged(UnitUse use, boolean lift, YearMonth month) {}

        /** As {@link ReceiptDoubts#about}. */
        List<Reason> about(FoundUnit unit, NewReceipt told, List<OpenBill> open) {
            List<Reason> doubts = new ArrayList<>();
            Optional.ofNullable(recorded.get(Payment.of(told)))
                    .map(number -> Reason.of(
                            "collection.doubt.twice", unit.place().shown(), told.day(), told.amount(), number))
                    .ifPresent(doubts::add);
            amount(unit, told, open, charge(unit, told)).ifPresent(doubts::add);
            neighbour(unit, told).ifPresent(doubts::add);
            return doubts;
        }

        /** Who brings it is known to pay for another unit here, and not for this one. */
        private Optional<Reason> neighbour(FoundUnit unit, NewReceipt told) {
            List<String> others = isStranger(unit, told)
                    ? Objects.requireNonNull(paidBy.get(payer(told))).stream()
                            .map(other -> other.place().shown())
                            .toList()
                    : List.of();
            return others.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Reason.of(
                            "collection.doubt.neighbour",
                            payer(told),
                            NameList.of(others, MOST_NEIGHBOURS),
                            unit.place().shown()));
        }

        /** What a month costs by the standard of the day; nothing where there is none. */
        private Money charge(FoundUnit unit, NewReceipt told) {
            Charged of = new Charged(unit.use(), unit.lift(), YearMonth.from(told.day()));
            return asked.computeIfAbsent(of, one -> standards.at(area.id(), one.use(), one.lift(), one.month()))
                    .map(standard -> standard.rate().monthlyCharge(unit.floorArea()))
                    .orElse(Money.ZERO);
        }
    }

    /** What two payments rarely have the same. */
    private record Payment(UnitId unit, LocalDate day, Money amount) {

        static Payment of(NewReceipt told) {
            return new Payment(told.unit(), told.day(), told.amount());
        }
    }

    /** Looked up one by one by one statement, whatever else a plan takes for cheaper. */
    private Map<Payment, String> onRecord(Collection<NewReceipt> payments) {
        List<Payment> asked = payments.stream().map(Payment::of).distinct().toList();
        Map<Payment, String> found = new HashMap<>();
        if (!asked.isEmpty()) {
            jdbc.sql("SELECT t.unit_id, t.day, t.amount, r.number FROM"
                            + " unnest(:units, CAST(:days AS date[]), :amounts) AS t(unit_id, day, amount) CROSS JOIN LATERAL"
                            + " (SELECT r.number FROM receipt r WHERE r.unit_id = t.unit_id AND r.received_on = t.day"
                            + " AND r.amount = t.amount AND NOT r.reversed ORDER BY r.number LIMIT 1) r")
                    .param(
                            "units",
                            asked.stream().map(one -> one.unit().value()).toArray(UUID[]::new))
                    .param(
                            "days",
                            asked.stream().map(one -> one.day().toString()).toArray(String[]::new))
                    .param(
                            "amounts",
                            asked.stream().map(one -> one.amount().fen()).toArray(Long[]::new))
                    .query((row, i) -> found.put(
                            new Payment(
                                    new UnitId(row.getObject(1, UUID.class)),
                                    row.getObject(2, LocalDate.class),
                                    new Money(row.getLong(3))),
                            row.getString(4)))
                    .list();
        }
        return found;
    }

    private static String payer(NewReceipt told) {
        return PersonName.spelled(told.payer());
    }

    private static boolean isStranger(FoundUnit unit, NewReceipt told) {
        return unit.payer() == null || !unit.payer().name().equals(payer(told));
    }

    /** One doubt at most: the amount is what it is for one reason. */
    private static Optional<Reason> amount(FoundUnit unit, NewReceipt told, List<OpenBill> open, Money charge) {
        Money amount = told.amount();
        Money owed = Money.sum(open.stream().map(OpenBill::open));
        if (isWhatIsOwed(told, open)) {
            return Optional.empty();
        }
        return shifted(amount, owed, charge, open)
                .or(() -> fee(unit, amount, owed, charge))
                .or(() -> tooMuch(amount, owed, charge));
    }

    /** All of it, that of the months which the payer names, or of the earliest ones. */
    private static boolean isWhatIsOwed(NewReceipt told, List<OpenBill> open) {
        Money named = Money.sum(open.stream()
                .filter(bill -> told.months().contains(bill.period()))
                .map(OpenBill::open));
        Money sum = Money.ZERO;
        for (OpenBill bill : open) {
            sum = sum.plus(bill.open());
            if (sum.equals(told.amount())) {
                return true;
            }
        }
        return named.equals(told.amount());
    }

    /** Ten or a hundred times what is open or what a month costs, or the tenth or hundredth part. */
    private static Optional<Reason> shifted(Money amount, Money owed, Money charge, List<OpenBill> open) {
        return Stream.concat(Stream.of(owed, charge), open.stream().map(OpenBill::open))
                .filter(Money::isPositive)
                .flatMap(likely -> Stream.of(10L, 100L).flatMap(times -> shifted(amount, likely, times)))
                .findFirst();
    }

    private static Stream<Reason> shifted(Money amount, Money likely, long times) {
        if (amount.fen() == Math.multiplyExact(times, likely.fen())) {
            return Stream.of(Reason.of("collection.doubt.times", amount, times, likely));
        }
        return Math.multiplyExact(times, amount.fen()) == likely.fen()
                ? Stream.of(Reason.of("collection.doubt.part", amount, times, likely))
                : Stream.of();
    }

    /** The floor area at a price in whole tenths of a yuan, which the fund costs nowhere. */
    private static Optional<Reason> fee(FoundUnit unit, Money amount, Money owed, Money charge) {
        long area = unit.floorArea().hundredths();
        long price = (20 * amount.fen() + area) / (2 * area);
        boolean whole = (area * price + 5) / 10 == amount.fen();
        boolean months = charge.isPositive() && amount.fen() % charge.fen() == 0;
        return whole && price >= LEAST_FEE && !months && amount.compareTo(owed) > 0
                ? Optional.of(Reason.of("collection.doubt.fee", amount, unit.floorArea(), new Money(10 * price)))
                : Optional.empty();
    }

    private static Optional<Reason> tooMuch(Money amount, Money owed, Money charge) {
        Money most = owed.plus(new Money(Math.multiplyExact(MOST_MONTHS, charge.fen())));
        return charge.isPositive() && amount.compareTo(most) > 0
                ? Optional.of(Reason.of("collection.doubt.months", amount, owed, MOST_MONTHS, charge))
                : Optional.empty();
    }
}
