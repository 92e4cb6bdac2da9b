package org.maintenancefund.billing.standard;

import java.time.Clock;
import java.time.YearMonth;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Applications.OwnApplication;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 收取标准 of a committee: what its area is charged by, and its own applications. */
@Controller
@RequiredArgsConstructor
class OwnStandardController {

    static final String PATH = ChargeStandardController.PATH + "/own";

    private final Committees committees;
    private final PropertyAreas areas;
    private final ChargeStandards standards;
    private final AreaStandardPolicy rules;
    private final Applications applications;
    private final OpenDrafts drafts;
    private final Clock clock;

    @GetMapping(PATH)
    String show(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        CommitteeView committee = committees.own(user);
        AreaView area = areas.standing(committee.area());
        YearMonth month = YearMonth.now(clock);
        model.addAttribute("area", area);
        model.addAttribute("month", month);
        model.addAttribute("table", StandardTables.ofArea(standards.from(area.id(), month), month));
        model.addAttribute(
                "closedBecause",
                rules.obstacle(committee, null).map(Messages::of).orElse(null));
        model.addAttribute("drafts", drafts.of(AreaStandardDefinition.KIND, user));
        Listing<OwnApplication> own = applications.own(AreaStandardDefinition.KIND, user.organisation());
        Cursor cursor = own.cursor(after, before);
        Slice<OwnApplication> page = own.page(cursor);
        model.addAttribute("applications", page);
        model.addAttribute("total", own.count(cursor, page));
        return "billing/standards-own";
    }
}
