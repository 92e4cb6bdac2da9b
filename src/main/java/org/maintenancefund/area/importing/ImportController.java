package org.maintenancefund.area.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetProperties;
import org.maintenancefund.web.sheet.SheetRow;
import org.maintenancefund.web.sheet.SheetUpload;
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
@RequestMapping(ImportController.PATH)
@RequiredArgsConstructor
class ImportController {

    static final String PATH = "/areas/import";

    private static final String SHOW = "area/import-show";

    private final AreaImports imports;
    private final ImportPreview preview;
    private final ImportRows rows;
    private final SheetProperties sheets;
    private final ImportProperties limits;

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs(@PathVariable(required = false) @Nullable UUID id) {
        String title = Messages.of("area.import.title");
        return id == null
                ? List.of(Crumb.of(title))
                : List.of(new Crumb(title, PATH), Crumb.of(Messages.of("area.import.title.file")));
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(SheetUpload.ATTRIBUTE, SheetUpload.EMPTY);
        model.addAttribute("imports", imports.latest());
        model.addAttribute("maxRows", limits.maxRows());
        model.addAttribute("maxMegabytes", sheets.maxFile().toMegabytes());
        return "area/import";
    }

    @PostMapping
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser user,
            Model model)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(Reason.of("area.import.file-missing"), model);
        }
        if (file.getSize() > sheets.maxFile().toBytes()) {
            return refused(Reason.of("web.sheet.too-large", sheets.maxFile().toMegabytes()), model);
        }
        UUID id = imports.upload(file.getOriginalFilename(), file, file.getSize(), user);
        return FormPages.seeOther(PATH + "/" + id);
    }

    private ModelAndView refused(Reason reason, Model model) {
        list(model);
        SheetUpload.refuse(reason, model);
        return FormPages.invalid("area/import");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> address, Model model) {
        model.addAttribute("form", new ConfirmForm(null));
        fill(imports.get(id), address, model);
        return SHOW;
    }

    private void fill(ImportView run, Map<String, List<String>> address, Model model) {
        model.addAttribute("run", run);
        model.addAttribute("choices", ConfirmForm.choices(run.byNameRows()));
        if (run.hasPreview()) {
            ListFilter filter = new ListFilter(PATH + "/" + run.id(), address);
            RowOutcome first = ImportPreview.first(run);
            String asked = filter.tab("kind", preview.tabs(run, filter.shown("kind")), first.name());
            RowOutcome kind = asked.isEmpty() ? first : RowOutcome.valueOf(asked);
            new ListPage<>(filter, preview.list(run, kind)).showRows(model);
            model.addAttribute("kind", kind);
            model.addAttribute("tabs", filter.tabs("kind", each -> run.count(RowOutcome.valueOf(each))));
        }
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @PathVariable UUID id,
            @ModelAttribute("form") ConfirmForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        ImportView run = imports.get(id);
        if (run.isConfirmable() && run.byNameRows() > 0 && form.choice() == null) {
            FieldErrors.reject(errors, "byName", "area.import.by-name.required");
            fill(run, Map.of(), model);
            return FormPages.invalid(SHOW);
        }
        return after(id, flash, () -> imports.confirm(id, form.choice()), Notice.success("area.import.begun"));
    }

    @PostMapping("/{id}/retry")
    ModelAndView retry(@PathVariable UUID id, RedirectAttributes flash) {
        return after(id, flash, () -> imports.retry(id), Notice.success("area.import.again"));
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable UUID id, RedirectAttributes flash) {
        return after(id, flash, () -> imports.discard(id), Notice.success("area.import.discarded"));
    }

    private ModelAndView after(UUID id, RedirectAttributes flash, Runnable step, Notice done) {
        try {
            step.run();
            flash.addFlashAttribute(Notice.ATTRIBUTE, done);
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(refusal.reason()));
        }
        return FormPages.seeOther(PATH + "/" + id);
    }

    /** The faulty rows as they were, with what is wrong with each: to be mended and uploaded again. */
    @GetMapping("/{id}/faults")
    void faults(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        ImportView run = imports.get(id);
        List<String> titles = new ArrayList<>(run.headers());
        titles.add(Messages.of("area.import.faults"));
        SheetWriter.send(
                response,
                Messages.of("area.import.faults.file"),
                columns(titles),
                new Batches<>(rows.list(id, RowOutcome.FAULTY)
                        .map(page -> page.stream()
                                .map(row -> reported(row, run.headers().size()))
                                .toList())));
    }

    /** 变更清单: every change of the rows with a number, or of those without; what is on record beside what it becomes. */
    @GetMapping("/{id}/changes")
    void changes(
            @PathVariable UUID id,
            @RequestParam(name = "by-name", required = false) @Nullable String byName,
            HttpServletResponse response)
            throws IOException {
        RowOutcome kind = byName == null ? RowOutcome.CHANGED : RowOutcome.CHANGED_BY_NAME;
        SheetWriter.send(
                response,
                Messages.of("area.import.changes.file"),
                columns(Messages.list("area.import.changes.columns")),
                new Batches<>(preview.list(imports.get(id), kind)
                        .map(page ->
                                page.stream().flatMap(ImportPreview.Row::report).toList())));
    }

    /** The cells as they were, then what is wrong with them. */
    private static List<String> reported(ImportRow row, int width) {
        List<String> cells = new ArrayList<>(row.line().cells());
        cells.addAll(Collections.nCopies(Math.max(0, width - cells.size()), ""));
        cells.add(width, row.faults());
        return cells;
    }

    /** An empty sheet with the headings and one row that shows how to fill it in. */
    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        String example = Messages.of("area.import.example", SheetRow.EXAMPLE, AreaType.RESIDENTIAL.label());
        SheetWriter.send(
                response,
                Messages.of("area.import.template"),
                columns(titles()),
                List.of(List.of(example.split(","))).iterator());
    }

    private static List<String> titles() {
        return Arrays.stream(ImportColumn.values()).map(ImportColumn::title).toList();
    }

    static List<SheetColumn<List<String>>> columns(List<String> titles) {
        List<SheetColumn<List<String>>> columns = new ArrayList<>();
        for (int place = 0; place < titles.size(); place++) {
            int column = place;
            columns.add(new SheetColumn<>(titles.get(place), row -> column < row.size() ? row.get(column) : ""));
        }
        return columns;
    }
}
