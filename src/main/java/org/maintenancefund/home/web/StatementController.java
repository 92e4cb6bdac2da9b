package org.maintenancefund.home.web;

import java.time.Duration;
import java.time.Period;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationLimits;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.notification.NotificationProperties;
import org.maintenancefund.web.SameForVisitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 隐私与信息保护 and 无障碍声明: what is done with what people type, and for whom the pages are made. */
@Controller
@RequiredArgsConstructor
class StatementController {

    private final ApplicationLimits limits;
    private final NotificationProperties told;

    @GetMapping("/privacy")
    @SameForVisitors
    String privacy(Model model) {
        model.addAttribute("title", Page.PRIVACY.label());
        model.addAttribute("draft", words(limits.draftLifetime()));
        model.addAttribute("ownDraft", words(limits.ownDraftLifetime()));
        model.addAttribute("lapse", words(limits.lapseAfter()));
        model.addAttribute("retention", words(limits.retention()));
        model.addAttribute("messages", words(told.retention()));
        model.addAttribute("receipt", words(limits.receiptLifetime()));
        return "home/privacy";
    }

    @GetMapping("/accessibility")
    @SameForVisitors
    String accessibility(Model model) {
        model.addAttribute("title", Page.ACCESSIBILITY.label());
        return "home/accessibility";
    }

    private static String words(Duration time) {
        return time.toHours() % 24 == 0 && time.toDays() > 1
                ? Messages.of("home.days", time.toDays())
                : Messages.of("home.hours", time.toHours());
    }

    private static String words(Period time) {
        return time.getYears() > 0 && time.getMonths() == 0 && time.getDays() == 0
                ? Messages.of("home.years", time.getYears())
                : time.toTotalMonths() > 0 && time.getDays() == 0
                        ? Messages.of("home.months", time.toTotalMonths())
                        : Messages.of("home.days", time.getDays());
    }
}
