package org.maintenancefund.disclosure.reminder.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.disclosure.reminder.DeliveryService;
import org.maintenancefund.disclosure.reminder.DeliveryWay;
import org.maintenancefund.disclosure.reminder.ReminderLine;
import org.maintenancefund.disclosure.reminder.ReminderNumber;
import org.maintenancefund.disclosure.reminder.ReminderRegister;
import org.maintenancefund.disclosure.reminder.ReminderRegister.BatchOfArea;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reminders of a batch with what was paid since, and the deliveries of many of them at once: what is posted is posted by the house. */
@Controller
@RequestMapping(ReminderPaths.BATCH)
@RequiredArgsConstructor
class ReminderBatchController {

    private static final List<SheetColumn<ReminderLine>> COLUMNS = List.of(
            SheetColumn.of("disclosure.reminder.column.number", ReminderLine::number),
            SheetColumn.of("disclosure.reminder.column.unitNumber", ReminderLine::unitNumber),
            SheetColumn.of("disclosure.reminder.column.unit", ReminderLine::unitNamed),
            SheetColumn.of("disclosure.reminder.column.payer", ReminderLine::payer),
            SheetColumn.of("disclosure.reminder.column.months", ReminderLine::months),
            SheetColumn.of("disclosure.reminder.column.first", ReminderLine::first),
            SheetColumn.of("disclosure.reminder.column.last", ReminderLine::last),
            SheetColumn.of(
                    "disclosure.reminder.column.amount", line -> line.amount().decimal()),
            SheetColumn.of("disclosure.reminder.column.deliveredOn", ReminderLine::deliveredOn),
            SheetColumn.of(
                    "disclosure.reminder.column.way",
                    line -> Optional.ofNullable(line.way()).map(Labelled::label).orElse(null)),
            SheetColumn.of(
                    "disclosure.reminder.column.paidSince",
                    line -> line.paidSince().decimal()),
            SheetColumn.of(
                    "disclosure.reminder.column.stillOpen",
                    line -> line.stillOpen().decimal()));

    private final ReminderRegister reminders;
    private final DeliveryService deliveries;
    private final DeliveryScans scans;
    private final Exports exports;
    private final Clock clock;

    @GetMapping
    ModelAndView show(
            @PathVariable ReminderNumber batch,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user) {
        return page(reminders.get(batch, user), address, HttpStatus.OK)
                .addObject("form", DeliveryForm.of(LocalDate.now(clock).toString(), user.personName()));
    }

    @PostMapping("/deliveries")
    ModelAndView record(
            @PathVariable ReminderNumber batch,
            @Valid @ModelAttribute("form") DeliveryForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        BatchOfArea found = reminders.collecting(batch, user);
        if (form.places().isEmpty()) {
            FieldErrors.reject(errors, "places", "disclosure.delivery.places.required");
        }
        Optional<OpenedScan> proof = scans.open(form.proof(), errors);
        if (!errors.hasErrors()) {
            try {
                int recorded = deliveries.record(batch, form.ticked(), form.toDelivery(), proof.orElse(null), user);
                return FormPages.seeOther(
                        ReminderPaths.batch(batch), Notice.success("disclosure.delivery.recorded", recorded), flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "day", refusal.reason());
            }
        }
        return page(found, new LinkedMultiValueMap<>(), HttpStatus.BAD_REQUEST);
    }

    @GetMapping("/export")
    void export(
            @PathVariable ReminderNumber batch,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        reminders.get(batch, user);
        exports.send(response, Messages.of("disclosure.reminder.export", batch), list(batch, address), COLUMNS, user);
    }

    private ModelAndView page(BatchOfArea found, Map<String, List<String>> address, HttpStatus status) {
        ReminderNumber number = found.batch().number();
        ModelAndView page = new ModelAndView("disclosure/reminder/batch", status)
                .addObject("batch", found.batch())
                .addObject("rows", ReminderRows.of(found.batch()))
                .addObject("area", found.area())
                .addObject("collects", found.collects())
                .addObject("ways", ReminderRows.ways())
                .addObject(Crumb.ATTRIBUTE, ReminderPaths.crumbs(found.area(), Crumb.of(number.value())));
        Model listed = new ExtendedModelMap();
        list(number, address).show(listed);
        return page.addAllObjects(listed.asMap());
    }

    private ListPage<ReminderLine> list(ReminderNumber batch, Map<String, List<String>> address) {
        ListFilter filter = new ListFilter(ReminderPaths.batch(batch), address);
        Conditions wanted = new Conditions();
        String text = filter.text("text");
        if (!text.isEmpty()) {
            wanted.and(
                            "(strpos(lower(l.unit_number), :code) > 0 OR strpos(l.unit_named, :text) > 0 OR strpos(l.payer, :text) > 0)")
                    .bind("code", ChineseText.code(text).toLowerCase(Locale.ROOT))
                    .bind("text", text);
        }
        filter.one("way", DeliveryWay.class).ifPresent(way -> wanted.and("l.way = :way", "way", way.name()));
        if (filter.ticked("undelivered", Messages.of("disclosure.reminder.undelivered"))) {
            wanted.and("l.way IS NULL");
        }
        if (filter.ticked("open", Messages.of("disclosure.reminder.open"))) {
            wanted.and("l.still_open > 0");
        }
        return new ListPage<>(filter, reminders.lines(batch, wanted));
    }
}
