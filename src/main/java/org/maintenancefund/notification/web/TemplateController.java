package org.maintenancefund.notification.web;

import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.notification.MessageKind;
import org.maintenancefund.notification.Placeholder;
import org.maintenancefund.notification.domain.Template;
import org.maintenancefund.notification.domain.Templates;
import org.maintenancefund.notification.domain.Templates.Known;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
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

/** 消息模板: the words of each kind of message, to be changed and looked at filled in. */
@Controller
@RequestMapping(TemplateController.PATH)
@RequiredArgsConstructor
class TemplateController {

    static final String PATH = "/message-templates";
    private static final String EDIT = "notification/template";

    private final Templates templates;

    @GetMapping
    String list(Model model) {
        model.addAttribute("templates", templates.all());
        return "notification/templates";
    }

    @GetMapping("/{kind}")
    ModelAndView edit(@PathVariable MessageKind kind) {
        Known known = templates.get(kind);
        return page(known, HttpStatus.OK)
                .addObject("form", TemplateForm.of(known))
                .addAllObjects(preview(known.words()));
    }

    /** 预览: nothing is saved, what was typed stays. */
    @PostMapping("/{kind}/preview")
    ModelAndView preview(
            @PathVariable MessageKind kind, @Valid @ModelAttribute("form") TemplateForm form, BindingResult errors) {
        form.checkPlaces(kind, errors);
        return errors.hasErrors()
                ? page(templates.get(kind), HttpStatus.BAD_REQUEST)
                : page(templates.get(kind), HttpStatus.OK).addAllObjects(preview(form.toTemplate()));
    }

    @PostMapping("/{kind}")
    ModelAndView save(
            @PathVariable MessageKind kind,
            @Valid @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        form.checkPlaces(kind, errors);
        if (errors.hasErrors()) {
            return page(templates.get(kind), HttpStatus.BAD_REQUEST);
        }
        try {
            templates.save(kind, form.toTemplate(), form.seenVersion(), user);
        } catch (StaleVersion quicker) {
            Known current = templates.get(kind);
            return page(current, HttpStatus.CONFLICT)
                    .addObject("form", form.onTopOf(current))
                    .addObject("stale", true)
                    .addAllObjects(preview(form.toTemplate()));
        }
        return FormPages.seeOther(PATH, Notice.success("notification.template.saved", kind.label()), flash);
    }

    @PostMapping("/{kind}/restore")
    ModelAndView restore(
            @PathVariable MessageKind kind,
            @RequestParam int version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            templates.restore(kind, version, user);
        } catch (StaleVersion quicker) {
            return FormPages.seeOther(
                    PATH + "/" + kind, Notice.warning("notification.template.changed-meanwhile"), flash);
        }
        return FormPages.seeOther(PATH, Notice.success("notification.template.restored", kind.label()), flash);
    }

    private static ModelAndView page(Known known, HttpStatus status) {
        return new ModelAndView(EDIT, status)
                .addObject("known", known)
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(known.kind().label())));
    }

    private static Map<String, Object> preview(Template words) {
        Map<Placeholder, String> samples = new EnumMap<>(Placeholder.class);
        for (Placeholder place : Placeholder.values()) {
            samples.put(place, place.sample());
        }
        Template filled = words.filled(samples);
        return Map.of("preview", filled, "length", TemplateForm.length(filled.sms()));
    }
}
