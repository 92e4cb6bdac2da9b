package org.maintenancefund.committee.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaTies;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.domain.CommitteeRegister;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.web.Crumb;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 业委会信息查询: a district's own, the municipal centre's all. */
@Controller
class CommitteeRegisterController {

    private final CommitteeRegister register;
    private final Committees committees;
    private final PropertyAreas areas;
    private final Operators operators;
    private final VersionHistory history;
    private final ObjectProvider<AreaTies> ties;

    CommitteeRegisterController(
            CommitteeRegister register,
            Committees committees,
            PropertyAreas areas,
            Operators operators,
            VersionHistory history,
            ObjectProvider<AreaTies> ties) {
        this.register = register;
        this.committees = committees;
        this.areas = areas;
        this.operators = operators;
        this.history = history;
        this.ties = ties;
    }

    @GetMapping("/committees")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String attribute,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String expiring,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        CommitteeRegister.Filter filter =
                CommitteeRegister.Filter.of(q, attribute, status, "1".equals(expiring), user.district());
        Slice<CommitteeView> slice = register.page(filter, Cursor.read(after, before, CommitteeRegister.KEY_PARTS));
        Map<AreaId, AreaView> places =
                areas
                        .views(slice.items().stream()
                                .map(CommitteeView::area)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(AreaView::id, Function.identity()));
        model.addAttribute("filter", filter);
        model.addAttribute("attributes", CommitteeAttribute.values());
        model.addAttribute("statuses", CommitteeStatus.values());
        model.addAttribute("slice", slice);
        model.addAttribute("places", places);
        model.addAttribute("total", register.count(filter));
        return "committee/list";
    }

    @GetMapping("/committees/{id}")
    String show(@PathVariable CommitteeId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        CommitteeView committee = committees.get(id);
        if (user.district() != null && !user.district().equals(committee.district())) {
            throw new NotFound("committee " + id);
        }
        List<AreaFact> facts = ties.orderedStream()
                .filter(tie -> !tie.name().equals("committee"))
                .flatMap(tie -> tie.facts(List.of(committee.area())).stream())
                .toList();
        model.addAttribute("committee", committee);
        model.addAttribute("area", areas.standing(committee.area()));
        model.addAttribute("facts", facts);
        model.addAttribute("operators", operators.of(id.ref()));
        model.addAttribute("versions", history.of(id));
        model.addAttribute("mayChange", user.is(Role.DISTRICT_STAFF));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(committee.name())));
        return "committee/show";
    }
}
