package org.maintenancefund.city.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.city.domain.CentreChange;
import org.maintenancefund.city.domain.CentreRecord;
import org.maintenancefund.city.domain.DistrictService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
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

/** 修改区中心 with its streets. */
@Controller
@RequestMapping("/district-centres/{id}/edit")
class CentreEditController {

    private static final String VIEW = "city/edit";

    private final DistrictService service;
    private final AuditHistory history;
    private final CentreFaults faults;

    CentreEditController(DistrictService service, AuditHistory history, CentreFaults faults) {
        this.service = service;
        this.history = history;
        this.faults = faults;
    }

    @GetMapping
    String show(@PathVariable DistrictId id, Model model) {
        CentreRecord known = service.get(id);
        model.addAttribute("form", CentreForm.of(known));
        model.addAllAttributes(page(known).getModel());
        return VIEW;
    }

    @PostMapping
    ModelAndView change(
            @PathVariable DistrictId id,
            @Valid @ModelAttribute("form") CentreForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        CentreRecord known = service.get(id);
        Optional<CentreChange> read = form.read(errors);
        if (read.isPresent()) {
            try {
                service.change(id, form.seenVersion(), read.get());
                flash.addFlashAttribute(
                        Notice.ATTRIBUTE,
                        Notice.success("city.saved", read.get().centre().centreName()));
                return FormPages.seeOther("/district-centres/" + id);
            } catch (StaleVersion stale) {
                CentreRecord current = service.get(id);
                return stale(current).addObject("form", form.onTopOf(current));
            } catch (Refusal refusal) {
                faults.tell(refusal, form, errors);
            } catch (DataIntegrityViolationException race) {
                faults.tell(race, errors);
            }
        }
        ModelAndView invalid = page(known);
        invalid.setStatus(HttpStatus.BAD_REQUEST);
        return invalid;
    }

    /** Somebody else saved first: what they did; what was typed stays and can be saved on top, knowingly. */
    private ModelAndView stale(CentreRecord current) {
        ModelAndView page = page(current);
        page.setStatus(HttpStatus.CONFLICT);
        history.of("district", current.centre().id()).stream()
                .findFirst()
                .ifPresent(entry -> page.addObject("changedMeanwhile", List.of(entry)));
        return page;
    }

    private static ModelAndView page(CentreRecord known) {
        return new ModelAndView(VIEW)
                .addObject("centre", known.centre())
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(
                                        known.centre().name(),
                                        "/district-centres/" + known.centre().id()),
                                Crumb.of(Messages.of("city.title.edit"))));
    }
}
