package org.maintenancefund.unit;

import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.opening.OpeningFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other features may know about opening balances; sets of them they read from {@code unit_opening_balance}. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class OpeningBalances {

    private final JdbcClient jdbc;
    private final OpeningFigures figures;

    /**
     * How far those of the area are; empty where nobody has begun. Where some are approved and others underway, as far as those
     * are.
     *
     * @param area one that stands for itself: what went into another area has none
     */
    public Optional<OpeningState> stateOf(AreaId area) {
        return jdbc.sql("SELECT state FROM opening_sheet WHERE area_id = :area"
                        + " ORDER BY state = 'APPROVED', state_since DESC LIMIT 1")
                .param("area", area.value())
                .query((row, i) -> OpeningState.valueOf(row.getString(1)))
                .optional();
    }

    /** How many units of the area have to pay and stand in no sheet; they begin with nothing. */
    public long missing(AreaId area) {
        return figures.missing(area).units();
    }

    /** That of a unit, however far it is. */
    public Optional<OpeningBalance> of(UnitId unit) {
        return jdbc.sql("SELECT l.original, l.balance, s.as_of, s.state FROM opening_line l"
                        + " JOIN opening_sheet s ON s.id = l.sheet_id WHERE l.unit_id = :unit")
                .param("unit", unit.value())
                .query((row, i) -> new OpeningBalance(
                        money(row.getObject("original", Long.class)),
                        new Money(row.getLong("balance")),
                        row.getObject("as_of", LocalDate.class),
                        OpeningState.valueOf(row.getString("state"))))
                .optional();
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : new Money(fen);
    }
}
