package org.maintenancefund.disclosure.web;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.UnitReceipts;
import org.maintenancefund.disclosure.HouseholdTokens;
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

    private final UnitLookup units;
    private final PropertyAreas areas;
    private final Bills bills;
    private final UnitReceipts receipts;
    private final OpeningBalances openings;
    private final HouseholdTokens tokens;

    void show(UnitId id, Model model) {
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
                                .orElse(null)));
        model.addAttribute("token", tokens.issue(id));
    }
}
