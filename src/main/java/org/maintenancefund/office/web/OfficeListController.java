package org.maintenancefund.office.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.office.Offices;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** 小区管理处信息管理: the offices of the user's enterprise. */
@Controller
@RequestMapping(OfficeListController.PATH)
class OfficeListController extends ListController<OfficePages.Line> {

    static final String PATH = "/my/offices";

    private final Offices offices;
    private final OfficePages pages;

    OfficeListController(Offices offices, OfficePages pages, Exports exports) {
        super(exports, "office/list", "office.table");
        this.offices = offices;
        this.pages = pages;
    }

    @Override
    protected List<SheetColumn<OfficePages.Line>> columns() {
        return OfficePages.COLUMNS;
    }

    @Override
    protected ListPage<OfficePages.Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        Conditions ofTheirs = new Conditions()
                .equal("enterprise_id", Optional.of(user.organisation().id()));
        return new ListPage<>(
                filter, offices.list(filter.text("text"), ofTheirs).map(pages::lines));
    }
}
