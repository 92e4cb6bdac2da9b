package org.maintenancefund.closing;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The snapshot of a month area by area, by name. */
@Component
@RequiredArgsConstructor
public class ClosedAreaList {

    private static final Keyset<Row> ROWS = new Keyset<>(
            "a.id, a.code, a.name, c.units, c.balance, c.posted, c.billed, c.paid, c.open, c.sha256",
            "FROM closing_area c JOIN named_area a ON a.id = c.area_id",
            List.of(new Keyset.Key("a.sort_key", String.class), new Keyset.Key("a.id", UUID.class)),
            false,
            (row, i) -> new Row(
                    new AreaId(row.getObject("id", UUID.class)),
                    row.getString("code"),
                    row.getString("name"),
                    row.getLong("units"),
                    new Money(row.getLong("balance")),
                    new Money(row.getLong("posted")),
                    new Money(row.getLong("billed")),
                    new Money(row.getLong("paid")),
                    new Money(row.getLong("open")),
                    row.getString("sha256")));

    private final JdbcClient jdbc;

    /**
     * What the units of an area had together.
     *
     * @param posted what came to them in the month
     * @param billed the month's bills, and what of these was paid
     * @param open   of all bills until then
     */
    public record Row(
            AreaId id,
            String code,
            String name,
            long units,
            Money balance,
            Money posted,
            Money billed,
            Money paid,
            Money open,
            String sha256) {}

    /**
     * Those of a month.
     *
     * @param text any part of the name, address or number; empty for all
     */
    public Listing<Row> of(YearMonth month, Optional<UUID> district, String text) {
        Conditions where = new Conditions()
                .and("c.month = :month", "month", month.atDay(1))
                .equal("a.district_id", district);
        return ROWS.where(jdbc, AreasByName.called(where, text));
    }
}
