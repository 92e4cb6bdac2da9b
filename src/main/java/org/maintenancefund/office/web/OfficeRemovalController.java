package org.maintenancefund.office.web;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.domain.OfficeSearches;
import org.maintenancefund.office.domain.OfficeService;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 删除小区管理处, or where something refers to it 停用 and 启用. */
@Controller
@RequestMapping("/my/offices/{id}")
class OfficeRemovalController {

    private final OfficeSearches searches;
    private final OfficeService service;

    OfficeRemovalController(OfficeSearches searches, OfficeService service) {
        this.searches = searches;
        this.service = service;
    }

    @GetMapping("/delete")
    ModelAndView confirmDelete(@PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user) {
        return page(searches.own(id, user), service.whyKept(id), HttpStatus.OK);
    }

    @PostMapping("/delete")
    ModelAndView delete(
            @PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OfficeView office = searches.own(id, user);
        try {
            service.delete(id, user);
        } catch (Refusal refusal) {
            return page(office, Optional.of(refusal.reason()), HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("office.deleted", office.name()));
        return FormPages.seeOther("/my/offices");
    }

    @PostMapping("/disable")
    ModelAndView disable(
            @PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OfficeView office = searches.own(id, user);
        service.disable(id, user);
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("office.disabled", office.name()));
        return FormPages.seeOther("/my/offices/" + id);
    }

    @PostMapping("/enable")
    ModelAndView enable(
            @PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OfficeView office = searches.own(id, user);
        service.enable(id, user);
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("office.enabled", office.name()));
        return FormPages.seeOther("/my/offices/" + id);
    }

    private ModelAndView page(OfficeView office, Optional<Reason> kept, HttpStatus status) {
        List<Crumb> crumbs = List.of(
                new Crumb(office.name(), "/my/offices/" + office.id()), Crumb.of(Messages.of("office.title.delete")));
        return new ModelAndView("office/delete", status)
                .addObject("office", office)
                .addObject("kept", kept.map(Messages::of).orElse(null))
                .addObject(Crumb.ATTRIBUTE, crumbs);
    }
}
