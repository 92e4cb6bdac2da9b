package org.maintenancefund.area.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetDownload;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One import: its preview, its questions, how far it is, what is wrong with its rows. */
@Controller
@RequestMapping("/areas/import/{id}")
class ImportRunController {

    private static final String PAGE = "area/import-show";

    private final AreaImports imports;
    private final ImportPreview preview;
    private final ImportRows rows;

    ImportRunController(AreaImports imports, ImportPreview preview, ImportRows rows) {
        this.imports = imports;
        this.preview = preview;
        this.rows = rows;
    }

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs() {
        return List.of(
                new Crumb(Messages.of("area.import.title"), "/areas/import"),
                Crumb.of(Messages.of("area.import.title.file")));
    }

    /**
     * The import as it is now.
     *
     * @param kind which rows to show, a {@link RowOutcome}
     */
    @GetMapping
    String show(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> address, Model model) {
        model.addAttribute("form", new ConfirmForm(null));
        fill(imports.get(id), address, model);
        return PAGE;
    }

    private void fill(ImportView run, Map<String, List<String>> address, Model model) {
        model.addAttribute("run", run);
        model.addAttribute("choices", ConfirmForm.choices(run.byNameRows()));
        if (run.hasPreview()) {
            ListFilter filter = new ListFilter("/areas/import/" + run.id(), address);
            RowOutcome first = ImportPreview.first(run);
            String asked = filter.tab("kind", preview.tabs(run, filter.shown("kind")), first.name());
            RowOutcome kind = asked.isEmpty() ? first : RowOutcome.valueOf(asked);
            new ListPage<>(filter, preview.list(run, kind)).showRows(model);
            model.addAttribute("kind", kind);
            model.addAttribute("tabs", filter.tabs("kind", each -> run.count(RowOutcome.valueOf(each))));
        }
    }

    @PostMapping("/confirm")
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
            return FormPages.invalid(PAGE);
        }
        return after(id, flash, () -> imports.confirm(id, form.choice()), Notice.success("area.import.begun"));
    }

    @PostMapping("/retry")
    ModelAndView retry(@PathVariable UUID id, RedirectAttributes flash) {
        return after(id, flash, () -> imports.retry(id), Notice.success("area.import.again"));
    }

    @PostMapping("/discard")
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
        return FormPages.seeOther("/areas/import/" + id);
    }

    /** The faulty rows as they were, with what is wrong with each: to be mended and uploaded again. */
    @GetMapping("/faults")
    void faults(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        ImportView run = imports.get(id);
        List<String> titles = new ArrayList<>(run.headers());
        titles.add(Messages.of("area.import.faults"));
        SheetDownload.send(
                response,
                Messages.of("area.import.faults.file"),
                ImportController.columns(titles),
                new FaultyRows(rows, id, run.headers().size()));
    }
}
