package org.maintenancefund.area.web;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaHistory;
import org.maintenancefund.area.domain.AreaSheet;
import org.maintenancefund.area.domain.AreaSheets;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.SummaryRow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One area with everything tied to it, and its history. */
@Controller
@RequiredArgsConstructor
class AreaController {

    private final AreaSheets sheets;

    @GetMapping("/areas/{id}")
    String show(@PathVariable AreaId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        AreaSheet sheet = sheets.of(id, user);
        AreaView area = sheet.area();
        model.addAttribute("area", area);
        model.addAttribute("rows", rows(area));
        model.addAttribute(
                "facts", sheet.facts().stream().map(fact -> fact.of(id, user)).toList());
        model.addAttribute("buildings", sheet.buildings());
        model.addAttribute(
                "siblings",
                sheet.similar().siblings().stream()
                        .limit(PropertyAreas.MOST_SIBLINGS)
                        .toList());
        model.addAttribute("moreSiblings", sheet.similar().siblings().size() > PropertyAreas.MOST_SIBLINGS);
        model.addAttribute(
                "series",
                sheet.similar().series().stream()
                        .limit(PropertyAreas.MOST_SIBLINGS)
                        .toList());
        model.addAttribute("into", sheet.into());
        model.addAttribute(
                "history", sheet.history().stream().limit(AreaHistory.MOST).toList());
        model.addAttribute("moreHistory", sheet.history().size() > AreaHistory.MOST);
        model.addAttribute("keeps", Page.AREA_CHANGE.isOpenTo(user.role()));
        model.addAttribute("merge", sheet.merge());
        model.addAttribute("tables", sheet.tables());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(area.name())));
        return "area/show";
    }

    private static List<SummaryRow> rows(AreaView area) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(SummaryRow.ofLines(Messages.of("area.field.aliases"), area.aliases()));
        rows.add(SummaryRow.of(Messages.of("area.field.district"), area.districtName()));
        rows.add(SummaryRow.of(Messages.of("area.field.street"), area.streetName()));
        rows.add(SummaryRow.of(Messages.of("area.field.community"), area.community()));
        rows.add(SummaryRow.of(Messages.of("area.field.address"), area.address()));
        rows.add(SummaryRow.ofLines(Messages.of("area.field.parcelNumbers"), area.parcelNumbers()));
        rows.add(SummaryRow.of(Messages.of("area.field.type"), area.type().label()));
        rows.add(SummaryRow.of(
                Messages.of("area.field.floorArea"), area.floorAreas().line()));
        rows.add(SummaryRow.of(Messages.of("area.field.scale"), area.scale()));
        rows.add(SummaryRow.of(Messages.of("area.field.yearBuilt"), area.yearBuilt()));
        FundAccount account = area.fundAccount();
        rows.add(SummaryRow.ofLines(
                Messages.of("area.field.fundAccount"),
                account == null ? List.of(Messages.of("area.fundAccount.none")) : account.lines()));
        return rows;
    }
}
