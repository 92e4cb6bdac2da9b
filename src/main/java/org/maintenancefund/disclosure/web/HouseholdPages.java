package org.maintenancefund.disclosure.web;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.UnitReceipts;
import org.maintenancefund.disclosure.HouseholdBooks;
import org.maintenancefund.disclosure.HouseholdTokens;
import org.maintenancefund.disclosure.paper.web.StatementForm;
import org.maintenancefund.disclosure.reminder.ReminderRegister;
import org.maintenancefund.disclosure.reminder.web.ReminderRows;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.OpeningBalances;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a household that has been opened, with the token by which it prints its papers. */
@Component
@RequiredArgsConstructor
class HouseholdPages {

    static final String VIEW = "disclosure/fund";

    /** So many payments at most: some ten years, one a month. */
    private static final int MOST_PAYMENTS = 120;

    private static final int MOST_REMINDERS = 12;

    private final UnitLookup units;
    private final PropertyAreas areas;
    private final Bills bills;
    private final UnitReceipts receipts;
    private final OpeningBalances openings;
    private final HouseholdBooks books;
    private final ReminderRegister reminders;
    private final HouseholdTokens tokens;
    private final Clock clock;

    void show(UnitId id, Model model) {
        show(id, StatementForm.until(LocalDate.now(clock)), model);
    }

    /** @param stretch the days of a statement, as they were typed */
    void show(UnitId id, StatementForm stretch, Model model) {
        FoundUnit unit = units.get(id);
        model.addAttribute(
                "household",
                HouseholdAccount.of(
                        unit,
                        areas.get(unit.area()).name(),
                        bills.months(id),
                        receipts.of(id, SeenMonths.ALL, MOST_PAYMENTS),
                        openings.of(id)
                                .filter(opening -> opening.state() == OpeningState.APPROVED)
                                .orElse(null),
                        books.balance(id).orElse(null)));
        model.addAttribute("reminders", ReminderRows.table(reminders.of(id, SeenMonths.ALL, MOST_REMINDERS), false));
        model.addAttribute("stretch", stretch);
        model.addAttribute("token", tokens.issue(id));
    }
}
