package org.maintenancefund.unit.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.PayerKind;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.domain.BuildingDoubts;
import org.maintenancefund.unit.domain.UnitDoubts;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.Crumb;
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

/** 登记房屋: one unit more in an area. */
@Controller
@RequestMapping(UnitListController.PATH + "/new")
@RequiredArgsConstructor
class NewUnitController {

    private final UnitAreas rights;
    private final UnitService units;
    private final UnitDoubts doubts;
    private final BuildingDoubts ofBuildings;
    private final PropertyAreas areas;
    private final Clock clock;

    @GetMapping
    ModelAndView start(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user) {
        AreaView in = rights.changed(area, user);
        return page(in, areas.buildings(in.id()), HttpStatus.OK)
                .addObject("form", NewUnitForm.empty(YearMonth.now(clock)));
    }

    @PostMapping
    ModelAndView register(
            @PathVariable AreaId area,
            @Valid @ModelAttribute("form") NewUnitForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        AreaView in = rights.changed(area, user);
        List<Building> buildings = areas.buildings(in.id());
        NewUnit told = form.read(buildings, errors);
        if (told == null) {
            return page(in, buildings, HttpStatus.BAD_REQUEST);
        }
        List<Reason> unlikely = unlikely(in, buildings, told);
        form.asked().require(unlikely, errors);
        if (!errors.hasErrors()) {
            try {
                UnitId unit = units.register(area, told, user);
                return FormPages.seeOther(
                        UnitController.path(unit),
                        Notice.success("unit.registered", told.place().shown()),
                        flash);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, UnitPages.fieldOf(refusal.reason(), "place.door"), refusal.reason());
            }
        }
        return Asked.ask(unlikely, page(in, buildings, HttpStatus.BAD_REQUEST));
    }

    private List<Reason> unlikely(AreaView area, List<Building> buildings, NewUnit told) {
        return Stream.concat(
                        doubts.of(area.id()).about(told.place(), told.facts(), told.payer()).stream(),
                        ofBuildings.about(area.id(), buildings, told.place(), told.facts(), null).stream())
                .toList();
    }

    private static ModelAndView page(AreaView area, List<Building> buildings, HttpStatus status) {
        return new ModelAndView("unit/new", status)
                .addObject("area", area)
                .addObject("buildings", PlaceFields.choices(buildings))
                .addObject("sources", Option.ofEnum(AreaSource.class))
                .addObject("uses", Option.ofEnum(UnitUse.class))
                .addObject("kinds", Option.ofEnum(PayerKind.class))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(area.name(), UnitListController.path(area.id())),
                                Crumb.of(Messages.of("unit.title.new"))));
    }
}
