package org.maintenancefund.disclosure.reminder.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.disclosure.reminder.NewBatch;
import org.maintenancefund.disclosure.reminder.ReminderCandidates;
import org.maintenancefund.disclosure.reminder.ReminderNumber;
import org.maintenancefund.disclosure.reminder.ReminderService;
import org.maintenancefund.disclosure.reminder.SoldChoice;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
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

/** A new batch of reminders: whom it would be for is shown first, by the same form. */
@Controller
@RequestMapping(ReminderPaths.AREA + "/new")
@RequiredArgsConstructor
class NewReminderController {

    /** Half a month to pay. */
    private static final int DAYS_TO_PAY = 15;

    private static final int FIRST = 20;

    private final CollectionRights rights;
    private final PropertyAreas areas;
    private final ReminderCandidates candidates;
    private final ReminderService service;
    private final Clock clock;

    @GetMapping
    ModelAndView start(
            @PathVariable AreaId area,
            @ModelAttribute("form") ReminderForm form,
            @AuthenticationPrincipal CurrentUser user) {
        AreaView found = rights.collecting(area, user);
        ReminderForm filled = form.withPayBy(LocalDate.now(clock).plusDays(DAYS_TO_PAY));
        return page(found, new ModelAndView("disclosure/reminder/new")).addObject("form", filled);
    }

    @PostMapping(params = "preview")
    ModelAndView preview(
            @PathVariable AreaId area,
            @Valid @ModelAttribute("form") ReminderForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user) {
        AreaView found = rights.collecting(area, user);
        if (errors.hasErrors()) {
            return page(found, FormPages.invalid("disclosure/reminder/new"));
        }
        NewBatch wanted = form.toBatch(areas.buildings(found.id()));
        return page(found, new ModelAndView("disclosure/reminder/new"))
                .addObject("sums", candidates.figures(found.id(), wanted))
                .addObject("candidates", candidates.first(found.id(), wanted, FIRST));
    }

    @PostMapping
    ModelAndView make(
            @PathVariable AreaId area,
            @Valid @ModelAttribute("form") ReminderForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        AreaView found = rights.collecting(area, user);
        if (!errors.hasErrors()) {
            try {
                ReminderNumber number = service.make(found.id(), form.toBatch(areas.buildings(found.id())), user);
                return FormPages.seeOther(
                        ReminderPaths.batch(number), Notice.success("disclosure.reminder.made", number), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, fieldOf(refusal), refusal.reason());
            }
        }
        return page(found, FormPages.invalid("disclosure/reminder/new"));
    }

    private static String fieldOf(Refusal refusal) {
        return refusal.reason().code().equals(ReminderService.PAY_BY_PAST) ? "payBy" : "months";
    }

    private ModelAndView page(AreaView area, ModelAndView page) {
        return page.addObject("area", area)
                .addObject("path", ReminderPaths.area(area.id()))
                .addObject("buildings", options(areas.buildings(area.id())))
                .addObject(
                        "soldChoices",
                        Stream.of(SoldChoice.values())
                                .map(choice -> Option.of(choice.name(), choice.label()))
                                .toList())
                .addObject(
                        Crumb.ATTRIBUTE,
                        ReminderPaths.crumbs(area, Crumb.of(Messages.of("disclosure.reminder.title.new"))));
    }

    private static List<Option> options(List<Building> buildings) {
        return buildings.stream()
                .map(building -> Option.of(building.key(), building.name()))
                .toList();
    }
}
