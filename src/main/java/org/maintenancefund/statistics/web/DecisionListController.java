package org.maintenancefund.statistics.web;

import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.statistics.DecisionList;
import org.maintenancefund.statistics.DecisionList.Listed;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** 审核清单: the decisions behind a figure of 统计报表 or of the workbench. */
@Controller
@RequestMapping(DecisionList.PATH)
class DecisionListController extends ListController<Listed> {

    private static final String NAME = "statistics.list.decisions";

    private final DecisionList list;

    DecisionListController(DecisionList list, Exports exports) {
        super(exports, "statistics/decisions", NAME);
        this.list = list;
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
                SheetColumn.of("statistics.column.round", Listed::round),
                SheetColumn.of("statistics.column.decided", row -> Times.minute(row.decidedAt())),
                SheetColumn.of("statistics.column.days", Listed::days),
                SheetColumn.of("statistics.column.action", row -> row.action().label()),
                SheetColumn.of(
                        "statistics.column.reasons",
                        row -> String.join(Messages.of("statistics.reasons.between"), row.reasons())));
    }
}
