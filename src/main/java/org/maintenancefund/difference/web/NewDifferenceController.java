package org.maintenancefund.difference.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.difference.DifferenceLimits;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.register.DifferenceService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 登记差异: one found by a person. */
@Controller
@RequestMapping(DifferenceListController.PATH + "/new")
@RequiredArgsConstructor
class NewDifferenceController {

    private final DifferenceService service;
    private final DifferenceLimits limits;
    private final Districts districts;
    private final WorkingDays workingDays;
    private final Clock clock;

    @GetMapping
    ModelAndView blank(@AuthenticationPrincipal CurrentUser user) {
        LocalDate due = workingDays.due(clock.instant(), limits.dueDays());
        return page(user, HttpStatus.OK).addObject("form", NewDifferenceForm.of(LocalDate.now(clock), due));
    }

    @PostMapping
    ModelAndView tell(
            @Valid @ModelAttribute("form") NewDifferenceForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        form.requireDays(LocalDate.now(clock), errors);
        if (user.district() == null && !form.district().isEmpty() && !districts.isOne(form.district())) {
            FieldErrors.reject(errors, "district", "difference.district.unknown");
        }
        if (errors.hasErrors()) {
            return page(user, HttpStatus.BAD_REQUEST);
        }
        DifferenceNumber number = service.tell(form.told(), user);
        return FormPages.seeOther(
                DifferenceListController.PATH + "/" + number, Notice.success("difference.told", number), flash);
    }

    private ModelAndView page(CurrentUser user, HttpStatus status) {
        return new ModelAndView("difference/new", status)
                .addObject("districts", user.district() == null ? districts.options() : List.of())
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("difference.title.new"))));
    }
}
