package org.maintenancefund.collection.receipt;

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
import org.maintenancefund.billing.BillPayment;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.PrepaidParticipant;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which months receipts pay. What is left of the receipts of a unit (预存) pays its open bills: of the receipts the first received
 * goes first, of the bills the earliest. The same rule serves a payment, a reversal and the bills of a run, by one statement for all
 * units of it. Whoever calls has locked the bills.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class ReceiptAllocations implements PrepaidParticipant {

    /** A receipt with something left, as {@code r}. */
    static final String PREPAID = "r.allocated < r.amount AND NOT r.reversed AND r.reverses IS NULL";

    /**
     * Both sides are laid end to end, and a receipt pays of a bill where the two lie upon one another. Receipts and bills are looked up
     * unit by unit: whatever a plan takes a run for, the bills of a city are never read through.
     */
    private static final String SHARES =
            "WITH prepaid AS MATERIALIZED (SELECT r.id, r.unit_id, r.amount - r.allocated AS rest,"
                    + " sum(r.amount - r.allocated) OVER (PARTITION BY r.unit_id ORDER BY r.received_on, r.number) AS upto"
                    + " FROM (%s) u CROSS JOIN LATERAL (SELECT r.* FROM receipt r WHERE r.unit_id = u.unit_id AND "
                    + PREPAID
                    + " OFFSET 0) r),"
                    + " wanted AS (SELECT b.unit_id, b.period, b.open,"
                    + " sum(b.open) OVER (PARTITION BY b.unit_id ORDER BY b.period) AS upto"
                    + " FROM (SELECT DISTINCT p.unit_id FROM prepaid p) u CROSS JOIN LATERAL"
                    + " (SELECT b.* FROM bill_open b WHERE b.unit_id = u.unit_id OFFSET 0) b)"
                    + " SELECT p.id, p.unit_id, w.period,"
                    + " (least(p.upto, w.upto) - greatest(p.upto - p.rest, w.upto - w.open))::bigint AS amount"
                    + " FROM prepaid p JOIN wanted w ON w.unit_id = p.unit_id"
                    + " AND w.upto - w.open < p.upto AND p.upto - p.rest < w.upto";

    private static final String INSERT = "INSERT INTO receipt_allocation AS a (receipt_id, unit_id, period, amount)"
            + " SELECT * FROM unnest(:receipts, :units, CAST(:periods AS date[]), :amounts)"
            + " ON CONFLICT ON CONSTRAINT pk_receipt_allocation DO UPDATE SET amount = a.amount + excluded.amount";

    private static final String COUNT = "UPDATE receipt r SET allocated = r.allocated + s.amount"
            + " FROM (SELECT receipt_id, sum(amount)::bigint AS amount"
            + " FROM unnest(:receipts, :amounts) AS t(receipt_id, amount) GROUP BY receipt_id) s WHERE r.id = s.receipt_id";

    private final Bills bills;
    private final JdbcClient jdbc;

    /** What of a receipt pays which bill. */
    record Share(ReceiptId receipt, UnitId unit, YearMonth period, Money amount) {}

    private record UnitMonth(UnitId unit, YearMonth month) {}

    /** Lets a receipt pay these months, each by so much. */
    void allocate(ReceiptId receipt, UnitId unit, Map<YearMonth, Money> amounts) {
        if (!amounts.isEmpty()) {
            bills.allocate(unit, amounts);
            write(amounts.entrySet().stream()
                    .map(month -> new Share(receipt, unit, month.getKey(), month.getValue()))
                    .toList());
        }
    }

    /** Lets what is left of the receipts of a unit pay its open bills. */
    void takePrepaid(UnitId unit) {
        List<Share> shares = shares("SELECT CAST(:unit AS uuid) AS unit_id", "unit", unit.value());
        if (!shares.isEmpty()) {
            bills.allocate(unit, byMonth(shares));
            write(shares);
        }
    }

    /** The same for many units, whose bills are locked; returns what paid which. */
    List<Share> takePrepaid(Collection<UnitId> units) {
        List<Share> shares = shares(
                "SELECT DISTINCT unnest(:units) AS unit_id",
                "units",
                units.stream().map(UnitId::value).toArray(UUID[]::new));
        allocateAll(shares);
        return shares;
    }

    @Override
    public void raised(UnitId unit) {
        takePrepaid(unit);
    }

    /** The same for all units that a run has billed, as soon as it has. */
    @Override
    public void billed(RunId run) {
        allocateAll(shares("SELECT n.unit_id FROM bill_open n WHERE n.run_id = :run", "run", run.value()));
    }

    /** Lets receipts pay months of many units, by one statement for all of them; their bills are locked. */
    void allocateAll(List<Share> shares) {
        if (!shares.isEmpty()) {
            bills.allocateAll(shares.stream()
                    .collect(Collectors.groupingBy(
                            share -> new UnitMonth(share.unit(), share.period()),
                            Collectors.reducing(Money.ZERO, Share::amount, Money::plus)))
                    .entrySet()
                    .stream()
                    .map(paid ->
                            new BillPayment(paid.getKey().unit(), paid.getKey().month(), paid.getValue()))
                    .toList());
            write(shares);
        }
    }

    /** Takes a receipt off the months that it pays; they are open again. */
    SortedMap<YearMonth, Money> release(ReceiptId receipt, UnitId unit) {
        SortedMap<YearMonth, Money> released = new TreeMap<>();
        jdbc.sql("DELETE FROM receipt_allocation WHERE receipt_id = :receipt RETURNING period, amount")
                .param("receipt", receipt.value())
                .query((row, i) ->
                        released.put(YearMonth.from(row.getObject(1, LocalDate.class)), new Money(row.getLong(2))))
                .list();
        jdbc.sql("UPDATE receipt SET allocated = 0 WHERE id = :receipt")
                .param("receipt", receipt.value())
                .update();
        if (!released.isEmpty()) {
            bills.release(unit, released);
        }
        return released;
    }

    /** What a receipt pays, by month. */
    SortedMap<YearMonth, Money> of(ReceiptId receipt) {
        SortedMap<YearMonth, Money> paid = new TreeMap<>();
        jdbc.sql("SELECT period, amount FROM receipt_allocation WHERE receipt_id = :receipt")
                .param("receipt", receipt.value())
                .query((row, i) ->
                        paid.put(YearMonth.from(row.getObject(1, LocalDate.class)), new Money(row.getLong(2))))
                .list();
        return paid;
    }

    private static Map<YearMonth, Money> byMonth(List<Share> shares) {
        return shares.stream().collect(Collectors.toMap(Share::period, Share::amount, Money::plus, TreeMap::new));
    }

    private List<Share> shares(String scope, String name, Object value) {
        return jdbc.sql(SHARES.formatted(scope))
                .param(name, value)
                .query((row, i) -> share(row))
                .list();
    }

    private void write(List<Share> shares) {
        UUID[] receipts = shares.stream().map(share -> share.receipt().value()).toArray(UUID[]::new);
        Long[] amounts = shares.stream().map(share -> share.amount().fen()).toArray(Long[]::new);
        jdbc.sql(INSERT)
                .param("receipts", receipts)
                .param(
                        "units",
                        shares.stream().map(share -> share.unit().value()).toArray(UUID[]::new))
                .param(
                        "periods",
                        shares.stream()
                                .map(share -> share.period().atDay(1).toString())
                                .toArray(String[]::new))
                .param("amounts", amounts)
                .update();
        jdbc.sql(COUNT).param("receipts", receipts).param("amounts", amounts).update();
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                new ReceiptId(row.getObject(1, UUID.class)),
                new UnitId(row.getObject(2, UUID.class)),
                YearMonth.from(row.getObject(3, LocalDate.class)),
                new Money(row.getLong(4)));
    }
}
