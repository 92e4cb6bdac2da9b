package org.maintenancefund.association.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.Associations.ManagedArea;
import org.maintenancefund.association.ContractWatch;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.organisation.ReminderDay;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** 小区管理处关联查询: what runs or is to begin, what ends next first; a district's own, the municipal centre's all. */
@Controller
@RequestMapping(AssociationRegisterController.PATH)
class AssociationRegisterController extends ListController<AssociationRegisterController.Line> {

    static final String PATH = "/associations/register";

    private static final List<SheetColumn<Line>> COLUMNS = List.of(
            SheetColumn.of(
                    "association.my.column.name", line -> line.managed().area().name()),
            SheetColumn.of(
                    "association.my.column.code", line -> line.managed().area().code()),
            SheetColumn.of(
                    "association.my.column.district",
                    line -> line.managed().area().districtName()),
            SheetColumn.of(
                    "association.my.column.street",
                    line -> line.managed().area().streetName()),
            SheetColumn.of(
                    "association.my.column.manager", line -> line.managed().manager()),
            SheetColumn.of("association.my.column.committee", Line::committee),
            SheetColumn.of(
                    "association.register.column.from",
                    line -> line.managed().association().effectiveFrom()),
            SheetColumn.of(
                    "association.register.column.to",
                    line -> line.managed().association().effectiveTo()),
            SheetColumn.of(
                    "association.field.contractEnd",
                    line -> line.managed().association().contract().end()),
            SheetColumn.of("association.register.column.state", Line::state));

    private final Associations associations;
    private final Districts districts;
    private final Clock clock;

    AssociationRegisterController(Associations associations, Districts districts, Exports exports, Clock clock) {
        super(exports, "association/register", "Page.ASSOCIATIONS");
        this.associations = associations;
        this.districts = districts;
        this.clock = clock;
    }

    /**
     * A right in the list.
     *
     * @param begun whether it runs, or is still to begin
     * @param left  days from today to its last one
     * @param soon  whether it is one of those that somebody is reminded of
     */
    record Line(ManagedArea managed, boolean begun, long left, boolean soon) {

        String committee() {
            return managed.committee() == null ? "" : managed.committee().name();
        }

        public String state() {
            return Messages.of(begun ? "association.state.valid" : "association.state.coming");
        }
    }

    @Override
    protected List<SheetColumn<Line>> columns() {
        return COLUMNS;
    }

    @Override
    protected ListPage<Line> list(Map<String, List<String>> address, CurrentUser user) {
        LocalDate today = LocalDate.now(clock);
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("q");
        Optional<UUID> district = districts.seenBy(user).limitId(filter);
        Conditions where = new Conditions().equal("a.district_id", district);
        filter.one("watch", ContractWatch.class)
                .ifPresent(watch -> where.and(watch.condition(), "soon", ReminderDay.lastEnd(today)));
        ListFilter.Period ends = filter.period("from", "to", Messages.of("association.register.filter.ends"));
        ends.first().ifPresent(day -> where.and("s.effective_to >= :from", "from", day));
        ends.last().ifPresent(day -> where.and("s.effective_to <= :to", "to", day));
        return new ListPage<>(
                filter,
                associations
                        .register(text, where)
                        .map(page -> page.stream()
                                .map(managed -> line(managed, today))
                                .toList()));
    }

    private static Line line(ManagedArea managed, LocalDate today) {
        AssociationView right = managed.association();
        return new Line(
                managed,
                !right.effectiveFrom().isAfter(today),
                ChronoUnit.DAYS.between(today, right.effectiveTo()),
                managed.unfollowed() && !right.effectiveTo().isAfter(ReminderDay.lastEnd(today)));
    }
}
