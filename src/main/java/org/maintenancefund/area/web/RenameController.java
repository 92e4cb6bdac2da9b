package org.maintenancefund.area.web;

import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
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

/** 更名 by the municipal centre. */
@Controller
@RequestMapping("/areas/{id}/rename")
@RequiredArgsConstructor
class RenameController {

    private final AreaRegister register;
    private final PropertyAreas areas;

    @GetMapping
    ModelAndView show(
            @PathVariable AreaId id,
            @RequestParam(required = false) @Nullable String report,
            @AuthenticationPrincipal CurrentUser user) {
        AreaView area = areas.get(id, user);
        return page(area, HttpStatus.OK).addObject("form", RenameForm.of(area, report));
    }

    @PostMapping
    ModelAndView rename(
            @PathVariable AreaId id,
            @Valid @ModelAttribute("form") RenameForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        AreaView area = areas.get(id, user);
        if (errors.hasErrors()) {
            return page(area, HttpStatus.BAD_REQUEST);
        }
        String name = ChineseText.clean(form.name());
        try {
            register.rename(id, FormPages.seenVersion(form.version()), name, ChineseText.clean(form.reason()), user);
        } catch (StaleVersion stale) {
            AreaView current = areas.get(id, user);
            return page(current, HttpStatus.CONFLICT)
                    .addObject("form", form.onTopOf(current))
                    .addObject("stale", true);
        } catch (Refusal refusal) {
            FieldErrors.reject(errors, "name", refusal.reason());
            return page(area, HttpStatus.BAD_REQUEST);
        }
        flash.addFlashAttribute(Notice.ATTRIBUTE, renamed(area, name));
        return FormPages.seeOther(FromReport.next(form.report(), area.code(), "/areas/" + id));
    }

    private Notice renamed(AreaView before, String name) {
        String folded = ChineseText.fold(name);
        List<String> same = areas.search(AreaSearch.of(name).in(before.district())).items().stream()
                .filter(other -> !other.id().equals(before.id()))
                .filter(other -> ChineseText.fold(other.name()).equals(folded))
                .map(other -> other.name() + "（" + other.code() + "）")
                .toList();
        return same.isEmpty()
                ? Notice.success("area.renamed", before.name(), name)
                : Notice.warning("area.renamed.same", before.name(), name, String.join("、", same));
    }

    private static ModelAndView page(AreaView area, HttpStatus status) {
        return new ModelAndView("area/rename", status)
                .addObject("area", area)
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(area.name(), "/areas/" + area.id()),
                                Crumb.of(Messages.of("area.rename.title"))));
    }
}
