package org.maintenancefund.billing.run.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.billing.run.BillList;
import org.maintenancefund.billing.run.BillList.BuildingChoice;
import org.maintenancefund.billing.run.BillState;
import org.maintenancefund.enterprise.CompanyFilter;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.stereotype.Component;

/** Reads what a list of bills is narrowed down to: for its page, its spreadsheet, and the notices printed from it. */
@Component
@RequiredArgsConstructor
class BillFilters {

    private final CollectionRights rights;
    private final BillList bills;
    private final CompanyFilter companies;

    /** What the address asks for. */
    record Read(ListFilter filter, BillList.Filter wanted, SeenMonths seen) {}

    /** The bills that it asks for. */
    ListPage<BillList.Row> page(AreaView area, Read asked) {
        return new ListPage<>(asked.filter(), bills.of(area.id(), asked.seen(), asked.wanted()));
    }

    /** Their sums. */
    BillList.Sums sums(AreaView area, Read asked) {
        return asked.filter().isReadable()
                ? bills.sums(area.id(), asked.seen(), asked.wanted())
                : new BillList.Sums(Money.ZERO, Money.ZERO);
    }

    /** Those of them that something is open of; none where a filter can't be read. */
    List<BillList.Row> open(AreaView area, Read asked, int most) {
        return asked.filter().isReadable() ? bills.open(area.id(), asked.seen(), asked.wanted(), most) : List.of();
    }

    Read read(AreaView area, String path, Map<String, List<String>> address, CurrentUser user) {
        SeenMonths seen = rights.months(area, user);
        ListFilter filter = new ListFilter(path, address);
        BillList.Choices choices = bills.choices(area.id(), seen);
        BillList.Filter wanted = new BillList.Filter(
                filter.text("text"),
                filter.one("month", choices.months(), YearMonth::toString, YearMonth::toString),
                filter.one("state", BillState.class),
                filter.one("building", choices.buildings(), BuildingChoice::key, BuildingChoice::name),
                filter.ticked("arrears", Messages.of("billing.bill.arrears")),
                filter.ticked("adjusting", Messages.of("billing.bill.adjusting")),
                filter.period("from", "to", Messages.of("billing.bill.between")),
                companies.read(filter, address));
        return new Read(filter, wanted, seen);
    }
}
