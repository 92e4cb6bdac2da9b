package org.maintenancefund.bank.matching;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.unit.UnitId;

/**
 * What a person takes a line for.
 *
 * @param slips       numbers of the slips that it pays, in the order in which its amount goes to them
 * @param returnsLine the line whose money it sends back
 */
public record NewAssignment(
        BankLineKind kind,
        List<String> slips,
        @Nullable UnitId unit,
        @Nullable UUID returnsLine,
        String note) {

    public NewAssignment {
        slips = List.copyOf(slips);
    }
}
