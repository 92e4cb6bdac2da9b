package org.maintenancefund.enterprise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
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
@RequestMapping(EnterpriseController.PATH + "/{id}")
@RequiredArgsConstructor
class SuspensionController {

    private final Enterprises enterprises;
    private final EnterprisePages pages;

    /** The form of 停用 and of 启用. */
    @Labels("enterprise.suspension.")
    record SuspensionForm(@Text(max = 500) @Nullable String reason) {}

    @GetMapping({"/disable", "/enable"})
    ModelAndView ask(
            @PathVariable EnterpriseId id, @AuthenticationPrincipal CurrentUser user, HttpServletRequest request) {
        return page(enterprises.get(id, user), disables(request), HttpStatus.OK)
                .addObject("form", new SuspensionForm(null));
    }

    @PostMapping({"/disable", "/enable"})
    ModelAndView decide(
            @PathVariable EnterpriseId id,
            @Valid @ModelAttribute("form") SuspensionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            RedirectAttributes flash) {
        boolean disables = disables(request);
        EnterpriseView company = enterprises.get(id, user);
        if (errors.hasErrors()) {
            return page(company, disables, HttpStatus.BAD_REQUEST);
        }
        String reason = ChineseText.clean(form.reason());
        try {
            if (disables) {
                enterprises.disable(id, reason, user);
            } else {
                enterprises.enable(id, reason);
            }
        } catch (Refusal decidedMeanwhile) {
            return page(enterprises.get(id, user), disables, HttpStatus.CONFLICT);
        }
        return FormPages.seeOther(
                EnterpriseController.PATH + "/" + id,
                Notice.success(disables ? "enterprise.disabled" : "enterprise.enabled", company.name()),
                flash);
    }

    private static boolean disables(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/disable");
    }

    /** Where it is so already, the page says who did it and offers nothing to press. */
    private ModelAndView page(EnterpriseView company, boolean disables, HttpStatusCode status) {
        String title = Messages.of(disables ? "enterprise.title.disable" : "enterprise.title.enable");
        return new ModelAndView("enterprise/standing", status)
                .addObject("company", company)
                .addObject("title", title)
                .addObject("disables", disables)
                .addObject("settled", company.isActive() != disables)
                .addObject("suspension", pages.suspension(company))
                .addObject("consequences", pages.consequences(company.id()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(company.name(), EnterpriseController.PATH + "/" + company.id()),
                                Crumb.of(title)));
    }
}
