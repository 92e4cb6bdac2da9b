package org.maintenancefund.area.application;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Draft;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetDownload;
import org.maintenancefund.web.sheet.SheetRow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
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
class BuildingsController {

    private static final String PAGE = "area/application/buildings";

    private final AreaDrafts drafts;
    private final BuildingCheck check;
    private final AreaFormCheck steps;
    private final BuildingSheet sheet;

    BuildingsController(AreaDrafts drafts, BuildingCheck check, AreaFormCheck steps, BuildingSheet sheet) {
        this.drafts = drafts;
        this.check = check;
        this.steps = steps;
        this.sheet = sheet;
    }

    /** The buildings so far, and the form for one more, or for the one named {@code edit}. */
    @GetMapping
    String show(
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String edit,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        String editKey = ChineseText.fold(edit);
        model.addAttribute(
                "form",
                draft.form().buildings().stream()
                        .filter(building -> building.key().equals(editKey))
                        .findFirst()
                        .map(BuildingForm::of)
                        .orElse(BuildingForm.EMPTY));
        page(draft, model);
        return PAGE;
    }

    /** 添加楼栋, or 保存修改. */
    @PostMapping
    Object save(
            @ModelAttribute("form") BuildingForm typed,
            BindingResult errors,
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        List<Building> buildings = new ArrayList<>(draft.form().buildings());
        Optional<Building> read = check.read(typed, buildings, errors);
        if (read.isEmpty()) {
            page(draft, model);
            return FormPages.invalid(PAGE);
        }
        put(buildings, read.get(), ChineseText.fold(typed.original()));
        drafts.save(draft, draft.form().withBuildings(buildings));
        return FormPages.seeOther(StepPages.path(draft, "/buildings") + "#add");
    }

    private static void put(List<Building> buildings, Building building, String original) {
        for (int place = 0; place < buildings.size(); place++) {
            if (!original.isEmpty() && buildings.get(place).key().equals(original)) {
                buildings.set(place, building);
                return;
            }
        }
        buildings.add(building);
    }

    @PostMapping("/remove")
    ModelAndView remove(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Draft<AreaForm> draft = drafts.get(key, user);
        String nameKey = ChineseText.fold(name);
        List<Building> left = draft.form().buildings().stream()
                .filter(building -> !building.key().equals(nameKey))
                .toList();
        drafts.save(draft, draft.form().withBuildings(left));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("area.building.deleted", ChineseText.clean(name)));
        return FormPages.seeOther(StepPages.path(draft, "/buildings"));
    }

    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        List<Building> examples = List.of(
                new Building(
                        Messages.of("area.building.example-1", SheetRow.EXAMPLE),
                        18,
                        2,
                        144,
                        new BigDecimal("14680.50")),
                new Building(
                        Messages.of("area.building.example-2", SheetRow.EXAMPLE),
                        11,
                        3,
                        66,
                        new BigDecimal("7920.00")));
        SheetDownload.send(
                response, Messages.of("area.building.template"), BuildingSheet.columns(), examples.iterator());
    }

    /** 从表格导入: every cell is read; without any fault the rows wait for 确认导入. */
    @PostMapping("/import")
    Object upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        Draft<AreaForm> draft = drafts.get(key, user);
        String refusal = null;
        try {
            if (file == null || file.isEmpty()) {
                refusal = Messages.of("area.import.file-missing");
            } else {
                BuildingSheet.Outcome outcome = sheet.read(file);
                if (outcome.faults().isEmpty()) {
                    drafts.save(draft, draft.form().withImported(outcome.buildings()));
                    leftOut(outcome).ifPresent(notice -> flash.addFlashAttribute(Notice.ATTRIBUTE, notice));
                    return FormPages.seeOther(StepPages.path(draft, "/buildings/preview"));
                }
                model.addAttribute("outcome", outcome);
            }
        } catch (Refusal unreadable) {
            refusal = Messages.of(unreadable.reason());
        }
        model.addAttribute("form", BuildingForm.EMPTY);
        model.addAttribute("refusal", refusal);
        page(draft, model);
        return FormPages.invalid(PAGE);
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
    String preview(
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        if (draft.form().imported().isEmpty()) {
            return "redirect:" + StepPages.path(draft, "/buildings");
        }
        StepPages.show(draft, AreaStep.BUILDINGS, model);
        model.addAttribute("imported", draft.form().imported());
        model.addAttribute("present", draft.form().buildings().size());
        model.addAttribute("totals", totals(draft.form(), draft.form().imported()));
        return "area/application/buildings-preview";
    }

    /** 确认导入: what was there is replaced. */
    @PostMapping("/confirm")
    ModelAndView confirm(
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String discard,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Draft<AreaForm> draft = drafts.get(key, user);
        List<Building> imported = draft.form().imported();
        if (discard != null) {
            drafts.save(draft, draft.form().withImported(List.of()));
        } else if (!imported.isEmpty()) {
            drafts.save(draft, draft.form().withBuildings(imported));
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("area.buildings.imported", imported.size()));
        }
        return FormPages.seeOther(StepPages.path(draft, "/buildings"));
    }

    private void page(Draft<AreaForm> draft, Model model) {
        StepPages.show(draft, AreaStep.BUILDINGS, model);
        model.addAttribute("buildings", draft.form().buildings());
        model.addAttribute("totals", totals(draft.form(), draft.form().buildings()));
        model.addAttribute("most", check.most());
        model.addAttribute("next", StepPages.next(draft, AreaStep.BUILDINGS));
        model.addAttribute("waiting", draft.form().imported().size());
    }

    /** Empty until step B is complete. */
    private List<Totals.Total> totals(AreaForm form, List<Building> buildings) {
        return steps.figures(form.scale(), new BeanPropertyBindingResult(form.scale(), "form"))
                .map(figures -> Totals.of(figures, buildings))
                .orElse(List.of());
    }
}
