package org.maintenancefund.area.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportController;
import org.maintenancefund.importing.ImportPages;
import org.maintenancefund.importing.ImportPlace;
import org.maintenancefund.importing.ImportRows;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.importing.UploadForm;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetRow;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 导入物业区域 by the municipal centre: the pages of every import, the spreadsheet of its changes, and the template. */
@Controller
@RequestMapping(AreaImportController.PATH)
class AreaImportController extends ImportController<UploadForm> {

    static final String PATH = "/areas/import";

    private static final ImportPlace CITY = new ImportPlace(PATH, List.of(), "", List.of(""), by -> true);

    private final ImportRows rows;
    private final AreaPreview preview;

    AreaImportController(ImportPages pages, ImportRows rows, AreaPreview preview) {
        super(AreaImportDefinition.KIND, "area/import", "area/import-show", pages);
        this.rows = rows;
        this.preview = preview;
    }

    @ModelAttribute(PLACE)
    ImportPlace place() {
        return CITY;
    }

    @Override
    protected UploadForm emptyForm() {
        return UploadForm.EMPTY;
    }

    @Override
    protected void fillShow(ImportView run, Model model) {
        model.addAttribute("choices", choices(run.doubtfulRows()));
    }

    /** What becomes of so many rows that were found by their name only. */
    private static List<Option> choices(int rows) {
        return List.of(
                Option.of(
                        DoubtfulRows.APPLY,
                        Messages.of("area.import.update", rows),
                        Messages.of("area.import.update.hint")),
                Option.of(
                        DoubtfulRows.SKIP,
                        Messages.of("area.import.skip", rows),
                        Messages.of("area.import.skip.hint")));
    }

    /** 变更清单: every change of the rows with a number, or of those without; what is on record beside what it becomes. */
    @GetMapping("/{id}/changes")
    void changes(
            @ModelAttribute(name = PLACE, binding = false) ImportPlace place,
            @PathVariable UUID id,
            @RequestParam(name = "by-name", required = false) @Nullable String byName,
            HttpServletResponse response)
            throws IOException {
        ImportView run = run(place, id);
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
