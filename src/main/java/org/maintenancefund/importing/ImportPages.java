package org.maintenancefund.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.maintenancefund.web.ratelimit.TooManyRequests;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetProperties;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of every kind of import have in common; their templates use the fragments of {@code importing/}. */
@Component
@RequiredArgsConstructor
public class ImportPages {

    /** Name of the limit of one address. */
    private static final String LIMIT = "import";

    /** The field of a form that takes the file. */
    private static final String FILE = "file";

    /** What is shown where nobody chose: what somebody has to look at comes first. */
    private static final List<RowOutcome> FIRST =
            List.of(RowOutcome.DOUBTFUL, RowOutcome.FAULTY, RowOutcome.CHANGED, RowOutcome.NEW, RowOutcome.SAME);

    private final Imports imports;
    private final ImportDefinitions definitions;
    private final ImportRows rows;
    private final SheetProperties sheets;
    private final RateLimits limits;

    /** Fills the page of the upload: how large a file may be, and the latest ones. */
    void showUpload(String kind, ImportPlace place, Model model) {
        model.addAttribute("maxRows", definitions.of(kind).maxRows());
        model.addAttribute("maxMegabytes", sheets.maxFile().toMegabytes());
        model.addAttribute("path", place.path());
        model.addAttribute("imports", latest(kind, place));
    }

    /** Whether they are theirs is asked once for each organisation. */
    private List<ImportView> latest(String kind, ImportPlace place) {
        Map<OrgRef, Boolean> theirs = new HashMap<>();
        return imports.latest(kind, place.scopes().toArray(String[]::new)).stream()
                .filter(run -> theirs.computeIfAbsent(
                        run.by().organisation(), by -> place.theirs().test(run.by())))
                .toList();
    }

    ImportView get(String kind, ImportPlace place, UUID id) {
        ImportView run = imports.get(kind, id);
        if (!place.contains(run)) {
            throw new NotFound("import " + id + " of " + place.path());
        }
        return run;
    }

    UUID upload(String kind, ImportPlace place, String remark, MultipartFile file, CurrentUser by) {
        return imports.upload(
                new Imports.Upload(kind, place.scope(), remark, file.getOriginalFilename(), file, file.getSize()), by);
    }

    /**
     * Says at the form's file what is wrong with it before anybody reads it.
     *
     * @throws TooManyRequests where the address has sent too many
     */
    void check(@Nullable MultipartFile file, Errors errors, HttpServletRequest request) {
        limits.take(LIMIT, request);
        if (file == null || file.isEmpty()) {
            FieldErrors.reject(errors, FILE, "web.sheet.file-missing");
        } else if (file.getSize() > sheets.maxFile().toBytes()) {
            FieldErrors.reject(
                    errors, FILE, "web.sheet.too-large", sheets.maxFile().toMegabytes());
        }
    }

    /**
     * Fills the page of an import: how it stands, and the rows of one kind.
     */
    void show(ImportView run, ImportPlace place, Map<String, List<String>> address, Model model) {
        model.addAttribute("run", run);
        String here = place.path(run);
        model.addAttribute("here", here);
        model.addAttribute("path", place.path());
        model.addAttribute("above", place.above());
        if (!run.hasPreview()) {
            return;
        }
        ListFilter filter = new ListFilter(here, address);
        RowOutcome first =
                FIRST.stream().filter(kind -> run.count(kind) > 0).findFirst().orElse(RowOutcome.NEW);
        String asked = filter.tab("kind", tabs(run, first, filter.shown("kind")), first.name());
        RowOutcome kind = asked.isEmpty() ? first : RowOutcome.valueOf(asked);
        ImportDefinition<?> definition = definitions.of(run);
        new ListPage<>(filter, rows.list(run.id(), kind).map(page -> definition.preview(run, page))).showRows(model);
        model.addAttribute("kind", kind);
        model.addAttribute("tabs", filter.tabs("kind", each -> run.count(RowOutcome.valueOf(each))));
    }

    /** The kinds that there are, and the one that is asked for. */
    private static List<Option> tabs(ImportView run, RowOutcome first, String asked) {
        return Arrays.stream(RowOutcome.values())
                .filter(kind -> run.count(kind) > 0 || kind.name().equals(asked) || kind == first)
                .map(kind -> Option.of(kind.name(), kind.label()))
                .toList();
    }

    ModelAndView confirm(String path, ImportView run, ConfirmForm form, RedirectAttributes flash) {
        return after(path, flash, Notice.success("importing.begun"), () -> imports.confirm(run, form.choice()));
    }

    ModelAndView retry(String path, ImportView run, RedirectAttributes flash) {
        return after(path, flash, Notice.success("importing.again"), () -> imports.retry(run));
    }

    ModelAndView discard(String path, ImportView run, RedirectAttributes flash) {
        return after(path, flash, Notice.success("importing.discarded"), () -> imports.discard(run));
    }

    /** Takes a step and goes back to the page, which says what became of it. */
    private static ModelAndView after(String path, RedirectAttributes flash, Notice done, Runnable step) {
        try {
            step.run();
            flash.addFlashAttribute(Notice.ATTRIBUTE, done);
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(refusal.reason()));
        }
        return FormPages.seeOther(path);
    }

    /** Sends the faulty rows as they were, with what is wrong with each: to be put right and uploaded again. */
    void sendFaults(ImportView run, HttpServletResponse response) throws IOException {
        List<String> titles = new ArrayList<>(run.headers());
        int width = titles.size();
        titles.add(Messages.of("importing.faults"));
        SheetWriter.send(
                response,
                Messages.of("importing.faults.file"),
                SheetColumn.ofTexts(titles),
                new Batches<>(rows.list(run.id(), RowOutcome.FAULTY)
                        .map(page ->
                                page.stream().map(row -> withFaults(row, width)).toList())));
    }

    /** The cells as they were, then what is wrong with them. */
    private static List<String> withFaults(ImportRow row, int width) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.addAll(Collections.nCopies(Math.max(0, width - cells.size()), ""));
        cells.add(width, row.faultText());
        return cells;
    }
}
