package org.maintenancefund.enterprise.qualified;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.DistrictChoice;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
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

/** 选择所属区, once, by the first person of a qualified company whose district the directory does not know. */
@Controller
@RequestMapping("/my/enterprise/district")
@RequiredArgsConstructor
class DistrictChoiceController {

    private static final String PAGE = "enterprise/district";

    private final Enterprises enterprises;
    private final QualifiedCompanies companies;
    private final Districts districts;

    /** What is chosen. */
    @Labels("enterprise.field.")
    record DistrictForm(
            @DistrictChoice(required = "enterprise.district.required") @Nullable
            String district) {}

    @ModelAttribute("choices")
    List<Option> choices() {
        return districts.all().stream()
                .map(centre -> Option.of(centre.id(), centre.name() + "（" + centre.centreName() + "）"))
                .toList();
    }

    @GetMapping
    String show(@AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("form", new DistrictForm(null));
        model.addAttribute("company", enterprises.get(EnterpriseId.of(user.organisation())));
        return PAGE;
    }

    @PostMapping
    ModelAndView choose(
            @Valid @ModelAttribute("form") DistrictForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        EnterpriseId company = EnterpriseId.of(user.organisation());
        if (errors.hasErrors()) {
            return FormPages.invalid(PAGE).addObject("company", enterprises.get(company));
        }
        DistrictCentre chosen = districts.get(DistrictId.of(Objects.requireNonNull(form.district())));
        try {
            companies.settle(company, chosen.id(), user);
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE, Notice.success("enterprise.district.chosen", chosen.name(), chosen.centreName()));
        } catch (Refusal settled) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.info(settled.reason()));
        }
        return FormPages.seeOther("/workbench");
    }
}
