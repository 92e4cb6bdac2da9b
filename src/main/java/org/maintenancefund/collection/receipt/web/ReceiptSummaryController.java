package org.maintenancefund.collection.receipt.web;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.collection.receipt.ReceiptSummary;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 收款日报: a day of an area, today's unless another one is asked for. */
@Controller
@RequiredArgsConstructor
class ReceiptSummaryController {

    private final CollectionRights rights;
    private final ReceiptSummary summary;
    private final Clock clock;

    @GetMapping(ReceiptAreaController.PATH + "/areas/{area}/summary")
    String show(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView found = rights.get(area, user);
        ListFilter filter = new ListFilter(ReceiptPages.list(found.id()) + "/summary", address);
        LocalDate day = filter.day("day", LocalDate::toString).orElseGet(() -> LocalDate.now(clock));
        model.addAttribute("area", found);
        model.addAttribute("day", day);
        model.addAttribute("filter", filter);
        model.addAttribute("chips", filter.chips());
        model.addAttribute("summary", summary.of(found.id(), day, rights.months(found, user)));
        model.addAttribute("list", ReceiptPages.list(found.id()) + "?from=" + day + "&to=" + day);
        model.addAttribute(
                Crumb.ATTRIBUTE, ReceiptPages.crumbs(found, Crumb.of(Messages.of("collection.title.summary"))));
        return "collection/summary";
    }
}
