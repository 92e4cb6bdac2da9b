package org.maintenancefund.city.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.domain.CentreChange;
import org.maintenancefund.city.domain.DistrictService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 新建区中心. */
@Controller
@RequestMapping("/district-centres/new")
class NewCentreController {

    private static final String VIEW = "city/new";

    private final DistrictService service;
    private final CentreFaults faults;

    NewCentreController(DistrictService service, CentreFaults faults) {
        this.service = service;
        this.faults = faults;
    }

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs() {
        return List.of(Crumb.of(Messages.of("city.title.new")));
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", CentreForm.empty());
        return VIEW;
    }

    @PostMapping
    ModelAndView establish(
            @Valid @ModelAttribute("form") CentreForm form, BindingResult errors, RedirectAttributes flash) {
        Optional<CentreChange> read = form.read(errors);
        if (read.isPresent()) {
            try {
                DistrictCentre centre = service.establish(read.get().centre());
                flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("city.created", centre.centreName()));
                return FormPages.seeOther("/district-centres/" + centre.id());
            } catch (Refusal refusal) {
                faults.tell(refusal, form, errors);
            } catch (DataIntegrityViolationException race) {
                faults.tell(race, errors);
            }
        }
        return FormPages.invalid(VIEW);
    }
}
