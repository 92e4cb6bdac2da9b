package org.maintenancefund.enterprise.web;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
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

/** 停用 and 启用 of a company by its district: first what it means, with names, then with a reason. */
@Controller
@RequestMapping(EnterpriseListController.PATH + "/{id}")
class SuspensionController {

    private static final String VIEW = "enterprise/standing";
    private static final int LONGEST_REASON = 500;

    private final Enterprises enterprises;
    private final EnterprisePages pages;
    private final Organisations organisations;

    SuspensionController(Enterprises enterprises, EnterprisePages pages, Organisations organisations) {
        this.enterprises = enterprises;
        this.pages = pages;
        this.organisations = organisations;
    }

    @GetMapping("/disable")
    String askToDisable(@PathVariable EnterpriseId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        return ask(id, user, true, model);
    }

    @GetMapping("/enable")
    String askToEnable(@PathVariable EnterpriseId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        return ask(id, user, false, model);
    }

    @PostMapping("/disable")
    ModelAndView disable(
            @PathVariable EnterpriseId id,
            @ModelAttribute("form") SuspensionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return decide(id, form, errors, user, true, flash);
    }

    @PostMapping("/enable")
    ModelAndView enable(
            @PathVariable EnterpriseId id,
            @ModelAttribute("form") SuspensionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return decide(id, form, errors, user, false, flash);
    }

    private String ask(EnterpriseId id, CurrentUser user, boolean disables, Model model) {
        EnterpriseCard card = enterprises.get(id, user);
        model.addAttribute("form", new SuspensionForm(null));
        model.addAllAttributes(page(card, disables).getModel());
        return VIEW;
    }

    private ModelAndView decide(
            EnterpriseId id,
            SuspensionForm form,
            BindingResult errors,
            CurrentUser user,
            boolean disables,
            RedirectAttributes flash) {
        EnterpriseCard card = enterprises.get(id, user);
        String reason = FieldErrors.check(errors, "reason", ChineseText.required(form.reason(), LONGEST_REASON));
        if (reason == null) {
            ModelAndView again = page(card, disables);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
        try {
            if (disables) {
                enterprises.disable(id, reason, user);
            } else {
                enterprises.enable(id, reason);
            }
        } catch (Refusal decidedMeanwhile) {
            ModelAndView again = page(enterprises.get(id, user), disables);
            again.setStatus(HttpStatus.CONFLICT);
            return again;
        }
        flash.addFlashAttribute(
                Notice.ATTRIBUTE,
                disables
                        ? Notice.success("enterprise.disabled", card.name())
                        : Notice.success("enterprise.enabled", card.name()));
        return FormPages.seeOther(EnterpriseListController.PATH + "/" + id);
    }

    /** Where it is so already, the page says who did it and offers nothing to press. */
    private ModelAndView page(EnterpriseCard card, boolean disables) {
        String title = Messages.of(disables ? "enterprise.title.disable" : "enterprise.title.enable");
        return new ModelAndView(VIEW)
                .addObject("company", card.view())
                .addObject("title", title)
                .addObject("disables", disables)
                .addObject("settled", card.view().isActive() != disables)
                .addObject(
                        "suspension",
                        organisations
                                .suspension(card.id().ref())
                                .map(pages::suspension)
                                .orElse(null))
                .addObject("consequences", pages.consequences(card.id()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(card.name(), EnterpriseListController.PATH + "/" + card.id()),
                                Crumb.of(title)));
    }
}
