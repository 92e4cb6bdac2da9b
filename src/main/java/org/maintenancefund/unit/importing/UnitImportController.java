package org.maintenancefund.unit.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportPages;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.Imports;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 从表格导入 the units of an area: the template, the upload, the latest imports; of each its preview, what is asked about its
 * rows, what is wrong with them.
 */
@Controller
@RequestMapping("/units/areas/{area}/import")
@RequiredArgsConstructor
class UnitImportController {

    private static final String UPLOAD = "unit/import";
    private static final String SHOW = "unit/import-show";

    private final UnitAreas rights;
    private final AreaImports ofArea;
    private final Imports imports;
    private final ImportPages pages;
    private final UnitService units;
    private final PropertyAreas areas;
    private final Clock clock;

    /** Asked before everything else: not theirs is not found. */
    @ModelAttribute("area")
    AreaView area(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user) {
        return rights.changed(area, user);
    }

    @GetMapping
    String list(@ModelAttribute(name = "area", binding = false) AreaView area, Model model) {
        model.addAttribute("form", UnitUploadForm.beginning(YearMonth.now(clock)));
        return page(area, model);
    }

    private String page(AreaView area, Model model) {
        pages.showLimits(UnitImportDefinition.KIND, model);
        model.addAttribute("imports", ofArea.latest(UnitImportDefinition.KIND, area));
        model.addAttribute("path", path(area));
        model.addAttribute("buildings", !areas.buildings(area.id()).isEmpty());
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(new Crumb(area.name(), units(area)), Crumb.of(Messages.of("unit.import.title"))));
        return UPLOAD;
    }

    @PostMapping
    ModelAndView upload(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @Valid @ModelAttribute("form") UnitUploadForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        pages.check(file, errors, request);
        if (!errors.hasFieldErrors("from")) {
            units.flawOf(form.fromMonth()).ifPresent(flaw -> FieldErrors.reject(errors, "from", flaw));
        }
        if (errors.hasErrors() || file == null) {
            return FormPages.invalid(page(area, model));
        }
        UUID id =
                ofArea.upload(UnitImportDefinition.KIND, area, form.fromMonth().toString(), file, user);
        return FormPages.seeOther(path(area, id));
    }

    @GetMapping("/template")
    void template(@ModelAttribute(name = "area", binding = false) AreaView area, HttpServletResponse response)
            throws IOException {
        UnitTemplate.send(area, areas.buildings(area.id()), response);
    }

    @GetMapping("/{id}")
    String show(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> address,
            Model model) {
        model.addAttribute("form", UnitConfirmForm.EMPTY);
        return page(area, ofArea.get(UnitImportDefinition.KIND, area, id), address, model);
    }

    private String page(AreaView area, ImportView run, Map<String, List<String>> address, Model model) {
        pages.show(run, path(area, run.id()), address, model);
        model.addAttribute("path", path(area));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(area.name(), units(area)),
                        new Crumb(Messages.of("unit.import.title"), path(area)),
                        Crumb.of(Messages.of("unit.import.title.file"))));
        return SHOW;
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            @ModelAttribute("form") UnitConfirmForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        ImportView run = ofArea.get(UnitImportDefinition.KIND, area, id);
        if (run.isConfirmable() && run.doubtfulRows() > 0 && !form.isTicked()) {
            FieldErrors.reject(errors, "checked", "unit.import.checked.required");
            return FormPages.invalid(page(area, run, Map.of(), model));
        }
        return pages.after(
                path(area, id),
                flash,
                Notice.success("importing.begun"),
                () -> imports.confirm(run, form.isTicked() ? DoubtfulRows.APPLY : null));
    }

    @PostMapping("/{id}/retry")
    ModelAndView retry(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        ImportView run = ofArea.get(UnitImportDefinition.KIND, area, id);
        return pages.after(path(area, id), flash, Notice.success("importing.again"), () -> imports.retry(run));
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        ImportView run = ofArea.get(UnitImportDefinition.KIND, area, id);
        return pages.after(path(area, id), flash, Notice.success("importing.discarded"), () -> imports.discard(run));
    }

    /** The faulty rows as they were, with what is wrong with each: to be put right and uploaded with the others. */
    @GetMapping("/{id}/faults")
    void faults(
            @ModelAttribute(name = "area", binding = false) AreaView area,
            @PathVariable UUID id,
            HttpServletResponse response)
            throws IOException {
        pages.sendFaults(ofArea.get(UnitImportDefinition.KIND, area, id), response);
    }

    private static String units(AreaView area) {
        return "/units/areas/" + area.id();
    }

    private static String path(AreaView area) {
        return units(area) + "/import";
    }

    private static String path(AreaView area, UUID id) {
        return path(area) + "/" + id;
    }
}
