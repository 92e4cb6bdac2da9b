package org.maintenancefund.association.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.OwnApplication;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.domain.AssociationNames;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 申请小区管理处关联: the committee's current association and its own applications. */
@Controller
class OwnApplicationsController {

    private final OwnCommittee own;
    private final Applications applications;
    private final Associations associations;
    private final AssociationNames names;
    private final PropertyAreas areas;

    OwnApplicationsController(
            OwnCommittee own,
            Applications applications,
            Associations associations,
            AssociationNames names,
            PropertyAreas areas) {
        this.own = own;
        this.applications = applications;
        this.associations = associations;
        this.names = names;
        this.areas = areas;
    }

    @GetMapping("/associations")
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        CommitteeView committee = own.of(user);
        model.addAttribute("area", areas.get(committee.area()));
        model.addAttribute(
                "current",
                associations.effectiveFor(committee.area()).map(this::line).orElse(null));
        model.addAttribute(
                "coming",
                associations.comingFor(committee.area()).stream()
                        .map(this::line)
                        .toList());
        Listing<OwnApplication> own = applications.own(AssociationDefinition.KIND, user.organisation());
        model.addAttribute("applications", own.page(own.cursor(after, before)));
        model.addAttribute("total", own.count());
        model.addAttribute("waiting", applications.ownPending(AssociationDefinition.KIND, user.organisation()));
        return "association/list";
    }

    private AssociationLine line(AssociationView association) {
        return AssociationLine.of(association, names.target(association));
    }
}
