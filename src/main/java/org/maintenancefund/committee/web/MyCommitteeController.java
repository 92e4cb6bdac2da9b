package org.maintenancefund.committee.web;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Applications.OwnApplication;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ProgressLines;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.change.CommitteeChangeDefinition;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我的业委会: the committee's own record, to read. */
@Controller
@RequiredArgsConstructor
class MyCommitteeController {

    private final Committees committees;
    private final CommitteePages pages;
    private final ProgressLines lines;
    private final Applications applications;
    private final OpenDrafts drafts;

    @GetMapping("/my/committee")
    String mine(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        pages.show(committees.own(user), model);
        model.addAttribute("line", lines.of(user.organisation()).orElse(null));
        model.addAttribute("drafts", drafts.of(CommitteeChangeDefinition.KIND, user));
        Listing<OwnApplication> own = applications.own(CommitteeChangeDefinition.KIND, user.organisation());
        Slice<OwnApplication> changes = own.page(own.cursor(after, before));
        model.addAttribute("changes", changes);
        model.addAttribute(
                "pending",
                changes.items().stream()
                        .filter(change -> change.status() == ReviewStatus.PENDING)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("total", own.count());
        return "committee/mine";
    }
}
