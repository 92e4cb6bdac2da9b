package org.maintenancefund.association.web;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Applications.OwnApplication;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.domain.AreaManagement;
import org.maintenancefund.association.domain.AreaManagement.Managed;
import org.maintenancefund.association.domain.AreaManagement.Managers;
import org.maintenancefund.association.domain.AssociationHistory;
import org.maintenancefund.association.termination.TerminationDefinition;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 申请小区管理处关联: the committee's current association and its own applications. */
@Controller
@RequiredArgsConstructor
class OwnApplicationsController {

    private final AreaManagement management;
    private final PropertyAreas areas;
    private final AssociationHistory history;
    private final Applications applications;
    private final OpenDrafts drafts;
    private final Clock clock;

    @GetMapping("/associations")
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        Managers standing = management
                .of(user.organisation().id())
                .orElseThrow(() -> new NotFound("area of " + user.organisation()));
        AreaView area = areas.get(standing.area());
        model.addAttribute("area", area);
        model.addAttribute("tables", history.tables(area, user));
        model.addAttribute(
                "current",
                standing.managed().stream()
                        .filter(managed -> managed.runsOn(today))
                        .findFirst()
                        .map(OwnApplicationsController::line)
                        .orElse(null));
        model.addAttribute(
                "coming",
                standing.managed().stream()
                        .filter(managed -> !managed.runsOn(today))
                        .map(OwnApplicationsController::line)
                        .toList());
        model.addAttribute("waiting", standing.waiting());
        model.addAttribute("ending", standing.ending());
        Listing<OwnApplication> own = applications.own(AssociationDefinition.KIND, user.organisation());
        Cursor cursor = own.cursor(after, before);
        Slice<OwnApplication> page = own.page(cursor);
        model.addAttribute("applications", page);
        model.addAttribute("total", own.count(cursor, page));
        model.addAttribute("drafts", drafts.of(TerminationDefinition.KIND, user));
        model.addAttribute(
                "terminations",
                applications
                        .own(TerminationDefinition.KIND, user.organisation())
                        .page(Cursor.start()));
        return "association/list";
    }

    /** An association in words. */
    record Line(AssociationId id, String target, String contract, String effective) {}

    private static Line line(Managed managed) {
        AssociationView association = managed.association();
        return new Line(
                association.id(),
                managed.target(),
                Messages.of(
                        "kernel.period",
                        association.contract().start(),
                        association.contract().end()),
                Messages.of("kernel.period", association.effectiveFrom(), association.effectiveTo()));
    }
}
