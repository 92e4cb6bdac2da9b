package org.maintenancefund.unit.web;

import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.domain.UnitService.UnitOfArea;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 更正房号: where a unit is, put right. */
@Controller
@RequestMapping("/units/{id}/place")
@RequiredArgsConstructor
class PlaceController {

    private final UnitService units;
    private final PropertyAreas areas;

    @GetMapping
    ModelAndView start(@PathVariable UnitId id, @AuthenticationPrincipal CurrentUser user) {
        UnitOfArea found = units.changed(id, user);
        int version = found.unit().version();
        return page(found, version, HttpStatus.OK)
                .addObject("form", PlaceForm.of(found.unit().place(), version));
    }

    @PostMapping
    ModelAndView correct(
            @PathVariable UnitId id,
            @Valid @ModelAttribute("form") PlaceForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        UnitOfArea found = units.changed(id, user);
        List<Building> buildings = areas.buildings(found.area().id());
        UnitPlace place = form.place().read(buildings, errors);
        if (place == null || errors.hasErrors()) {
            return page(found, form.seenVersion(), HttpStatus.BAD_REQUEST);
        }
        try {
            units.correct(id, form.seenVersion(), place, ChineseText.clean(form.reason()), user);
            return FormPages.seeOther(
                    UnitController.path(id),
                    Notice.success("unit.corrected", found.unit().place().shown(), place.shown()),
                    flash);
        } catch (StaleVersion stale) {
            UnitOfArea current = units.changed(id, user);
            return page(current, current.unit().version(), HttpStatus.CONFLICT).addObject("stale", true);
        } catch (Refusal refusal) {
            FieldErrors.reject(errors, "place.door", refusal.reason());
            return page(found, form.seenVersion(), HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView page(UnitOfArea found, int version, HttpStatus status) {
        return UnitPages.form("unit/place", found.unit(), found.area(), "unit.title.place", version, status)
                .addObject("buildings", PlaceFields.choices(areas.buildings(found.area().id())));
    }
}
