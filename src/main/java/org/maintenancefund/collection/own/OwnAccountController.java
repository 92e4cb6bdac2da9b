package org.maintenancefund.collection.own;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.BillFigures;
import org.maintenancefund.billing.BillFigures.OfMonth;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.collection.receipt.ReceiptRegister;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.ListFilter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 本小区账 of a committee: what its area was billed, and what of it is paid and open, by month and by building. No names: what a
 * neighbour owes is the company's to know.
 */
@Controller
@RequiredArgsConstructor
class OwnAccountController {

    static final String PATH = "/collection/own";

    /** Three years. */
    private static final int MOST_MONTHS = 36;

    private final CollectionRights rights;
    private final BillFigures figures;
    private final ReceiptRegister receipts;

    @GetMapping(PATH)
    String show(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView area = rights.of(user).stream()
                .findFirst()
                .map(own -> rights.get(own, user))
                .orElseThrow(() -> new NotFound("area of " + user.organisationName()));
        AreaId id = area.id();
        List<OfMonth> months = figures.byMonth(id, MOST_MONTHS);
        ListFilter filter = new ListFilter(PATH, address);
        Optional<YearMonth> month = filter.one(
                "month", months.stream().map(OfMonth::month).toList(), YearMonth::toString, YearMonth::toString);
        model.addAttribute("area", area);
        model.addAttribute("filter", filter);
        model.addAttribute("chips", filter.chips());
        model.addAttribute("months", months);
        model.addAttribute("month", month.orElse(null));
        model.addAttribute("buildings", filter.isReadable() ? figures.byBuilding(id, month) : List.of());
        model.addAttribute("prepaid", receipts.prepaid(id));
        return "collection/own";
    }
}
