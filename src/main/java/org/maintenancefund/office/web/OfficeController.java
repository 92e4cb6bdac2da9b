package org.maintenancefund.office.web;

import jakarta.validation.Valid;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.domain.OfficeSearches;
import org.maintenancefund.office.domain.OfficeService;
import org.maintenancefund.web.ConstraintMessages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
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

/** 查看 and 修改 an office, by the people of its enterprise only. */
@Controller
@RequestMapping("/my/offices/{id}")
class OfficeController {

    private static final String EDIT = "office/edit";

    private final OfficeSearches searches;
    private final OfficeService service;
    private final OfficePages pages;
    private final ConstraintMessages constraints;

    OfficeController(
            OfficeSearches searches, OfficeService service, OfficePages pages, ConstraintMessages constraints) {
        this.searches = searches;
        this.service = service;
        this.pages = pages;
        this.constraints = constraints;
    }

    @ModelAttribute("districts")
    List<Option> districts() {
        return pages.districtOptions();
    }

    @GetMapping
    String show(@PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        OfficeView office = searches.own(id, user);
        model.addAttribute("office", office);
        model.addAttribute("rows", pages.summary(office));
        model.addAttribute("lastChange", pages.lastChange(office));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(office.name())));
        return "office/show";
    }

    @GetMapping("/edit")
    String startEdit(@PathVariable OfficeId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        OfficeView office = searches.own(id, user);
        model.addAttribute("form", OfficeForm.of(office));
        model.addAttribute("office", office);
        model.addAttribute(Crumb.ATTRIBUTE, crumbs(office));
        return EDIT;
    }

    @PostMapping("/edit")
    ModelAndView edit(
            @PathVariable OfficeId id,
            @Valid @ModelAttribute("form") OfficeForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        OfficeView office = searches.own(id, user);
        if (!errors.hasErrors()) {
            OfficeDetails details = form.toDetails();
            try {
                service.change(id, form.seenVersion(), details, user);
                flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("office.saved", details.name()));
                return FormPages.seeOther("/my/offices/" + id);
            } catch (StaleVersion stale) {
                return stale(searches.own(id, user), form, details);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "name", refusal.reason());
            } catch (DataIntegrityViolationException race) {
                FieldErrors.reject(errors, "name", constraints.reason(race).orElseThrow(() -> race));
            }
        }
        return FormPages.invalid(EDIT).addObject("office", office).addObject(Crumb.ATTRIBUTE, crumbs(office));
    }

    /** Somebody else saved first: who, when, what; what was typed stays and can be saved on top, knowingly. */
    private ModelAndView stale(OfficeView current, OfficeForm typed, OfficeDetails wanted) {
        return new ModelAndView(EDIT, HttpStatus.CONFLICT)
                .addObject("form", typed.onTopOf(current))
                .addObject("office", current)
                .addObject("lastChange", pages.lastChange(current))
                .addObject("differences", pages.differences(current, wanted))
                .addObject(Crumb.ATTRIBUTE, crumbs(current));
    }

    private static List<Crumb> crumbs(OfficeView office) {
        return List.of(
                new Crumb(office.name(), "/my/offices/" + office.id()), Crumb.of(Messages.of("office.title.edit")));
    }
}
