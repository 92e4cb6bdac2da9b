package org.maintenancefund.area.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.importing.ImportPages;
import org.maintenancefund.importing.ImportRows;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.Imports;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.importing.UploadForm;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetRow;
import org.maintenancefund.web.sheet.SheetWriter;
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
 * 导入物业区域 by the municipal centre: the template, the upload, the latest imports; of each its preview, its questions, how
 * far it is, what is wrong with its rows.
 */
@Controller
@RequestMapping(AreaImportController.PATH)
@RequiredArgsConstructor
class AreaImportController {

    static final String PATH = "/areas/import";

    private static final String UPLOAD = "area/import";
    private static final String SHOW = "area/import-show";

    private final Imports imports;
    private final ImportPages pages;
    private final ImportRows rows;
    private final AreaPreview preview;

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs(@PathVariable(required = false) @Nullable UUID id) {
        String title = Messages.of("area.import.title");
        return id == null
                ? List.of(Crumb.of(title))
                : List.of(new Crumb(title, PATH), Crumb.of(Messages.of("area.import.title.file")));
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", UploadForm.EMPTY);
        return page(model);
    }

    private String page(Model model) {
        pages.showLimits(AreaImportDefinition.KIND, model);
        model.addAttribute("imports", imports.latest(AreaImportDefinition.KIND, ""));
        return UPLOAD;
    }

    @PostMapping
    ModelAndView upload(
            @ModelAttribute("form") UploadForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        pages.check(file, errors, request);
        if (errors.hasErrors() || file == null) {
            return FormPages.invalid(page(model));
        }
        UUID id = imports.upload(
                new Imports.Upload(AreaImportDefinition.KIND, "", "", file.getOriginalFilename(), file, file.getSize()),
                user);
        return FormPages.seeOther(path(id));
    }

    private ImportView run(UUID id) {
        return imports.get(AreaImportDefinition.KIND, id);
    }

    private static String path(UUID id) {
        return PATH + "/" + id;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> address, Model model) {
        model.addAttribute("form", new ConfirmForm(null));
        return page(run(id), address, model);
    }

    private String page(ImportView run, Map<String, List<String>> address, Model model) {
        model.addAttribute("choices", ConfirmForm.choices(run.doubtfulRows()));
        pages.show(run, path(run.id()), address, model);
        return SHOW;
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @PathVariable UUID id,
            @ModelAttribute("form") ConfirmForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        ImportView run = run(id);
        if (run.isConfirmable() && run.doubtfulRows() > 0 && form.choice() == null) {
            FieldErrors.reject(errors, "byName", "area.import.by-name.required");
            return FormPages.invalid(page(run, Map.of(), model));
        }
        return pages.after(
                path(id), flash, Notice.success("importing.begun"), () -> imports.confirm(run, form.choice()));
    }

    @PostMapping("/{id}/retry")
    ModelAndView retry(@PathVariable UUID id, RedirectAttributes flash) {
        ImportView run = run(id);
        return pages.after(path(id), flash, Notice.success("importing.again"), () -> imports.retry(run));
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable UUID id, RedirectAttributes flash) {
        ImportView run = run(id);
        return pages.after(path(id), flash, Notice.success("importing.discarded"), () -> imports.discard(run));
    }

    /** The faulty rows as they were, with what is wrong with each: to be put right and uploaded again. */
    @GetMapping("/{id}/faults")
    void faults(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        pages.sendFaults(run(id), response);
    }

    /** 变更清单: every change of the rows with a number, or of those without; what is on record beside what it becomes. */
    @GetMapping("/{id}/changes")
    void changes(
            @PathVariable UUID id,
            @RequestParam(name = "by-name", required = false) @Nullable String byName,
            HttpServletResponse response)
            throws IOException {
        ImportView run = run(id);
        RowOutcome kind = byName == null ? RowOutcome.CHANGED : RowOutcome.DOUBTFUL;
        SheetWriter.send(
                response,
                Messages.of("area.import.changes.file"),
                SheetColumn.ofTexts(Messages.list("area.import.changes.columns")),
                new Batches<>(rows.list(id, kind).map(page -> preview.changes(run, page))));
    }

    /** An empty sheet with the headings and one row that shows how to fill it in. */
    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        String example = Messages.of("area.import.example", SheetRow.EXAMPLE, AreaType.RESIDENTIAL.label());
        SheetWriter.send(
                response,
                Messages.of("area.import.template"),
                SheetColumn.ofTexts(Arrays.stream(AreaColumn.values())
                        .map(AreaColumn::title)
                        .toList()),
                List.of(List.of(example.split(","))).iterator());
    }
}
