package org.maintenancefund.billing.run.web;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.run.AreaTurn;
import org.maintenancefund.billing.run.AreaTurns;
import org.maintenancefund.billing.run.BilledAreaList;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 应收账单 begins with the choice of an area: one's own, or for staff any other area. Whoever collects ticks several to be billed. */
@Controller
@RequiredArgsConstructor
class BillAreaController {

    private final CollectionRights rights;
    private final BilledAreaList areas;
    private final AreaTurns turns;
    private final Districts districts;

    @GetMapping(BillPaths.BILLS)
    String choose(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        list(address, user).show(model);
        model.addAttribute("collects", Page.BILL_RUN.isOpenTo(user.role()));
        return "billing/bill-areas";
    }

    private ListPage<BilledAreaList.Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(BillPaths.BILLS, address);
        String text = filter.text("text");
        Conditions seen = user.role().isStaff()
                ? new Conditions().equal("a.district_id", districts.seenBy(user).limitId(filter))
                : AreasByName.among(rights.of(user));
        if (Page.BILL_RUN.isOpenTo(user.role())) {
            filter.one("state", AreaTurn.class).ifPresent(turn -> turns.narrow(seen, turn, user));
        }
        return new ListPage<>(filter, areas.list(text, seen, user));
    }
}
