package org.maintenancefund.office.web;

import jakarta.validation.Valid;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 新建小区管理处. */
@Controller
@RequestMapping("/my/offices/new")
class NewOfficeController {

    private static final String VIEW = "office/new";

    private final Offices offices;
    private final OfficePages pages;
    private final Districts districts;

    NewOfficeController(Offices offices, OfficePages pages, Districts districts) {
        this.offices = offices;
        this.pages = pages;
        this.districts = districts;
    }

    @ModelAttribute("districts")
    List<Option> districts() {
        return pages.districtOptions();
    }

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs() {
        return List.of(Crumb.of(Messages.of("office.title.new")));
    }

    @GetMapping
    String show(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("form", OfficeForm.empty(user.district()));
        return VIEW;
    }

    @PostMapping
    ModelAndView open(
            @Valid @ModelAttribute("form") OfficeForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            OfficeDetails details = form.toDetails();
            try {
                OfficeId id = offices.open(details, user);
                flash.addFlashAttribute(Notice.ATTRIBUTE, opened(details));
                return FormPages.seeOther("/my/offices/" + id);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "name", refusal.reason());
            }
        }
        return FormPages.invalid(VIEW);
    }

    private Notice opened(OfficeDetails details) {
        DistrictCentre centre = districts.get(details.district());
        return Notice.success("office.created", details.name(), centre.centreName(), centre.phone());
    }
}
