package org.maintenancefund.city.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.SettingGroup;
import org.maintenancefund.city.domain.HolidayService;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.city.domain.SettingService.Known;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 节假日与参数: the years and all settings on one page, and a page for each setting. */
@Controller
@RequestMapping(SettingController.PATH)
@RequiredArgsConstructor
class SettingController {

    static final String PATH = "/settings";

    private final SettingService service;
    private final HolidayService holidays;
    private final AuditHistory history;

    /** A part of the page. */
    record Part(SettingGroup group, List<Known> settings) {}

    @GetMapping
    String list(Model model) {
        Map<SettingGroup, List<Known>> groups = new EnumMap<>(SettingGroup.class);
        service.all()
                .forEach(known -> groups.computeIfAbsent(known.setting().group(), group -> new ArrayList<>())
                        .add(known));
        model.addAttribute(
                "parts",
                groups.entrySet().stream()
                        .map(group -> new Part(group.getKey(), List.copyOf(group.getValue())))
                        .toList());
        model.addAttribute("years", holidays.all());
        return "city/settings";
    }

    @GetMapping("/{setting}")
    ModelAndView edit(@PathVariable Setting setting) {
        Known known = service.get(setting);
        return page(known, HttpStatus.OK).addObject("form", SettingForm.of(known));
    }

    @PostMapping("/{setting}")
    ModelAndView save(
            @PathVariable Setting setting,
            @ModelAttribute("form") SettingForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        String value = form.read(setting, errors);
        if (value == null) {
            return page(service.get(setting), HttpStatus.BAD_REQUEST);
        }
        try {
            service.save(setting, value, form.seenVersion(), user);
        } catch (StaleVersion quicker) {
            Known current = service.get(setting);
            return page(current, HttpStatus.CONFLICT)
                    .addObject("form", form.onTopOf(current))
                    .addObject("stale", true);
        }
        return FormPages.seeOther(
                PATH, Notice.success("city.setting.saved", setting.label(), setting.words(value)), flash);
    }

    @PostMapping("/{setting}/restore")
    ModelAndView restore(@PathVariable Setting setting, @RequestParam int version, RedirectAttributes flash) {
        try {
            service.restore(setting, version);
        } catch (StaleVersion quicker) {
            return FormPages.seeOther(PATH + "/" + setting, Notice.warning("city.changed-meanwhile"), flash);
        }
        return FormPages.seeOther(
                PATH,
                Notice.success(
                        "city.setting.restored",
                        setting.label(),
                        service.get(setting).words()),
                flash);
    }

    private ModelAndView page(Known known, HttpStatus status) {
        return new ModelAndView("city/setting", status)
                .addObject("known", known)
                .addObject(
                        "answers",
                        known.setting().answers().stream().map(Option::of).toList())
                .addObject("history", history.of("setting", known.setting()))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(known.setting().label())));
    }
}
