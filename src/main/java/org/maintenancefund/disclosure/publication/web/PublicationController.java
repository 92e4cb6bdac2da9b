package org.maintenancefund.disclosure.publication.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.disclosure.publication.PublicationDecisions;
import org.maintenancefund.disclosure.publication.PublicationService;
import org.maintenancefund.disclosure.publication.PublicationService.PublicationOfArea;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One publication: its figures, the paper that is posted, and what committee and company have to say to one another. */
@Controller
@RequestMapping(PublicationAreaController.PATH + "/areas/{area}/{month:[0-9]{4}-[0-9]{2}}")
@RequiredArgsConstructor
class PublicationController {

    private static final int LONGEST = 1_000;

    private final PublicationService service;
    private final PublicationDecisions decisions;
    private final Clock clock;

    @GetMapping
    ModelAndView show(
            @PathVariable AreaId area, @PathVariable YearMonth month, @AuthenticationPrincipal CurrentUser user) {
        return page(service.get(area, month, user), HttpStatus.OK);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @PathVariable AreaId area,
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        decisions.confirm(area, month, FormPages.seenVersion(version), user);
        return done(area, month, "disclosure.publication.confirmed", flash);
    }

    @PostMapping("/object")
    ModelAndView object(
            @PathVariable AreaId area,
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return said(
                area,
                month,
                text,
                user,
                words -> decisions.object(area, month, FormPages.seenVersion(version), words, user),
                "disclosure.publication.objection-sent",
                flash);
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable AreaId area,
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return said(
                area,
                month,
                text,
                user,
                words -> decisions.answer(area, month, FormPages.seenVersion(version), words, user),
                "disclosure.publication.answered",
                flash);
    }

    private ModelAndView said(
            AreaId area,
            YearMonth month,
            String text,
            CurrentUser user,
            Consumer<String> step,
            String done,
            RedirectAttributes flash) {
        PublicationOfArea found = service.get(area, month, user);
        Checked<String> words = ChineseText.paragraphs(text, LONGEST);
        if (!words.isOk() || ChineseText.length(words.value()) < 2) {
            return page(found, HttpStatus.BAD_REQUEST)
                    .addObject("typed", text)
                    .addObject(
                            "refused",
                            words.isOk()
                                    ? Messages.of("disclosure.publication.text.required")
                                    : Messages.of(words.reason()));
        }
        step.accept(words.value());
        return done(area, month, done, flash);
    }

    private static ModelAndView done(AreaId area, YearMonth month, String notice, RedirectAttributes flash) {
        return FormPages.seeOther(
                PublicationAreaController.path(area) + "/" + month, Notice.success(notice, month), flash);
    }

    private ModelAndView page(PublicationOfArea found, HttpStatus status) {
        return new ModelAndView("disclosure/publication/show", status)
                .addObject("publication", found.publication())
                .addObject("told", PublicationRows.of(found.publication().figures(), found.doors()))
                .addObject("area", found.area())
                .addObject("objections", found.objections())
                .addObject("decides", found.decides())
                .addObject("answers", found.answers())
                .addObject("path", PublicationAreaController.path(found.area().id()))
                .addObject("printedAt", clock.instant())
                .addObject(
                        Crumb.ATTRIBUTE,
                        PublicationAreaController.crumbs(
                                found.area(),
                                Crumb.of(found.publication().month().toString())));
    }
}
