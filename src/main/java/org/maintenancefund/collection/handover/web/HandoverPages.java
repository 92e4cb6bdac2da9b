package org.maintenancefund.collection.handover.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.collection.handover.HandoverNumber;
import org.maintenancefund.collection.handover.HandoverView;
import org.maintenancefund.collection.handover.Matter;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a hand-over have in common. */
@Component
@RequiredArgsConstructor
class HandoverPages {

    private static final int LONGEST = 500;

    private final AuditHistory history;

    ModelAndView page(HandoverView found, HttpStatus status) {
        return new ModelAndView("collection/handover", status)
                .addObject("handover", found)
                .addObject("settlers", Option.ofEnum(Matter.Settler.class))
                .addObject("former", List.of(Option.of(Matter.Settler.FORMER)))
                .addObject("path", path(found.number()))
                .addObject("history", history.of("handover", found.number()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                Crumb.of(found.area().name()),
                                Crumb.of(found.number().toString())));
    }

    /** An objection, or why the next company is let to begin. */
    static Checked<String> words(String typed) {
        Checked<String> words = ChineseText.paragraphs(typed, LONGEST);
        return !words.isOk() || ChineseText.length(words.value()) >= 2
                ? words
                : Checked.refused("handover.words.required");
    }

    static ModelAndView done(HandoverNumber number, String notice, RedirectAttributes flash) {
        return FormPages.seeOther(path(number), Notice.success(notice, number), flash);
    }

    static String path(HandoverNumber number) {
        return HandoverListController.PATH + "/" + number;
    }
}
