package org.maintenancefund.statistics.web;

import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.statistics.ApplicationList;
import org.maintenancefund.statistics.ApplicationList.Listed;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** 申请清单: the applications behind a figure of 统计报表 or of the workbench. */
@Controller
@RequestMapping(ApplicationList.PATH)
class ApplicationListController extends ListController<Listed> {

    private static final String NAME = "statistics.list.applications";

    private final ApplicationList list;
    private final WorkingDays workingDays;

    ApplicationListController(ApplicationList list, WorkingDays workingDays, Exports exports) {
        super(exports, "statistics/applications", NAME);
        this.list = list;
        this.workingDays = workingDays;
    }

    @Override
    protected void show(CurrentUser user, Model model) {
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of(NAME))));
    }

    @Override
    protected ListPage<Listed> list(Map<String, List<String>> address, CurrentUser user) {
        return list.page(address, user);
    }

    @Override
    protected List<SheetColumn<Listed>> columns() {
        return List.of(
                SheetColumn.of("statistics.column.number", Listed::number),
                SheetColumn.of("statistics.column.title", Listed::title),
                SheetColumn.of("statistics.column.kind", Listed::kind),
                SheetColumn.of("statistics.column.place", Listed::place),
                SheetColumn.of("statistics.column.submitted", row -> Times.minute(row.submittedAt())),
                SheetColumn.of(
                        "statistics.column.due",
                        row -> row.due() == null
                                ? null
                                : workingDays.dueWords(row.due().day())),
                SheetColumn.of("statistics.column.status", row -> row.status().label()));
    }
}
