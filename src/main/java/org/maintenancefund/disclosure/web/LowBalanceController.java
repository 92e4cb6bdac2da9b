package org.maintenancefund.disclosure.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaFilter;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.Districts;
import org.maintenancefund.disclosure.balance.LowBalances;
import org.maintenancefund.disclosure.balance.LowBalances.Row;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** 余额不足三成: the households behind a figure of 收取统计. */
@Controller
@RequestMapping(LowBalanceController.PATH)
class LowBalanceController extends ListController<Row> {

    static final String PATH = "/collection/low-balances";

    private final LowBalances balances;
    private final Districts districts;
    private final AreaFilter areas;

    LowBalanceController(LowBalances balances, Districts districts, AreaFilter areas, Exports exports) {
        super(exports, "disclosure/low-balances", "disclosure.low.name");
        this.balances = balances;
        this.districts = districts;
        this.areas = areas;
    }

    @Override
    protected void show(CurrentUser user, Model model) {
        model.addAttribute("countedAt", balances.countedAt().orElse(null));
    }

    @Override
    protected ListPage<Row> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        Optional<UUID> district = districts.seenBy(user).limitId(filter);
        return new ListPage<>(filter, balances.of(district, areas.read(filter, address)));
    }

    @Override
    protected List<SheetColumn<Row>> columns() {
        return List.of(
                SheetColumn.of("disclosure.low.number", Row::number),
                SheetColumn.of("disclosure.low.area", Row::area),
                SheetColumn.of("disclosure.low.place", row -> row.place().shown()),
                SheetColumn.of("disclosure.low.original", row -> row.original().decimal()),
                SheetColumn.of("disclosure.low.balance", row -> row.balance().decimal()),
                SheetColumn.of("disclosure.low.percent", Row::percent));
    }
}
