package org.maintenancefund.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.run.UnitBills;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What units owe, for whoever takes their money. Who pays takes the locks in this order: the month-end lock of the unit's area
 * ({@link Purpose#BILLING}, shared: payments don't wait for one another, only for a run), then the unit's bills in the order of
 * their months. So a payment stands wholly before a run or wholly behind it, and two payments of a unit one behind the other.
 */
@Service
@RequiredArgsConstructor
public class Bills {

    private static final String OPEN =
            "SELECT b.unit_id, b.period, b.floor_area, b.rate, b.amount, b.adjusted, b.allocated"
                    + " FROM bill b WHERE b.unit_id %s AND b.allocated < b.amount + b.adjusted ORDER BY b.unit_id, b.period";

    private static final String OPEN_OF_ONE = OPEN.formatted("= :unit");

    private final AdvisoryLocks locks;
    private final UnitBills ofUnits;
    private final JdbcClient jdbc;

    /** What is open of a unit, the earliest first; to be shown. */
    @Transactional(readOnly = true)
    public List<OpenBill> open(UnitId unit) {
        return bills(OPEN_OF_ONE, unit);
    }

    /** The same of many units, those that owe nothing left out; one question however many. */
    @Transactional(readOnly = true)
    public Map<UnitId, List<OpenBill>> open(Collection<UnitId> units) {
        return jdbc
                .sql(OPEN.formatted("= ANY (:units)"))
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Bills::bill)
                .list()
                .stream()
                .collect(Collectors.groupingBy(OpenBill::unit));
    }

    /**
     * Nobody else pays on the bills of the area, adjusts them or bills it until the transaction ends: for many payments that come
     * together, which would else lock half of the area unit by unit.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAll(AreaId area) {
        locks.lock(Purpose.BILLING, area.toString());
    }

    /** What is open of a unit, and nobody else pays on that, adjusts it or bills the unit until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OpenBill> lock(UnitId unit) {
        locks.lockShared(Purpose.BILLING, areaOf(unit).toString());
        return bills(OPEN_OF_ONE + " FOR UPDATE", unit);
    }

    /**
     * Lets money stand against bills of a unit.
     *
     * @param amounts by month, each more than nothing
     * @throws Refusal that names the month where no bill of that month is open, or less of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void allocate(UnitId unit, Map<YearMonth, Money> amounts) {
        lock(unit);
        move(unit, amounts, 1, "b.allocated + :fen <= b.amount + b.adjusted", "billing.bill.refusal.not-open");
    }

    /**
     * Takes such money off again: a payment was reversed.
     *
     * @throws Refusal that names the month where not so much stands against its bill
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UnitId unit, Map<YearMonth, Money> amounts) {
        lock(unit);
        move(unit, amounts, -1, "b.allocated + :fen >= 0", "billing.bill.refusal.not-paid");
    }

    /**
     * Lets money stand against bills of many units, by one statement: 预存 that the bills of a run take.
     *
     * @throws Refusal where one of them is not open, or less of it; then nothing is kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void allocateAll(Collection<BillPayment> payments) {
        List<BillPayment> told = List.copyOf(payments);
        int moved = jdbc.sql("UPDATE bill b SET allocated = b.allocated + t.fen"
                        + " FROM unnest(:units, CAST(:periods AS date[]), :amounts) AS t(unit_id, period, fen)"
                        + " WHERE b.unit_id = t.unit_id AND b.period = t.period"
                        + " AND b.allocated + t.fen <= b.amount + b.adjusted")
                .param("units", told.stream().map(paid -> paid.unit().value()).toArray(UUID[]::new))
                .param(
                        "periods",
                        told.stream().map(paid -> firstDay(paid.month())).toArray(String[]::new))
                .param("amounts", told.stream().map(paid -> paid.amount().fen()).toArray(Long[]::new))
                .update();
        if (moved < told.size()) {
            throw Refusal.because("billing.bill.refusal.not-all-open", told.size() - moved);
        }
    }

    /** All months that a unit was billed, paid or not, the latest first; to be shown. */
    @Transactional(readOnly = true)
    public List<BilledMonth> months(UnitId unit) {
        return ofUnits.months(unit);
    }

    private void move(UnitId unit, Map<YearMonth, Money> amounts, int sign, String condition, String refusal) {
        SortedMap<YearMonth, Money> inOrder = new TreeMap<>(amounts);
        inOrder.forEach((month, amount) -> {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("nothing to move of " + month);
            }
            int moved = jdbc.sql("UPDATE bill b SET allocated = b.allocated + :fen WHERE b.unit_id = :unit"
                            + " AND b.period = :period AND " + condition)
                    .param("fen", sign * amount.fen())
                    .param("unit", unit.value())
                    .param("period", month.atDay(1))
                    .update();
            if (moved == 0) {
                throw Refusal.because(refusal, month, amount);
            }
        });
    }

    /** As text: the driver sends no arrays of days. */
    private static String firstDay(YearMonth month) {
        return month.atDay(1).toString();
    }

    private UUID areaOf(UnitId unit) {
        return jdbc.sql("SELECT u.area_id FROM named_unit u WHERE u.unit_id = :unit")
                .param("unit", unit.value())
                .query(UUID.class)
                .single();
    }

    private List<OpenBill> bills(String sql, UnitId unit) {
        return jdbc.sql(sql).param("unit", unit.value()).query(Bills::bill).list();
    }

    private static OpenBill bill(ResultSet row, int number) throws SQLException {
        return new OpenBill(
                new UnitId(row.getObject("unit_id", UUID.class)),
                YearMonth.from(row.getObject("period", LocalDate.class)),
                new FloorArea(row.getLong("floor_area")),
                new Rate(row.getInt("rate")),
                new Money(row.getLong("amount")),
                new Money(row.getLong("adjusted")),
                new Money(row.getLong("allocated")));
    }
}
