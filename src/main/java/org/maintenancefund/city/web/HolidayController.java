package org.maintenancefund.city.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.city.HolidayYear;
import org.maintenancefund.city.domain.HolidayNotice;
import org.maintenancefund.city.domain.HolidayNotice.Reading;
import org.maintenancefund.city.domain.HolidayService;
import org.maintenancefund.city.domain.HolidayService.Known;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.Crumb;
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

/** 节假日 of a year: looked at, typed or pasted, looked at once more with what moves, and saved. */
@Controller
@RequestMapping(HolidayController.PATH + "/{year}")
@RequiredArgsConstructor
class HolidayController {

    static final String PATH = SettingController.PATH + "/holidays";

    private final HolidayService service;
    private final AuditHistory history;

    @GetMapping
    ModelAndView show(@PathVariable int year) {
        return page("city/holidays", service.get(year), HttpStatus.OK)
                .addObject("configured", service.configured(year).isPresent())
                .addObject("history", history.of("holidays", year));
    }

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable int year) {
        Known known = service.get(year);
        return page("city/holidays-edit", known, HttpStatus.OK).addObject("form", HolidayForm.of(known));
    }

    /**
     * 下一步：核对: nothing is kept.
     *
     * @param again 返回修改 was pressed on the page that shows what was understood
     */
    @PostMapping("/check")
    ModelAndView check(
            @PathVariable int year,
            @ModelAttribute("form") HolidayForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String again) {
        Known known = service.get(year);
        if (again != null) {
            return page("city/holidays-edit", known, HttpStatus.OK);
        }
        Reading reading = form.read(year, errors);
        if (errors.hasErrors()) {
            return invalid(known, reading);
        }
        return page("city/holidays-check", known, HttpStatus.OK)
                .addObject("proposed", reading.year())
                .addObject("moving", service.moving(reading.year()));
    }

    @PostMapping
    ModelAndView save(
            @PathVariable int year,
            @ModelAttribute("form") HolidayForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Known known = service.get(year);
        Reading reading = form.read(year, errors);
        if (errors.hasErrors()) {
            return invalid(known, reading);
        }
        try {
            int moved = service.save(reading.year(), form.seenVersion(), user);
            return done("city.holidays.saved", year, moved, flash);
        } catch (StaleVersion quicker) {
            Known current = service.get(year);
            return page("city/holidays-edit", current, HttpStatus.CONFLICT)
                    .addObject("form", form.onTopOf(current))
                    .addObject("stale", true);
        }
    }

    /** What 恢复默认值 would bring; there is nothing to restore where the year was not put in here. */
    @GetMapping("/restore")
    ModelAndView askRestore(@PathVariable int year) {
        Known known = service.get(year);
        if (!known.own()) {
            throw new NotFound("holidays put in for " + year);
        }
        return page("city/holidays-restore", known, HttpStatus.OK)
                .addObject("proposed", service.configured(year).orElse(new HolidayYear(year, List.of(), List.of())))
                .addObject("moving", service.movingWithout(year));
    }

    @PostMapping("/restore")
    ModelAndView restore(@PathVariable int year, @RequestParam int version, RedirectAttributes flash) {
        service.get(year);
        try {
            return done("city.holidays.restored", year, service.restore(year, version), flash);
        } catch (StaleVersion quicker) {
            return FormPages.seeOther(PATH + "/" + year, Notice.warning("city.changed-meanwhile"), flash);
        }
    }

    private static ModelAndView done(String key, int year, int moved, RedirectAttributes flash) {
        // A year of which nothing is left has no page of its own.
        String address = key.equals("city.holidays.restored") ? SettingController.PATH : PATH + "/" + year;
        String told = moved == 0 ? key : key + ".moved";
        return FormPages.seeOther(address, Notice.success(told, year, moved), flash);
    }

    private ModelAndView invalid(Known known, Reading reading) {
        return page("city/holidays-edit", known, HttpStatus.BAD_REQUEST)
                .addObject(
                        "faults",
                        reading.faults().stream()
                                .map(HolidayNotice.Fault::words)
                                .toList());
    }

    private static ModelAndView page(String view, Known known, HttpStatus status) {
        return new ModelAndView(view, status)
                .addObject("known", known)
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("city.holidays.title", known.year()))));
    }
}
