package org.maintenancefund.bank.matching;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.bank.statement.SlipNumbers;
import org.maintenancefund.collection.NamedMonths;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/** 认定: what a line is, as typed. */
@Labels("bank.assign.field.")
record AssignForm(
        @Choice(value = BankLineKind.class, required = "bank.assign.kind.required")
        String kind,

        @Text(max = 300, optional = true) String slips,
        @Text(max = 40, optional = true) String unit,
        @Text(max = 200, optional = true) String months,
        @Text(max = 200_000, lines = true, optional = true) String households,
        String returned,
        @Text(max = 200, optional = true) String note) {

    AssignForm(
            @Nullable String kind,
            @Nullable String slips,
            @Nullable String unit,
            @Nullable String months,
            @Nullable String households,
            @Nullable String returned,
            @Nullable String note) {
        this.kind = Objects.requireNonNullElse(kind, "");
        this.slips = Objects.requireNonNullElse(slips, "");
        this.unit = Objects.requireNonNullElse(unit, "");
        this.months = Objects.requireNonNullElse(months, "");
        this.households = Objects.requireNonNullElse(households, "");
        this.returned = Objects.requireNonNullElse(returned, "");
        this.note = Objects.requireNonNullElse(note, "");
    }

    /** With the slips that the line names. */
    static AssignForm of(BankLineView line) {
        return new AssignForm(null, String.join("、", line.slipNumbers()), null, null, null, null, null);
    }

    /** @throws Refusal where the unit is none, or what is not a slip's number was typed */
    NewAssignment read(UnitLookup units) {
        BankLineKind chosen = BankLineKind.valueOf(kind);
        return new NewAssignment(
                chosen,
                chosen == BankLineKind.REMITTANCE ? numbers() : List.of(),
                chosen == BankLineKind.OWNER_PAYMENT ? unit(units) : null,
                chosen == BankLineKind.OWNER_PAYMENT ? namedMonths() : List.of(),
                chosen == BankLineKind.FIRST_DEPOSIT ? HouseholdShares.parse(households, units) : List.of(),
                chosen == BankLineKind.RETURNED ? Ids.read(returned).orElse(null) : null,
                ChineseText.clean(note));
    }

    private List<String> numbers() {
        List<String> found = SlipNumbers.in(slips);
        long typed = Arrays.stream(ChineseText.clean(slips).split("[、，,;；\\s]+"))
                .filter(part -> !part.isEmpty())
                .count();
        if (found.isEmpty() && typed > 0 || found.size() < typed && found.size() * 3L < typed) {
            throw Refusal.because("bank.assign.slips.unreadable", ChineseText.clean(slips));
        }
        return found;
    }

    private List<YearMonth> namedMonths() {
        Checked<List<YearMonth>> read = NamedMonths.parse(months);
        if (!read.isOk()) {
            throw Refusal.because("bank.assign.months.unreadable");
        }
        return read.value();
    }

    private UnitId unit(UnitLookup units) {
        if (ChineseText.isBlank(unit)) {
            throw Refusal.because("bank.assign.unit.required");
        }
        return units.numbered(unit)
                .map(FoundUnit::id)
                .orElseThrow(() -> Refusal.because("bank.assign.unit.unknown", ChineseText.clean(unit)));
    }

    /** Where a refusal is told. */
    static String fieldOf(Reason reason) {
        String code = reason.code();
        if (code.startsWith("bank.assign.slips")) {
            return "slips";
        }
        if (code.startsWith("bank.assign.unit")) {
            return "unit";
        }
        if (code.startsWith("bank.assign.months") || code.equals("collection.refusal.month")) {
            return "months";
        }
        if (code.startsWith("bank.assign.households")) {
            return "households";
        }
        return code.startsWith("bank.assign.returned") ? "returned" : "kind";
    }
}
