package org.maintenancefund.billing.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units behind the figures of a trial, building by building. */
@Component
@RequiredArgsConstructor
public class TrialList {

    private static final Keyset<Row> ROWS = new Keyset<>(
            "c.unit_id, u.number, " + NamedUnits.PLACE + ", c.delivered_on, c.reason, c.document, c.outcome,"
                    + " c.floor_area, c.rate, c.amount, c.floor_area_before, c.rate_before, c.amount_before",
            "FROM " + Trials.CANDIDATES + " c JOIN named_unit u ON u.unit_id = c.unit_id AND u.area_id = :area",
            NamedUnits.ORDER,
            false,
            (row, i) -> read(row));

    private final Trials trials;
    private final JdbcClient jdbc;

    /**
     * What a charge is made of.
     *
     * @param amount by the formula
     */
    public record Charge(FloorArea floorArea, Rate rate, Money amount) {

        /** 89.58 ㎡ × 0.25 元/㎡·月. */
        public String formula() {
            return rate.formula(floorArea);
        }
    }

    /**
     * A unit of a trial.
     *
     * @param reason   that its version gives, with its document: why it is not liable
     * @param now      what it is billed; null where it is not
     * @param before   what it was billed the month before; null where it was not
     */
    public record Row(
            UnitId unit,
            String number,
            UnitPlace place,
            @Nullable LocalDate deliveredOn,
            String reason,
            String document,
            Outcome outcome,
            @Nullable Charge now,
            @Nullable Charge before) {

        /** Why it is not billed, or what is new about it; empty where it is billed as the month before. */
        public String why() {
            if (now == null) {
                return outcome.label();
            }
            if (before == null) {
                return Messages.of("billing.run.why.new");
            }
            return now.equals(before) ? "" : Messages.of("billing.run.why.changed");
        }

        /** What that follows from; empty where there is nothing to say. */
        public String detail() {
            return switch (outcome) {
                case NOT_LIABLE ->
                    document.isEmpty() ? reason : Messages.of("billing.run.why.document", reason, document);
                case NOT_DELIVERED, BEFORE_START, IN_WARRANTY ->
                    deliveredOn == null ? "" : Messages.of("billing.run.why.delivered", deliveredOn);
                default -> "";
            };
        }
    }

    /** Those with one outcome. */
    public Listing<Row> with(Outcome outcome, AreaId area, YearMonth period) {
        return list(new Conditions().constant("c.outcome", Optional.of(outcome)), area, period);
    }

    /** Those that are billed otherwise than the month before: new, gone, or another charge. */
    public Listing<Row> changes(AreaId area, YearMonth period) {
        return list(
                new Conditions().and("(" + Trials.IS_NEW + " OR " + Trials.IS_GONE + " OR " + Trials.IS_CHANGED + ")"),
                area,
                period);
    }

    private Listing<Row> list(Conditions where, AreaId area, YearMonth period) {
        trials.params(area, period).forEach(where::bind);
        return ROWS.where(jdbc, where);
    }

    private static Row read(ResultSet row) throws SQLException {
        Outcome outcome = Outcome.valueOf(row.getString("outcome"));
        return new Row(
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("number"),
                NamedUnits.place(row),
                row.getObject("delivered_on", LocalDate.class),
                row.getString("reason"),
                row.getString("document"),
                outcome,
                outcome == Outcome.BILLED ? charge(row, "") : null,
                charge(row, "_before"));
    }

    private static @Nullable Charge charge(ResultSet row, String when) throws SQLException {
        int rate = row.getInt("rate" + when);
        return rate == 0
                ? null
                : new Charge(
                        new FloorArea(row.getLong("floor_area" + when)),
                        new Rate(rate),
                        new Money(row.getLong("amount" + when)));
    }
}
