package org.maintenancefund.bank.matching;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.unit.UnitId;

/**
 * What a person takes a line for.
 *
 * @param slips       numbers of the slips that it pays, in the order in which its amount goes to them
 * @param months      that an owner's own transfer names to be paid first; empty for the earliest open ones
 * @param households  whom 首期归集 comes to
 * @param returnsLine the line whose money it sends back
 */
public record NewAssignment(
        BankLineKind kind,
        List<String> slips,
        @Nullable UnitId unit,
        List<YearMonth> months,
        List<HouseholdShare> households,
        @Nullable UUID returnsLine,
        String note) {

    public NewAssignment {
        slips = List.copyOf(slips);
        months = List.copyOf(months);
        households = List.copyOf(households);
    }

    public NewAssignment(
            BankLineKind kind, List<String> slips, @Nullable UnitId unit, @Nullable UUID returnsLine, String note) {
        this(kind, slips, unit, List.of(), List.of(), returnsLine, note);
    }
}
