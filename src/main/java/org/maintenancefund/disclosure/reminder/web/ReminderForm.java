package org.maintenancefund.disclosure.reminder.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.Building;
import org.maintenancefund.disclosure.reminder.NewBatch;
import org.maintenancefund.disclosure.reminder.SoldChoice;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/** Whom to remind, as typed; the components stand in the order of the page. */
@Labels("disclosure.reminder.field.")
record ReminderForm(
        String building,

        @Choice(value = SoldChoice.class, required = "disclosure.reminder.sold.required")
        String sold,

        @Typed(value = ReminderForm.class, by = "readMonths", required = "disclosure.reminder.months.unreadable")
        String months,

        @Typed(value = Money.class, optional = true) String amount,

        @Typed(value = TypedDate.class, required = "disclosure.reminder.pay-by.missing")
        String payBy) {

    private static final int MOST_MONTHS = 600;

    ReminderForm(
            @Nullable String building,
            @Nullable String sold,
            @Nullable String months,
            @Nullable String amount,
            @Nullable String payBy) {
        this.building = Objects.requireNonNullElse(building, "");
        this.sold = Objects.requireNonNullElse(sold, SoldChoice.ALL.name());
        this.months = Objects.requireNonNullElse(months, "1");
        this.amount = Objects.requireNonNullElse(amount, "");
        this.payBy = Objects.requireNonNullElse(payBy, "");
    }

    /** The same with a day where none was told yet. */
    ReminderForm withPayBy(LocalDate day) {
        return payBy.isEmpty() ? new ReminderForm(building, sold, months, amount, day.toString()) : this;
    }

    static Checked<Integer> readMonths(String typed) {
        String text = ChineseText.code(typed);
        boolean readable =
                text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_MONTHS;
        return readable ? Checked.ok(Integer.parseInt(text)) : Checked.refused("disclosure.reminder.months.unreadable");
    }

    /** What was typed, of a form without faults; a building that the area doesn't have is none. */
    NewBatch toBatch(List<Building> buildings) {
        return new NewBatch(
                buildings.stream().filter(one -> one.key().equals(building)).findFirst(),
                SoldChoice.valueOf(sold),
                readMonths(months).value(),
                amount.isBlank() ? Money.ZERO : Money.parse(amount).value(),
                TypedDate.parse(payBy).value());
    }
}
