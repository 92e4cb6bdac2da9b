package org.maintenancefund.collection.handover.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.collection.handover.HandoverNumber;
import org.maintenancefund.collection.handover.HandoverRegister;
import org.maintenancefund.collection.handover.HandoverService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 移交清账: what is to be handed over, what is under way and done; and one of them opened. */
@Controller
@RequiredArgsConstructor
class HandoverListController {

    static final String PATH = "/collection/handovers";

    private static final String AREA = PATH + "/areas/{area}";

    private final HandoverRegister register;
    private final HandoverService service;

    @GetMapping(PATH)
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListFilter filter = new ListFilter(PATH, address);
        boolean acts = !user.is(Role.AUDITOR);
        new ListPage<>(
                        filter,
                        register.list(
                                filter.text("text"),
                                acts && filter.ticked("waiting", Messages.of("handover.filter.waiting")),
                                user))
                .show(model);
        model.addAttribute("acts", acts);
        return "collection/handovers";
    }

    /** What there is to hand over in an area, before anybody has opened it. */
    @GetMapping(AREA)
    String offered(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user, Model model) {
        HandoverRegister.Offered offered = register.offered(area, user);
        model.addAttribute("offered", offered);
        model.addAttribute("underway", register.underway(offered.area().id()).orElse(null));
        model.addAttribute("path", PATH + "/areas/" + offered.area().id());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(offered.area().name())));
        return "collection/handover-offered";
    }

    @PostMapping(AREA)
    ModelAndView open(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        try {
            HandoverNumber number = service.open(area, user);
            return FormPages.seeOther(PATH + "/" + number, Notice.success("handover.opened", number), flash);
        } catch (Refusal refusal) {
            return FormPages.seeOther(PATH, Notice.warning(refusal.reason()), flash);
        }
    }
}
