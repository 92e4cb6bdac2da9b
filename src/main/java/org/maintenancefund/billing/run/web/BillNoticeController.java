package org.maintenancefund.billing.run.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.NoticeCodes;
import org.maintenancefund.billing.Payees;
import org.maintenancefund.billing.run.BillList;
import org.maintenancefund.billing.run.NamedUnits;
import org.maintenancefund.billing.run.NamedUnits.NamedUnit;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 缴款通知书 to be printed: of one unit, or of all units of a list that something is open of. The code on it leads to 维修资金查询. Whoever
 * collects gives out 查询码 with them to the households that have none: they stand on the answer to that form, and nowhere else.
 */
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
    private final NoticeCodes codes;
    private final Clock clock;

    /**
     * What is to be printed.
     *
     * @param here where it is asked for
     * @param back where it was chosen
     * @param open bills of whole units
     * @param cut  whether there are more units than these
     */
    private record Selection(AreaView area, String here, String back, List<BillList.Row> open, boolean cut) {}

    @GetMapping(BillPaths.UNIT + "/notice")
    String ofUnit(@PathVariable UnitId unit, @AuthenticationPrincipal CurrentUser user, Model model) {
        return show(selected(unit, user), Map.of(), user, model);
    }

    @PostMapping(BillPaths.UNIT + "/notice")
    String ofUnitWithCode(
            @PathVariable UnitId unit,
            @RequestParam(defaultValue = "false") boolean codes,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        return withCodes(selected(unit, user), codes, user, model);
    }

    @GetMapping(BillPaths.AREA + "/notices")
    String ofList(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        return show(selected(area, address, user), Map.of(), user, model);
    }

    @PostMapping(BillPaths.AREA + "/notices")
    String ofListWithCodes(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @RequestParam(defaultValue = "false") boolean codes,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        return withCodes(selected(area, address, user), codes, user, model);
    }

    private Selection selected(UnitId unit, CurrentUser user) {
        NamedUnit found = units.get(unit);
        AreaView area = rights.get(found.area(), user);
        String back = BillPaths.unit(unit);
        return new Selection(area, back + "/notice", back, bills.openOf(unit, rights.months(area, user)), false);
    }

    private Selection selected(AreaId area, MultiValueMap<String, String> address, CurrentUser user) {
        AreaView found = rights.get(area, user);
        String list = BillPaths.area(found);
        BillFilters.Read read = filters.read(found, list, address, user);
        List<BillList.Row> open = filters.open(found, read, MOST);
        String back = read.filter().with("", "");
        boolean cut = open.size() == MOST && BillNotice.byUnit(open).size() > 1;
        return new Selection(
                found, list + "/notices" + back.substring(list.length()), back, cut ? withoutLast(open) : open, cut);
    }

    /** Of the last unit not all months may be there. */
    private static List<BillList.Row> withoutLast(List<BillList.Row> open) {
        UnitId last = open.get(open.size() - 1).unit();
        return open.stream().filter(row -> !row.unit().equals(last)).toList();
    }

    private String withCodes(Selection selected, boolean ticked, CurrentUser user, Model model) {
        AreaView area = rights.collecting(selected.area().id(), user);
        if (!ticked) {
            return "redirect:" + selected.here();
        }
        Map<UnitId, String> given =
                codes.issueMissing(area, BillNotice.byUnit(selected.open()).keySet(), user);
        model.addAttribute("given", given.size());
        return show(selected, given, user, model);
    }

    private String show(Selection selected, Map<UnitId, String> given, CurrentUser user, Model model) {
        AreaView area = selected.area();
        String address = Paper.addressOf(Page.FUND.path());
        String label = Messages.of("billing.notice.code");
        List<BillNotice> notices =
                BillNotice.of(selected.open(), given, number -> QrCode.svg(address + "?number=" + number, label));
        model.addAttribute("area", area);
        model.addAttribute("notices", notices);
        model.addAttribute(
                "halves",
                notices.size() > 1
                        && notices.stream().allMatch(notice -> notice.months().size() <= MOST_ON_HALF_A_SHEET));
        model.addAttribute("payee", payees.of(area.id(), user).orElse(null));
        model.addAttribute("address", address);
        model.addAttribute("collects", rights.mayCollect(area, user));
        model.addAttribute("here", selected.here());
        model.addAttribute("cut", selected.cut());
        model.addAttribute("printedAt", clock.instant());
        model.addAttribute("back", selected.back());
        model.addAttribute(Crumb.ATTRIBUTE, RunPages.crumbs(area, Messages.of("billing.notice.title")));
        return "billing/notices";
    }
}
