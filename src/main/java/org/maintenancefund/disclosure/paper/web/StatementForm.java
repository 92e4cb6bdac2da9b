package org.maintenancefund.disclosure.paper.web;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/** The days of a 分户账对账单 as typed. */
@Labels("disclosure.statement.field.")
public record StatementForm(
        @Typed(value = StatementForm.class, by = "readDay", required = "disclosure.statement.first.missing")
        String first,

        @Typed(value = StatementForm.class, by = "readDay", required = "disclosure.statement.last.missing")
        String last) {

    public StatementForm(@Nullable String first, @Nullable String last) {
        this.first = Objects.requireNonNullElse(first, "");
        this.last = Objects.requireNonNullElse(last, "");
    }

    /** Of this year until today. */
    public static StatementForm until(LocalDate today) {
        return new StatementForm(today.withDayOfYear(1).toString(), today.toString());
    }

    static Checked<LocalDate> readDay(String typed) {
        return TypedDate.ofAnyYear(typed);
    }

    /** What was typed, of a form without faults. */
    public LocalDate firstDay() {
        return readDay(first).value();
    }

    public LocalDate lastDay() {
        return readDay(last).value();
    }
}
