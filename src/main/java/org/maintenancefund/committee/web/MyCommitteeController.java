package org.maintenancefund.committee.web;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 我的业委会: the committee's own record, to read. */
@Controller
class MyCommitteeController {

    private final Committees committees;
    private final PropertyAreas areas;
    private final Operators operators;

    MyCommitteeController(Committees committees, PropertyAreas areas, Operators operators) {
        this.committees = committees;
        this.areas = areas;
        this.operators = operators;
    }

    @GetMapping("/my/committee")
    String mine(@AuthenticationPrincipal CurrentUser user, Model model) {
        CommitteeView committee =
                committees.get(new CommitteeId(user.organisation().id()));
        model.addAttribute("committee", committee);
        model.addAttribute("area", areas.get(committee.area()));
        model.addAttribute("operators", operators.of(user.organisation()));
        return "committee/mine";
    }
}
