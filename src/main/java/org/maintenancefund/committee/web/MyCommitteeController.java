package org.maintenancefund.committee.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Applications.OwnApplication;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ProgressLines;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.change.CommitteeChangeDefinition;
import org.maintenancefund.committee.dissolution.CommitteeDissolutionDefinition;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.kernel.paging.Cursor;
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

    private final CommitteeRecords records;
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
        pages.show(records.get(new CommitteeId(user.organisation().id())), user, model);
        model.addAttribute("line", lines.of(user.organisation()).orElse(null));
        model.addAttribute(
                "drafts",
                drafts.of(List.of(CommitteeChangeDefinition.KIND, CommitteeDissolutionDefinition.KIND), user));
        Listing<OwnApplication> ends = applications.own(CommitteeDissolutionDefinition.KIND, user.organisation());
        Slice<OwnApplication> dissolutions = ends.page(Cursor.start());
        model.addAttribute("dissolutions", dissolutions);
        model.addAttribute("dissolution", pending(dissolutions));
        Listing<OwnApplication> own = applications.own(CommitteeChangeDefinition.KIND, user.organisation());
        Cursor cursor = own.cursor(after, before);
        Slice<OwnApplication> changes = own.page(cursor);
        model.addAttribute("changes", changes);
        model.addAttribute("pending", pending(changes));
        model.addAttribute("total", own.count(cursor, changes));
        return "committee/mine";
    }

    private static @Nullable OwnApplication pending(Slice<OwnApplication> applications) {
        return applications.items().stream()
                .filter(one -> one.status() == ReviewStatus.PENDING)
                .findFirst()
                .orElse(null);
    }
}
