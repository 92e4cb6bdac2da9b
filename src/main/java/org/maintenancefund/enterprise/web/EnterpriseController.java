package org.maintenancefund.enterprise.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.OrganisationPage;
import org.maintenancefund.application.ProgressLines;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 物业服务企业查询: the list, the same list as a spreadsheet, and the page of a company. */
@Controller
@RequestMapping(EnterpriseController.PATH)
class EnterpriseController extends ListController<EnterpriseController.Line> {

    static final String PATH = "/enterprises";

    private final Enterprises enterprises;
    private final Districts districts;
    private final EnterprisePages pages;
    private final OrganisationPage page;
    private final ProgressLines lines;
    private final Clock clock;

    EnterpriseController(
            Enterprises enterprises,
            Districts districts,
            EnterprisePages pages,
            OrganisationPage page,
            ProgressLines lines,
            Exports exports,
            Clock clock) {
        super(exports, "enterprise/list", "enterprise.register.name");
        this.enterprises = enterprises;
        this.districts = districts;
        this.pages = pages;
        this.page = page;
        this.lines = lines;
        this.clock = clock;
    }

    /** A line of the list. */
    record Line(EnterpriseView company, String district) {}

    @Override
    protected ListPage<Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("q");
        Conditions where = new Conditions()
                .equal("district_id", districts.seenBy(user).limitId(filter))
                .equal("qualification", filter.one("qualification", Qualification.class))
                .constant("state", filter.one("state", EnterpriseState.class));
        return new ListPage<>(
                filter,
                enterprises
                        .list(text, where)
                        .map(found -> found.stream()
                                .map(company -> new Line(company, pages.district(company)))
                                .toList()));
    }

    @Override
    protected List<SheetColumn<Line>> columns() {
        return List.of(
                column("name", EnterpriseView::name),
                column("creditCode", EnterpriseView::creditCode),
                column("legalRepresentative", EnterpriseView::legalRepresentative),
                column("registeredAddress", EnterpriseView::registeredAddress),
                column("officeAddress", EnterpriseView::officeAddress),
                SheetColumn.of("enterprise.field.district", Line::district),
                column("contactName", EnterpriseView::contactName),
                column("contactMobile", company -> company.contactMobile().masked()),
                column("phone", EnterpriseView::phone),
                column("email", EnterpriseView::email),
                column("qualification", company -> company.qualification().label()),
                column("state", company -> company.state().label()),
                column("createdAt", company -> LocalDate.ofInstant(company.createdAt(), clock.getZone())));
    }

    private static SheetColumn<Line> column(String field, Function<EnterpriseView, @Nullable Object> value) {
        return SheetColumn.of("enterprise.field." + field, line -> value.apply(line.company()));
    }

    /**
     * The page of a company: what is on record, its people, offices and areas, and what happened to it; for who works with it
     * how far its registration is.
     */
    @GetMapping("/{id}")
    String show(@PathVariable EnterpriseId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        EnterpriseView company = enterprises.get(id, user);
        boolean full = page.show(id.ref(), company.name(), pages.registration(company, user), user, model);
        if (full && company.isActive()) {
            model.addAttribute("line", lines.open(id.ref()).orElse(null));
        }
        model.addAttribute("company", company);
        model.addAttribute("district", pages.district(company));
        model.addAttribute("keeps", Page.ENTERPRISE_SUSPENSION.isOpenTo(user.role()));
        model.addAttribute("rows", pages.rows(company, full));
        model.addAttribute("suspension", pages.suspension(company));
        return "enterprise/show";
    }
}
