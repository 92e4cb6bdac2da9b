package org.maintenancefund.committee.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.OwnApplication;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.change.CommitteeChangeDefinition;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我的业委会: the committee's own record, to read. */
@Controller
class MyCommitteeController {

    private final Committees committees;
    private final PropertyAreas areas;
    private final Operators operators;
    private final VersionHistory history;
    private final Applications applications;
    private final OpenDrafts drafts;
    private final Clock clock;

    MyCommitteeController(
            Committees committees,
            PropertyAreas areas,
            Operators operators,
            VersionHistory history,
            Applications applications,
            OpenDrafts drafts,
            Clock clock) {
        this.committees = committees;
        this.areas = areas;
        this.operators = operators;
        this.history = history;
        this.applications = applications;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/my/committee")
    String mine(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        CommitteeView committee =
                committees.get(new CommitteeId(user.organisation().id()));
        model.addAttribute("committee", committee);
        model.addAttribute("drafts", drafts.of(CommitteeChangeDefinition.KIND, user));
        model.addAttribute("area", areas.get(committee.area()));
        model.addAttribute("operators", operators.of(user.organisation()));
        model.addAttribute("terms", TermLine.of(committee, LocalDate.now(clock)));
        model.addAttribute("versions", history.of(committee.id()));
        Listing<OwnApplication> own = applications.own(CommitteeChangeDefinition.KIND, user.organisation());
        model.addAttribute("changes", own.page(own.cursor(after, before)));
        model.addAttribute("total", own.count());
        return "committee/mine";
    }
}
