package org.maintenancefund.disclosure.reminder.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.disclosure.reminder.DeliveryService;
import org.maintenancefund.disclosure.reminder.ReminderLine;
import org.maintenancefund.disclosure.reminder.ReminderNumber;
import org.maintenancefund.disclosure.reminder.ReminderRegister;
import org.maintenancefund.disclosure.reminder.ReminderRegister.BatchOfArea;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One reminder: what it says, what was paid since, and its deliveries. */
@Controller
@RequestMapping(ReminderPaths.BATCH + "/{place:[0-9]{1,6}}")
@RequiredArgsConstructor
class ReminderController {

    private static final int LEAST_REASON = 2;
    private static final int LONGEST_REASON = 200;

    private final ReminderRegister reminders;
    private final DeliveryService deliveries;
    private final DeliveryScans scans;
    private final Clock clock;

    @GetMapping
    ModelAndView show(
            @PathVariable ReminderNumber batch, @PathVariable int place, @AuthenticationPrincipal CurrentUser user) {
        return page(reminders.get(batch, user), place, HttpStatus.OK)
                .addObject("form", DeliveryForm.of(LocalDate.now(clock).toString(), user.personName()));
    }

    @PostMapping("/deliveries")
    ModelAndView record(
            @PathVariable ReminderNumber batch,
            @PathVariable int place,
            @Valid @ModelAttribute("form") DeliveryForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        BatchOfArea found = reminders.collecting(batch, user);
        Optional<OpenedScan> proof = scans.open(form.proof(), errors);
        if (!errors.hasErrors()) {
            try {
                deliveries.record(batch, List.of(place), form.toDelivery(), proof.orElse(null), user);
                return FormPages.seeOther(
                        ReminderPaths.reminder(batch, place), Notice.success("disclosure.delivery.recorded", 1), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "day", refusal.reason());
            }
        }
        return page(found, place, HttpStatus.BAD_REQUEST);
    }

    @PostMapping("/deliveries/{delivery}/void")
    ModelAndView voidOne(
            @PathVariable ReminderNumber batch,
            @PathVariable int place,
            @PathVariable UUID delivery,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        reminders.collecting(batch, user);
        String why = ChineseText.clean(reason);
        int length = ChineseText.length(why);
        Notice said;
        if (length < LEAST_REASON || length > LONGEST_REASON) {
            said = Notice.warning("disclosure.delivery.void.reason", LEAST_REASON, LONGEST_REASON);
        } else {
            said = voided(batch, place, delivery, why, user);
        }
        return FormPages.seeOther(ReminderPaths.reminder(batch, place), said, flash);
    }

    private Notice voided(ReminderNumber batch, int place, UUID delivery, String why, CurrentUser user) {
        try {
            deliveries.voidOne(batch, place, delivery, why, user);
            return Notice.success("disclosure.delivery.voided");
        } catch (Refusal already) {
            return Notice.warning(already.reason());
        }
    }

    private ModelAndView page(BatchOfArea found, int place, HttpStatus status) {
        ReminderNumber batch = found.batch().number();
        ReminderLine line = reminders.line(batch, place);
        return new ModelAndView("disclosure/reminder/show", status)
                .addObject("batch", found.batch())
                .addObject("line", line)
                .addObject("rows", ReminderRows.of(line))
                .addObject("deliveries", deliveries.of(batch, place))
                .addObject("collects", found.collects())
                .addObject("ways", ReminderRows.ways())
                .addObject(
                        Crumb.ATTRIBUTE,
                        ReminderPaths.crumbs(
                                found.area(),
                                ReminderPaths.crumb(batch),
                                Crumb.of(Messages.of("disclosure.reminder.title.one"))));
    }
}
