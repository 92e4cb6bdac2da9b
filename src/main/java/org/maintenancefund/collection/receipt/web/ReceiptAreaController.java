package org.maintenancefund.collection.receipt.web;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.city.Districts;
import org.maintenancefund.collection.receipt.ReceiptAreaList;
import org.maintenancefund.collection.receipt.WaitingReversals;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 收款登记: of which area; nobody's receipts are shown with those of another area. */
@Controller
@RequiredArgsConstructor
class ReceiptAreaController {

    static final String PATH = "/collection/receipts";

    private final CollectionRights rights;
    private final ReceiptAreaList areas;
    private final WaitingReversals reversals;
    private final Districts districts;

    @GetMapping(PATH)
    String choose(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("text");
        Conditions seen = user.role().isStaff()
                ? new Conditions().equal("a.district_id", districts.seenBy(user).limitId(filter))
                : AreasByName.among(rights.of(user));
        boolean decides = Page.REVERSAL_DECISION.isOpenTo(user.role());
        if (decides && filter.ticked("confirm", Messages.of("collection.filter.confirm"))) {
            reversals.narrow(seen, user);
        }
        model.addAttribute("decides", decides);
        new ListPage<>(filter, areas.list(text, seen, user)).show(model);
        return "collection/areas";
    }
}
