package org.maintenancefund.area.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Filenames;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetDownload;
import org.maintenancefund.web.sheet.SheetProperties;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 导入物业区域 by the municipal centre: upload, preview, confirm, follow. */
@Controller
@RequestMapping("/areas/import")
class ImportController {

    private static final int SHOWN_FAULTS = 20;

    private final ImportBook book;
    private final SheetProperties sheets;
    private final ImportProperties limits;
    private final Messages messages;

    ImportController(ImportBook book, SheetProperties sheets, ImportProperties limits, Messages messages) {
        this.book = book;
        this.sheets = sheets;
        this.limits = limits;
        this.messages = messages;
    }

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs() {
        return List.of(Crumb.of("导入物业区域"));
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("imports", book.latest());
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
        String fault = file == null || file.isEmpty()
                ? messages.of("area.import.file-missing")
                : file.getSize() > sheets.maxFile().toBytes()
                        ? messages.of("web.sheet.too-large", sheets.maxFile().toMegabytes())
                        : null;
        if (fault != null || file == null) {
            list(model);
            model.addAttribute("fault", fault);
            return FormPages.invalid("area/import");
        }
        UUID id = book.upload(Filenames.clean(file.getOriginalFilename()), file.getBytes(), user);
        return FormPages.seeOther("/areas/import/" + id);
    }

    /** An empty sheet with the headings and one row that shows how to fill it in. */
    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        List<String> example = List.of(
                "",
                "示例花园一期",
                "示例小区",
                "东湖区",
                "翠屏街道",
                "翠屏社区",
                "翠屏路 1 号",
                "YZ-0102-0007",
                "住宅",
                "86420.5",
                "80000",
                "6420.5",
                "0",
                "12",
                "864",
                "2009",
                "",
                "",
                "");
        SheetDownload.send(
                response, "物业区域导入模板", columns(titles()), List.of(example).iterator());
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("run", book.get(id));
        model.addAttribute("faults", book.faulty(id, 0, SHOWN_FAULTS));
        return "area/import-show";
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id, RedirectAttributes flash) {
        try {
            book.confirm(id);
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("开始导入", "可以离开本页，稍后回来查看。"));
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(messages.of(refusal.reason()), null));
        }
        return FormPages.seeOther("/areas/import/" + id);
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable UUID id) {
        book.discard(id);
        return FormPages.seeOther("/areas/import");
    }

    /** The faulty rows as they were, with what is wrong with each: to be mended and uploaded again. */
    @GetMapping("/{id}/faults")
    void faults(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        ImportView run = book.get(id);
        List<String> titles = new ArrayList<>(run.headers());
        titles.add("错误");
        SheetDownload.send(
                response,
                "导入错误行",
                columns(titles),
                new FaultyRows(id, run.headers().size()));
    }

    private static List<String> titles() {
        return Arrays.stream(ImportColumn.values()).map(ImportColumn::title).toList();
    }

    private static List<SheetColumn<List<String>>> columns(List<String> titles) {
        List<SheetColumn<List<String>>> columns = new ArrayList<>();
        for (int place = 0; place < titles.size(); place++) {
            int column = place;
            columns.add(new SheetColumn<>(titles.get(place), row -> column < row.size() ? row.get(column) : ""));
        }
        return columns;
    }

    /** All faulty rows, some at a time. */
    private final class FaultyRows implements Iterator<List<String>> {

        private static final int BATCH = 500;

        private final UUID id;
        private final int width;
        private Iterator<ImportMatcher.Match> some = Collections.emptyIterator();
        private int last;
        private boolean more = true;

        FaultyRows(UUID id, int width) {
            this.id = id;
            this.width = width;
        }

        @Override
        public boolean hasNext() {
            if (!some.hasNext() && more) {
                List<ImportMatcher.Match> next = book.faulty(id, last, BATCH);
                more = next.size() == BATCH;
                some = next.iterator();
            }
            return some.hasNext();
        }

        @Override
        public List<String> next() {
            hasNext();
            ImportMatcher.Match match = some.next();
            last = match.line().number();
            List<String> cells = new ArrayList<>(match.line().cells());
            while (cells.size() < width) {
                cells.add("");
            }
            cells.add(width, match.faults());
            return cells;
        }
    }
}
