package org.maintenancefund.collection.remittance;

import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which receipts are in which declaration: all of an area by one statement, however many they are. Whoever writes has locked the bills
 * of the area alone, so that nobody records, allocates or leaves one out meanwhile.
 */
@Component
@RequiredArgsConstructor
public class DeclaredReceipts {

    /** Receipts {@code r} of a company in an area up to a day that are in no declaration. */
    static final String UNDECLARED = "r.area_id = :area AND r.enterprise_id = :enterprise AND r.received_on <= :up_to"
            + " AND NOT r.declared AND NOT r.reversed AND r.reverses IS NULL";

    /** Of them those that are left out: with a word, or while somebody proposes to reverse them. */
    static final String LEFT_OUT = "(EXISTS (SELECT FROM receipt_withheld w WHERE w.receipt_id = r.id)"
            + " OR EXISTS (SELECT FROM receipt_reversal v WHERE v.receipt_id = r.id AND v.state = 'PROPOSED'))";

    private final JdbcClient jdbc;

    /**
     * What the receipts of a declaration come to.
     *
     * @param amountDays amounts multiplied by the days from the first day to theirs
     */
    record Sum(int receipts, Money amount, LocalDate firstDay, long amountDays) {}

    /** What is left out of it. */
    record LeftOut(int receipts, Money amount) {}

    /** What would be declared and what left out, as things stand. */
    public record Figures(int receipts, Money amount, int leftOut, Money leftOutAmount) {}

    Figures figures(RemittanceRights.Holder holder, LocalDate upTo) {
        return jdbc.sql("SELECT count(*) FILTER (WHERE NOT r.out), coalesce(sum(r.amount) FILTER (WHERE NOT r.out), 0),"
                        + " count(*) FILTER (WHERE r.out), coalesce(sum(r.amount) FILTER (WHERE r.out), 0)"
                        + " FROM (SELECT r.amount, " + LEFT_OUT + " AS out FROM receipt r WHERE " + UNDECLARED
                        + ") AS r")
                .param("area", holder.area().id().value())
                .param("enterprise", holder.enterprise().value())
                .param("up_to", upTo)
                .query((row, i) ->
                        new Figures(row.getInt(1), new Money(row.getLong(2)), row.getInt(3), new Money(row.getLong(4))))
                .single();
    }

    /** Takes all of them that are not left out into a declaration that is about to be written. */
    Sum take(UUID declaration, RemittanceRights.Holder holder, LocalDate upTo) {
        return jdbc.sql("WITH chosen AS (SELECT r.id, r.amount, r.received_on FROM receipt r WHERE " + UNDECLARED
                        + " AND NOT " + LEFT_OUT + " ORDER BY r.id FOR UPDATE), kept AS (INSERT INTO declared_receipt"
                        + " (declaration_id, receipt_id, amount) SELECT :declaration, id, amount FROM chosen), marked AS ("
                        + "UPDATE receipt r SET declared = true FROM chosen c WHERE r.id = c.id)"
                        + " SELECT count(*), coalesce(sum(amount), 0), min(received_on), coalesce(sum(amount * (received_on - first_day)), 0)"
                        + " FROM (SELECT amount, received_on, min(received_on) OVER () AS first_day FROM chosen) AS c")
                .param("area", holder.area().id().value())
                .param("enterprise", holder.enterprise().value())
                .param("up_to", upTo)
                .param("declaration", declaration)
                .query((row, i) -> new Sum(
                        row.getInt(1),
                        new Money(row.getLong(2)),
                        row.getInt(1) == 0 ? upTo : row.getObject(3, LocalDate.class),
                        row.getLong(4)))
                .single();
    }

    /** Lets the receipts of a declaration be declared again. */
    void release(UUID declaration) {
        jdbc.sql(
                        "WITH released AS (UPDATE declared_receipt SET live = false WHERE declaration_id = :declaration AND live"
                                + " RETURNING receipt_id) UPDATE receipt r SET declared = false FROM released x WHERE r.id = x.receipt_id")
                .param("declaration", declaration)
                .update();
    }
}
