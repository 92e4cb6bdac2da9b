package org.maintenancefund.area.application;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Draft;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetUpload;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step C 楼栋: one building at a time, or all of them from a spreadsheet. */
@Controller
@RequestMapping(AreaApplicationDefinition.PATH + "/buildings")
@RequiredArgsConstructor
class BuildingsController {

    private static final String PAGE = "area/application/buildings";

    private final AreaDrafts drafts;
    private final AreaSteps steps;
    private final BuildingSheet sheet;

    @ModelAttribute("draft")
    Draft<AreaForm> draft(
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user) {
        return drafts.get(key, user);
    }

    @ModelAttribute(SheetUpload.ATTRIBUTE)
    SheetUpload sheetUpload() {
        return SheetUpload.EMPTY;
    }

    /** The buildings so far, and the form for one more, or for the one named {@code edit}. */
    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String edit,
            @ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft,
            Model model) {
        List<Building> buildings = draft.form().buildings();
        int place = place(buildings, edit);
        model.addAttribute("form", place < 0 ? BuildingForm.EMPTY : BuildingForm.of(buildings.get(place)));
        return page(draft, model);
    }

    /** 添加楼栋, or 保存修改. */
    @PostMapping(params = "!open")
    Object save(
            @Valid @ModelAttribute("form") BuildingForm typed,
            BindingResult errors,
            @ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft,
            Model model) {
        List<Building> buildings = new ArrayList<>(draft.form().buildings());
        int place = place(buildings, typed.original());
        checkName(typed, place, buildings, errors);
        if (errors.hasErrors()) {
            return FormPages.invalid(page(draft, model));
        }
        if (place < 0) {
            buildings.add(typed.toBuilding());
        } else {
            buildings.set(place, typed.toBuilding());
        }
        drafts.save(draft, draft.form().withBuildings(buildings));
        return FormPages.seeOther(AreaStep.path(draft, "/buildings") + "#add");
    }

    /** 仍要修改其他内容. */
    @PostMapping(params = "open")
    ModelAndView open(@ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft) {
        drafts.openAll(draft);
        return FormPages.seeOther(AreaStep.path(draft, "/buildings"));
    }

    /** Where the building of that name stands among them; -1 where there is none. */
    private static int place(List<Building> buildings, String name) {
        return buildings.stream().map(Building::key).toList().indexOf(ChineseText.fold(name));
    }

    /** No two buildings have the same name, and there are not too many of them. */
    private void checkName(BuildingForm typed, int place, List<Building> buildings, Errors errors) {
        int same = place(buildings, typed.name());
        if (!errors.hasFieldErrors("name") && same >= 0 && same != place) {
            FieldErrors.reject(errors, "name", "area.application.building.taken", ChineseText.clean(typed.name()));
        }
        if (place < 0 && buildings.size() >= sheet.most()) {
            FieldErrors.reject(errors, "name", "area.application.building.too-many", sheet.most());
        }
    }

    @PostMapping("/remove")
    ModelAndView remove(
            @RequestParam(defaultValue = "") String name,
            @ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft,
            RedirectAttributes flash) {
        List<Building> left = draft.form().buildings().stream()
                .filter(building -> !building.key().equals(ChineseText.fold(name)))
                .toList();
        drafts.save(draft, draft.form().withBuildings(left));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("area.building.deleted", ChineseText.clean(name)));
        return FormPages.seeOther(AreaStep.path(draft, "/buildings"));
    }

    /** 从表格导入: every cell is read; without any fault the rows wait for 确认导入. */
    @PostMapping("/import")
    Object upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft,
            Model model,
            RedirectAttributes flash) {
        model.addAttribute("form", BuildingForm.EMPTY);
        try {
            if (file == null || file.isEmpty()) {
                throw Refusal.because("web.sheet.file-missing");
            }
            BuildingSheet.Outcome outcome = sheet.read(file);
            if (outcome.faults().isEmpty()) {
                drafts.save(draft, draft.form().withImported(outcome.buildings()));
                leftOut(outcome).ifPresent(notice -> flash.addFlashAttribute(Notice.ATTRIBUTE, notice));
                return FormPages.seeOther(AreaStep.path(draft, "/buildings/preview"));
            }
            model.addAttribute("outcome", outcome);
        } catch (Refusal unreadable) {
            SheetUpload.refuse(unreadable.reason(), model);
        }
        return FormPages.invalid(page(draft, model));
    }

    /** What of the sheet is not among the buildings, so that nobody takes it for read. */
    private static Optional<Notice> leftOut(BuildingSheet.Outcome outcome) {
        if (outcome.examples() == 0) {
            return Optional.of(outcome.unused())
                    .filter(unused -> !unused.isEmpty())
                    .map(unused -> Notice.warning("area.buildings.unused", unused));
        }
        return Optional.of(
                outcome.unused().isEmpty()
                        ? Notice.info("area.buildings.examples", outcome.examples())
                        : Notice.warning("area.buildings.left-out", outcome.unused(), outcome.examples()));
    }

    @GetMapping("/preview")
    String preview(@ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft, Model model) {
        AreaForm form = draft.form();
        if (form.imported().isEmpty()) {
            return "redirect:" + AreaStep.path(draft, "/buildings");
        }
        AreaStep.show(draft, AreaStep.BUILDINGS, model);
        model.addAttribute("imported", form.imported());
        model.addAttribute("present", form.buildings().size());
        model.addAttribute("totals", totals(form.scale(), form.imported()));
        return "area/application/buildings-preview";
    }

    /** 确认导入: what was there is replaced. */
    @PostMapping("/confirm")
    ModelAndView confirm(
            @RequestParam(required = false) @Nullable String discard,
            @ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft,
            RedirectAttributes flash) {
        List<Building> imported = draft.form().imported();
        if (discard != null) {
            drafts.save(draft, draft.form().withImported(List.of()));
        } else if (!imported.isEmpty()) {
            drafts.save(draft, draft.form().withBuildings(imported));
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("area.buildings.imported", imported.size()));
        }
        return FormPages.seeOther(AreaStep.path(draft, "/buildings"));
    }

    private String page(Draft<AreaForm> draft, Model model) {
        AreaForm form = draft.form();
        AreaStep.show(draft, AreaStep.BUILDINGS, model);
        model.addAttribute(
                "revision", drafts.revision(draft, AreaStep.BUILDINGS).orElse(null));
        model.addAttribute("buildings", form.buildings());
        model.addAttribute("totals", totals(form.scale(), form.buildings()));
        model.addAttribute("most", sheet.most());
        model.addAttribute("next", AreaStep.BUILDINGS.next(draft));
        model.addAttribute("waiting", form.imported().size());
        return PAGE;
    }

    /** Empty until step B is complete. */
    private List<Totals.Total> totals(AreaForm.Scale scale, List<Building> buildings) {
        return steps.check(scale).hasErrors()
                ? List.of()
                : Totals.of(
                        AreaText.buildings(scale.buildings()).value(),
                        AreaText.households(scale.households()).value(),
                        scale.toFloorAreas().total(),
                        buildings);
    }
}
