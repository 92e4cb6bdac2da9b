package org.maintenancefund.office.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.maintenancefund.office.domain.OfficeService;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 小区管理处信息管理: the list; 新建, 查看, 修改 and 删除 an office, or where something refers to it 停用 and 启用; by the people of its enterprise only. */
@Controller
@RequestMapping(OfficeController.PATH)
class OfficeController extends ListController<OfficePages.Line> {

    static final String PATH = "/my/offices";

    private final Offices offices;
    private final OfficeService service;
    private final OfficePages pages;
    private final Districts districts;

    OfficeController(Offices offices, OfficeService service, OfficePages pages, Districts districts, Exports exports) {
        super(exports, "office/list", "office.table");
        this.offices = offices;
        this.service = service;
        this.pages = pages;
        this.districts = districts;
    }

    @Override
    protected List<SheetColumn<OfficePages.Line>> columns() {
        return OfficePages.COLUMNS;
    }

    @Override
    protected ListPage<OfficePages.Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        Conditions ofTheirs = new Conditions()
                .equal("enterprise_id", Optional.of(user.organisation().id()));
        return new ListPage<>(
                filter, offices.list(filter.text("text"), ofTheirs).map(pages::lines));
    }

    @GetMapping("/new")
    ModelAndView startNew(@AuthenticationPrincipal CurrentUser user) {
        return newPage(HttpStatus.OK).addObject("form", OfficeForm.empty(user.district()));
    }

    @PostMapping("/new")
    ModelAndView open(
            @Valid @ModelAttribute("form") OfficeForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            OfficeDetails details = form.toDetails();
            try {
                OfficeId id = offices.open(details, user);
                DistrictCentre centre = districts.get(details.district());
                return to(id, flash, "office.created", details.name(), centre.centreName(), centre.phone());
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "name", refusal.reason());
            }
        }
        return newPage(HttpStatus.BAD_REQUEST);
    }

    @GetMapping("/{id}")
    String show(@PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        OfficeView office = offices.own(id, user);
        model.addAttribute("office", office);
        model.addAttribute("rows", pages.summary(office));
        model.addAttribute("lastChange", pages.lastChange(office));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(office.name())));
        return "office/show";
    }

    @GetMapping("/{id}/edit")
    ModelAndView startEdit(@PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user) {
        OfficeView office = offices.own(id, user);
        return editPage(office, HttpStatus.OK).addObject("form", OfficeForm.of(office));
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(
            @PathVariable OfficeId id,
            @Valid @ModelAttribute("form") OfficeForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        OfficeView office = offices.own(id, user);
        if (!errors.hasErrors()) {
            OfficeDetails details = form.toDetails();
            try {
                offices.change(id, form.seenVersion(), details, user);
                return to(id, flash, "office.saved", details.name());
            } catch (StaleVersion stale) {
                return stale(offices.own(id, user), form, details);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "name", refusal.reason());
            }
        }
        return editPage(office, HttpStatus.BAD_REQUEST);
    }

    /** Somebody else saved first: who, when, what; what was typed stays and can be saved on top, knowingly. */
    private ModelAndView stale(OfficeView current, OfficeForm typed, OfficeDetails wanted) {
        return editPage(current, HttpStatus.CONFLICT)
                .addObject("form", typed.onTopOf(current))
                .addObject("lastChange", pages.lastChange(current))
                .addObject("differences", pages.differences(current.details(), wanted));
    }

    @GetMapping("/{id}/delete")
    ModelAndView confirmDelete(@PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user) {
        return deletePage(offices.own(id, user), service.whyKept(id), HttpStatus.OK);
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(
            @PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OfficeView office = offices.own(id, user);
        try {
            service.delete(id, user);
        } catch (Refusal refusal) {
            return deletePage(office, Optional.of(refusal.reason()), HttpStatus.CONFLICT);
        }
        return FormPages.seeOther(PATH, Notice.success("office.deleted", office.name()), flash);
    }

    /** Asks before the people of a whole office are out. */
    @GetMapping("/{id}/disable")
    ModelAndView confirmDisabling(@PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user) {
        OfficeView office = offices.own(id, user);
        return page("office/disable", office, "office.title.disable", HttpStatus.OK)
                .addObject("people", service.people(id))
                .addObject("areas", pages.areasOf(id));
    }

    @PostMapping("/{id}/disable")
    ModelAndView disable(
            @PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OfficeView office = offices.own(id, user);
        service.disable(id, user);
        return to(id, flash, "office.disabled", office.name());
    }

    @PostMapping("/{id}/enable")
    ModelAndView enable(
            @PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        OfficeView office = offices.own(id, user);
        service.enable(id, user);
        return to(id, flash, "office.enabled", office.name());
    }

    private static ModelAndView to(OfficeId id, RedirectAttributes flash, String done, Object... words) {
        return FormPages.seeOther(path(id), Notice.success(done, words), flash);
    }

    private ModelAndView newPage(HttpStatusCode status) {
        return new ModelAndView("office/new", status)
                .addObject("districts", districts.options())
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("office.title.new"))));
    }

    private ModelAndView editPage(OfficeView office, HttpStatusCode status) {
        return page("office/edit", office, "office.title.edit", status).addObject("districts", districts.options());
    }

    private static ModelAndView deletePage(OfficeView office, Optional<Reason> kept, HttpStatusCode status) {
        return page("office/delete", office, "office.title.delete", status)
                .addObject("kept", kept.map(Messages::of).orElse(null));
    }

    /** A page below that of the office. */
    private static ModelAndView page(String view, OfficeView office, String title, HttpStatusCode status) {
        return new ModelAndView(view, status)
                .addObject("office", office)
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(new Crumb(office.name(), path(office.id())), Crumb.of(Messages.of(title))));
    }

    private static String path(OfficeId id) {
        return PATH + "/" + id;
    }
}
