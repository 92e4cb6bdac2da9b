package org.maintenancefund.unit.opening;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Opening balances by the steps people take: the office begins and enters, the company checks, the district decides. */
@TestComponent
public class AnOpening {

    /** The last day of the old book. */
    public static final LocalDate DAY = LocalDate.of(2026, 5, 31);

    @Autowired
    OpeningService openings;

    @Autowired
    OpeningLineService lines;

    @Autowired
    OpeningReview review;

    @Autowired
    PropertyAreas areas;

    public OpeningId begun(ManagedArea managed, String takenOver) {
        return openings.tell(managed.id(), OpeningService.NONE, header(takenOver, ""), managed.ofOffice());
    }

    /**
     * Nothing was there before: one unit with nothing, entered by one person, checked by another one and approved.
     *
     * @return the sheet
     */
    public OpeningId approved(AreaId area, UnitId unit, CurrentUser enters, CurrentUser checks, CurrentUser decides) {
        OpeningId sheet = openings.tell(area, OpeningService.NONE, header("0", ""), enters);
        lines.enter(area, lines.get(area, unit, enters).version(), entry(unit, null, "0"), enters);
        review.check(sheet, review.get(sheet, decides).sheet().version(), checks);
        review.approve(sheet, review.get(sheet, decides).sheet().version(), decides);
        return sheet;
    }

    public static OpeningHeader header(String takenOver, String explanation) {
        return new OpeningHeader(DAY, money(takenOver), explanation);
    }

    public void told(ManagedArea managed, String takenOver, String explanation, CurrentUser by) {
        openings.tell(managed.id(), view(managed).version(), header(takenOver, explanation), by);
    }

    /** Enters what a unit has, or puts it right. */
    public void entered(ManagedArea managed, UnitId unit, @Nullable String original, String balance) {
        entered(managed, unit, original, balance, managed.ofOffice());
    }

    public void entered(ManagedArea managed, UnitId unit, @Nullable String original, String balance, CurrentUser by) {
        int seen = lines.get(managed.id(), unit, by).version();
        lines.enter(managed.id(), seen, entry(unit, original, balance), by);
    }

    public static OpeningEntry entry(UnitId unit, @Nullable String original, String balance) {
        return new OpeningEntry(unit, original == null ? null : money(original), money(balance));
    }

    public void checked(ManagedArea managed, CurrentUser by) {
        OpeningView sheet = view(managed);
        review.check(sheet.id(), sheet.version(), by);
    }

    public void approved(ManagedArea managed, CurrentUser by) {
        OpeningView sheet = view(managed);
        review.approve(sheet.id(), sheet.version(), by);
    }

    public void returned(ManagedArea managed, String reason, CurrentUser by) {
        OpeningView sheet = view(managed);
        review.giveBack(sheet.id(), sheet.version(), reason, by);
    }

    /** What is underway, else the latest. */
    public OpeningView view(ManagedArea managed) {
        return openings.of(areas.standing(managed.id()), managed.ofCompany()).get(0);
    }

    public static Money money(String typed) {
        return Money.parse(typed).value();
    }
}
