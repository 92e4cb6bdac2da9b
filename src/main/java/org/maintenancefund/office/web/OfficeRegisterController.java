package org.maintenancefund.office.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.OrganisationPage;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeState;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 小区管理处查询: the list, the same list as a spreadsheet, and the page of an office. */
@Controller
@RequestMapping(OfficeRegisterController.PATH)
class OfficeRegisterController extends ListController<OfficeRegisterController.Line> {

    static final String PATH = "/offices";

    private final Offices offices;
    private final Enterprises enterprises;
    private final Districts districts;
    private final OfficePages pages;
    private final OrganisationPage page;

    OfficeRegisterController(
            Offices offices,
            Enterprises enterprises,
            Districts districts,
            OfficePages pages,
            OrganisationPage page,
            Exports exports) {
        super(exports, "office/register", "office.table");
        this.offices = offices;
        this.enterprises = enterprises;
        this.districts = districts;
        this.pages = pages;
        this.page = page;
    }

    /** An office with its company. */
    record Line(OfficePages.Line entry, EnterpriseView company) {

        public OfficeView office() {
            return entry.office();
        }

        /** Why the office does nothing though it is active itself. */
        public boolean rests() {
            return !company.isActive();
        }
    }

    @Override
    protected ListPage<Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("q");
        Conditions where = Offices.ofCompany(filter.text("company", part -> Messages.of("office.filter.company", part)))
                .equal("district_id", districts.seenBy(user).limitId(filter))
                .constant("state", filter.one("state", OfficeState.class));
        return new ListPage<>(filter, offices.list(text, where).map(this::lines));
    }

    /** One more question for the companies of a whole page. */
    private List<Line> lines(List<OfficeView> offices) {
        Map<EnterpriseId, EnterpriseView> companies =
                enterprises
                        .views(offices.stream()
                                .map(OfficeView::enterprise)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(EnterpriseView::id, Function.identity()));
        return pages.lines(offices).stream()
                .map(line -> new Line(
                        line, Objects.requireNonNull(companies.get(line.office().enterprise()))))
                .toList();
    }

    @Override
    protected List<SheetColumn<Line>> columns() {
        List<SheetColumn<Line>> columns = new ArrayList<>();
        OfficePages.COLUMNS.forEach(column -> columns.add(column.of(Line::entry)));
        columns.add(
                1, SheetColumn.of("office.field.company", line -> line.company().name()));
        columns.add(
                2,
                SheetColumn.of("office.field.creditCode", line -> line.company().creditCode()));
        columns.add(SheetColumn.of(
                "office.field.companyState", line -> line.company().state().label()));
        return columns;
    }

    /** The page of an office for staff: what is on record, its people and areas, and what happened to it. */
    @GetMapping("/{id}")
    String show(@PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        OfficeView office = offices.get(id, user);
        EnterpriseView company = enterprises.get(office.enterprise());
        boolean full = page.show(id.ref(), office.name(), List.of(), user, model);
        model.addAttribute("office", office);
        model.addAttribute("company", company);
        model.addAttribute("companyOpen", user.sees(company.district()));
        model.addAttribute("rows", pages.record(office.details(), full));
        model.addAttribute("lastChange", pages.lastChange(office));
        return "office/record";
    }
}
