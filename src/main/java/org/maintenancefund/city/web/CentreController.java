package org.maintenancefund.city.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.domain.DistrictService;
import org.maintenancefund.city.domain.DistrictService.CentreChange;
import org.maintenancefund.city.domain.DistrictService.CentreRecord;
import org.maintenancefund.city.domain.DistrictService.StreetKept;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.ConstraintMessages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.SummaryRow;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 区中心管理: all district centres of the city (a dozen: no filters, no pages), each with its history, and the forms that enter
 * one and change one with its streets.
 */
@Controller
@RequestMapping(CentreController.PATH)
@RequiredArgsConstructor
class CentreController {

    static final String PATH = "/district-centres";

    /** The fields at which what the domain and the database refuse can be put right. */
    private static final Map<String, String> FIELDS = Map.of(
            "city.district.code-taken", "code",
            "constraint.uq_district_centre_code", "code",
            "constraint.fk_area_number_letters", "code",
            "area.letters.kept", "code",
            "city.district.name-taken", "name",
            "constraint.uq_district_centre_name", "name",
            "city.district.gb-code-taken", "gbCode",
            "constraint.uq_district_centre_gb_code", "gbCode");

    private final DistrictService service;
    private final Settings settings;
    private final AuditHistory history;
    private final ConstraintMessages constraints;

    @GetMapping
    String list(Model model) {
        model.addAttribute("centres", service.all());
        return "city/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable DistrictId id, Model model) {
        CentreRecord known = service.get(id);
        model.addAttribute("centre", known.centre());
        model.addAttribute("rows", rows(known));
        model.addAttribute("history", history.of("district", id));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(known.centre().name())));
        return "city/show";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return newCentre(HttpStatus.OK).addObject("form", CentreForm.empty(settings.text(Setting.OFFICE_HOURS)));
    }

    @PostMapping("/new")
    ModelAndView establish(
            @Valid @ModelAttribute("form") CentreForm form, BindingResult errors, RedirectAttributes flash) {
        return save(form, errors, change -> service.establish(change.centre()))
                .map(centre -> {
                    return FormPages.seeOther(
                            PATH + "/" + centre.id(), Notice.success("city.created", centre.centreName()), flash);
                })
                .orElseGet(() -> newCentre(HttpStatus.BAD_REQUEST));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable DistrictId id) {
        CentreRecord known = service.get(id);
        return edit(known, HttpStatus.OK).addObject("form", CentreForm.of(known));
    }

    @PostMapping("/{id}/edit")
    ModelAndView change(
            @PathVariable DistrictId id,
            @Valid @ModelAttribute("form") CentreForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        CentreRecord known = service.get(id);
        try {
            return save(form, errors, change -> {
                        service.change(id, form.seenVersion(), change);
                        return change.centre().centreName();
                    })
                    .map(name -> {
                        return FormPages.seeOther(PATH + "/" + id, Notice.success("city.saved", name), flash);
                    })
                    .orElseGet(() -> edit(known, HttpStatus.BAD_REQUEST));
        } catch (StaleVersion stale) {
            CentreRecord current = service.get(id);
            return stale(current).addObject("form", form.onTopOf(current));
        }
    }

    /** What was done; empty where it could not be, and why is then in the errors. */
    private <T> Optional<T> save(CentreForm form, Errors errors, Function<CentreChange, T> doing) {
        Optional<CentreChange> read = form.read(errors);
        try {
            return read.map(doing);
        } catch (StreetKept kept) {
            String field = "newStreets";
            for (int i = 0; i < form.streets().size(); i++) {
                if (kept.street().toString().equals(form.streets().get(i).id())) {
                    field = "streets[" + i + "].name";
                }
            }
            FieldErrors.reject(errors, field, kept.reason());
        } catch (Refusal refusal) {
            reject(refusal.reason(), errors);
        } catch (DataIntegrityViolationException race) {
            // Somebody else did at the same moment what this rules out.
            reject(constraints.reason(race).orElseThrow(() -> race), errors);
        }
        return Optional.empty();
    }

    private static void reject(Reason reason, Errors errors) {
        FieldErrors.reject(errors, FIELDS.getOrDefault(reason.code(), "newStreets"), reason);
    }

    /** Somebody else saved first: what they did; what was typed stays and can be saved on top, knowingly. */
    private ModelAndView stale(CentreRecord current) {
        ModelAndView page = edit(current, HttpStatus.CONFLICT);
        history.of("district", current.centre().id()).stream()
                .findFirst()
                .ifPresent(entry -> page.addObject("changedMeanwhile", List.of(entry)));
        return page;
    }

    private static ModelAndView newCentre(HttpStatus status) {
        return new ModelAndView("city/new", status)
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("city.title.new"))));
    }

    private static ModelAndView edit(CentreRecord known, HttpStatus status) {
        DistrictCentre centre = known.centre();
        return new ModelAndView("city/edit", status)
                .addObject("centre", centre)
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(centre.name(), PATH + "/" + centre.id()),
                                Crumb.of(Messages.of("city.title.edit"))));
    }

    private static List<SummaryRow> rows(CentreRecord known) {
        DistrictCentre centre = known.centre();
        return List.of(
                row("name", centre.name()),
                row("code", centre.code()).withNote(Messages.of("city.code.use", centre.code())),
                row("gbCode", known.gbCode() == null ? Messages.of("city.no-gb-code") : known.gbCode()),
                row("centreName", centre.centreName()),
                row("phone", centre.phone()),
                row("address", centre.address()),
                row("officeHours", centre.officeHours()),
                SummaryRow.ofLines(
                        Messages.of("city.field.streets"),
                        centre.streets().stream().map(Street::name).toList()));
    }

    private static SummaryRow row(String field, Object value) {
        return SummaryRow.of(Messages.of("city.field." + field), value);
    }
}
