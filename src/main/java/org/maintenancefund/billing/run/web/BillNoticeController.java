package org.maintenancefund.billing.run.web;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.run.BillList;
import org.maintenancefund.billing.run.NamedUnits;
import org.maintenancefund.billing.run.NamedUnits.NamedUnit;
import org.maintenancefund.billing.run.Payees;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Paper;
import org.maintenancefund.web.QrCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 缴款通知书 to be printed: of one unit, or of all units of a list that something is open of. The code on it leads to the home page. */
@Controller
@RequiredArgsConstructor
class BillNoticeController {

    /** So many bills at most: some hundred sheets. */
    static final int MOST = 1_000;

    /** More months than that don't fit on half a sheet. */
    private static final int MOST_ON_HALF_A_SHEET = 4;

    private final NamedUnits units;
    private final CollectionRights rights;
    private final BillFilters filters;
    private final BillList bills;
    private final Payees payees;
    private final Clock clock;

    @GetMapping(BillPaths.UNIT + "/notice")
    String ofUnit(@PathVariable UnitId unit, @AuthenticationPrincipal CurrentUser user, Model model) {
        NamedUnit found = units.get(unit);
        AreaView area = rights.get(found.area(), user);
        List<BillList.Row> open = bills.openOf(unit, rights.months(area, user));
        return show(area, BillNotice.of(open), BillPaths.unit(unit), model);
    }

    @GetMapping(BillPaths.AREA + "/notices")
    String ofList(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView found = rights.get(area, user);
        BillFilters.Read asked = filters.read(found, BillPaths.area(found), address, user);
        List<BillList.Row> open = filters.open(found, asked, MOST);
        List<BillNotice> notices = BillNotice.of(open);
        boolean cut = open.size() == MOST && notices.size() > 1;
        model.addAttribute("cut", cut);
        // Of the last one not all months may be there.
        return show(
                found,
                cut ? notices.subList(0, notices.size() - 1) : notices,
                asked.filter().with("", ""),
                model);
    }

    private String show(AreaView area, List<BillNotice> notices, String back, Model model) {
        String address = Paper.addressOf(Page.HOME.path());
        model.addAttribute("area", area);
        model.addAttribute("notices", notices);
        model.addAttribute(
                "halves",
                notices.size() > 1
                        && notices.stream().allMatch(notice -> notice.months().size() <= MOST_ON_HALF_A_SHEET));
        model.addAttribute("payee", payees.of(area.id()).orElse(null));
        model.addAttribute("address", address);
        model.addAttribute("code", QrCode.svg(address, Messages.of("billing.notice.code")));
        model.addAttribute("printedAt", clock.instant());
        model.addAttribute("back", back);
        model.addAttribute(Crumb.ATTRIBUTE, RunPages.crumbs(area, Messages.of("billing.notice.title")));
        return "billing/notices";
    }
}
