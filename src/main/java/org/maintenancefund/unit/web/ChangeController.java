package org.maintenancefund.unit.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.BuildingDoubts;
import org.maintenancefund.unit.domain.UnitDoubts;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.domain.UnitService.UnitOfArea;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
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

/** 变更: other facts from a month on, or what is put right of a version. */
@Controller
@RequestMapping("/units/{id}/change")
@RequiredArgsConstructor
class ChangeController {

    private final UnitService units;
    private final UnitDoubts doubts;
    private final BuildingDoubts ofBuildings;
    private final PropertyAreas areas;
    private final UnitPages pages;

    @GetMapping
    ModelAndView start(@PathVariable UnitId id, @AuthenticationPrincipal CurrentUser user) {
        UnitOfArea found = units.changed(id, user);
        UnitView unit = found.unit();
        return page(found, unit.version(), HttpStatus.OK)
                .addObject("form", ChangeForm.of(pages.current(unit).facts(), unit.version()));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable UnitId id,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        UnitOfArea found = units.changed(id, user);
        if (errors.hasErrors()) {
            return page(found, form.seenVersion(), HttpStatus.BAD_REQUEST);
        }
        UnitChange change = form.toChange();
        List<Reason> unlikely = unlikely(found, change);
        form.asked().require(unlikely, errors);
        if (!errors.hasErrors()) {
            try {
                units.change(id, form.seenVersion(), change, user);
                return FormPages.seeOther(
                        UnitController.path(id),
                        Notice.success("unit.changed", found.unit().place().shown(), change.from()),
                        flash);
            } catch (StaleVersion stale) {
                UnitOfArea current = units.changed(id, user);
                return Asked.ask(unlikely, page(current, current.unit().version(), HttpStatus.CONFLICT))
                        .addObject("stale", true);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, UnitPages.fieldOf(refusal.reason(), "from"), refusal.reason());
            }
        }
        return Asked.ask(unlikely, page(found, form.seenVersion(), HttpStatus.BAD_REQUEST));
    }

    private List<Reason> unlikely(UnitOfArea found, UnitChange change) {
        Payer payer = found.unit()
                .payerOn(change.from().atDay(1))
                .map(UnitView.PayerFrom::payer)
                .orElse(null);
        AreaId area = found.area().id();
        UnitPlace place = found.unit().place();
        UnitFacts today = pages.current(found.unit()).facts();
        return Stream.concat(
                        doubts.of(area).about(place, change.facts(), payer).stream(),
                        ofBuildings.about(area, areas.buildings(area), place, change.facts(), today).stream())
                .toList();
    }

    private ModelAndView page(UnitOfArea found, int version, HttpStatus status) {
        return UnitPages.form("unit/change", found.unit(), found.area(), "unit.title.change", version, status)
                .addObject("versions", pages.versions(found.unit()))
                .addObject("sources", Option.ofEnum(AreaSource.class))
                .addObject("uses", Option.ofEnum(UnitUse.class));
    }
}
