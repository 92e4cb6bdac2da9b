package org.maintenancefund.disclosure.reminder.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.disclosure.reminder.ReminderLine;
import org.maintenancefund.disclosure.reminder.ReminderNumber;
import org.maintenancefund.disclosure.reminder.ReminderRegister;
import org.maintenancefund.disclosure.reminder.ReminderRegister.BatchOfArea;
import org.maintenancefund.disclosure.reminder.ReminderRegister.OpenMonth;
import org.maintenancefund.disclosure.reminder.ReminderService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.AmountInWords;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Paper;
import org.maintenancefund.web.QrCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 催缴通知书 of a whole batch or of one unit, a sheet each, with the figures of the day it was made. */
@Controller
@RequiredArgsConstructor
class ReminderPaperController {

    private final ReminderRegister reminders;
    private final Clock clock;

    /** A reminder as it is printed. */
    record Sheet(ReminderLine line, List<OpenMonth> months, String qrCode) {

        /** 壹佰贰拾叁元肆角伍分. */
        public String words() {
            return AmountInWords.of(line.amount());
        }
    }

    @GetMapping(ReminderPaths.BATCH + "/notices")
    String print(
            @PathVariable ReminderNumber batch,
            @RequestParam Optional<Integer> place,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        BatchOfArea found = reminders.get(batch, user);
        Map<Integer, List<OpenMonth>> months = reminders.months(batch);
        String address = Paper.addressOf(Page.FUND.path());
        String label = Messages.of("billing.notice.code");
        List<ReminderLine> lines = place.map(one -> List.of(reminders.line(batch, one)))
                .orElseGet(() -> reminders
                        .lines(batch, new Conditions())
                        .slice(Cursor.start(), ReminderService.MOST)
                        .items());
        model.addAttribute("batch", found.batch());
        model.addAttribute("area", found.area());
        model.addAttribute(
                "sheets",
                lines.stream()
                        .map(line -> new Sheet(
                                line,
                                months.getOrDefault(line.place(), List.of()),
                                QrCode.svg(address + "?number=" + line.unitNumber(), label)))
                        .toList());
        model.addAttribute("address", address);
        model.addAttribute("printedAt", clock.instant());
        model.addAttribute(
                Crumb.ATTRIBUTE,
                ReminderPaths.crumbs(
                        found.area(),
                        ReminderPaths.crumb(batch),
                        Crumb.of(Messages.of("disclosure.reminder.title.notices"))));
        return "disclosure/reminder/notices";
    }
}
