package org.maintenancefund.association.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.domain.AssociationHistory;
import org.maintenancefund.association.domain.AssociationNames;
import org.maintenancefund.association.termination.TerminationDefinition;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 申请小区管理处关联: the committee's current association and its own applications. */
@Controller
@RequiredArgsConstructor
class OwnApplicationsController {

    private final Committees committees;
    private final Applications applications;
    private final Associations associations;
    private final AssociationNames names;
    private final AssociationHistory history;
    private final OpenDrafts drafts;
    private final PropertyAreas areas;

    @GetMapping("/associations")
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        CommitteeView committee = committees.own(user);
        AreaView area = areas.get(committee.area());
        model.addAttribute("area", area);
        model.addAttribute("tables", history.tables(area, user));
        Optional<AssociationView> current = associations.effectiveFor(committee.area());
        List<AssociationView> coming = associations.comingFor(committee.area());
        Map<AssociationId, String> targets =
                names.targets(Stream.concat(current.stream(), coming.stream()).toList());
        model.addAttribute("current", current.map(right -> line(right, targets)).orElse(null));
        model.addAttribute(
                "coming", coming.stream().map(right -> line(right, targets)).toList());
        Listing<OwnApplication> own = applications.own(AssociationDefinition.KIND, user.organisation());
        model.addAttribute("applications", own.page(own.cursor(after, before)));
        model.addAttribute("total", own.count());
        model.addAttribute("waiting", applications.ownPending(AssociationDefinition.KIND, user.organisation()));
        model.addAttribute("drafts", drafts.of(TerminationDefinition.KIND, user));
        Listing<OwnApplication> terminations = applications.own(TerminationDefinition.KIND, user.organisation());
        model.addAttribute("terminations", terminations.page(Cursor.start()));
        model.addAttribute("ending", applications.ownPending(TerminationDefinition.KIND, user.organisation()));
        return "association/list";
    }

    /** An association in words. */
    record Line(AssociationId id, String target, String contract, String effective) {}

    private static Line line(AssociationView association, Map<AssociationId, String> targets) {
        return new Line(
                association.id(),
                Objects.requireNonNull(targets.get(association.id())),
                Messages.of(
                        "kernel.period",
                        association.contract().start(),
                        association.contract().end()),
                Messages.of("kernel.period", association.effectiveFrom(), association.effectiveTo()));
    }
}
