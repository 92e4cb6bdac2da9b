package org.maintenancefund.notice.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.notice.NoticeContent;
import org.maintenancefund.notice.NoticeEntry;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeView;
import org.maintenancefund.notice.domain.NoticeFiles;
import org.maintenancefund.notice.domain.NoticeService;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.SummaryRow;
import org.maintenancefund.web.UploadedFile;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of notices for who writes them, and what they say. */
@Component
@RequiredArgsConstructor
class NoticePages {

    static final List<SheetColumn<NoticeEntry>> COLUMNS = List.of(
            SheetColumn.of("notice.field.number", entry -> entry.number().value()),
            SheetColumn.of("notice.field.title", NoticeEntry::title),
            SheetColumn.of("notice.field.status", entry -> entry.status().label()),
            SheetColumn.of("notice.field.pinned", entry -> entry.pinned() ? Messages.of("notice.pinned") : null),
            SheetColumn.of("notice.field.shownFrom", NoticeEntry::from),
            SheetColumn.of("notice.field.shownUntil", NoticeEntry::until),
            SheetColumn.of("notice.field.changedBy", NoticeEntry::changedBy),
            SheetColumn.of("notice.field.changedAt", entry -> Times.minute(entry.changedAt())));

    private final NoticeFiles files;
    private final AuditHistory history;

    /** A field that differs between what was saved meanwhile and what was typed. */
    record Difference(String label, String now, String typed) {}

    /** The notice with its files and what became of it. */
    ModelAndView show(NoticeView notice, HttpStatusCode status) {
        return new ModelAndView("notice/show", status)
                .addObject("shown", notice)
                .addObject("rows", rows(notice))
                .addObject("lastChange", lastChange(notice))
                .addObject("html", notice.content().body().html())
                .addObject("files", uploaded(files.of(notice.number())))
                .addObject("mostFiles", NoticeService.MOST_FILES)
                .addObject("history", history.of("notice", notice.number()))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(notice.title())));
    }

    /** A page below that of the notice. */
    static ModelAndView below(NoticeView notice, String view, String title, HttpStatusCode status) {
        return new ModelAndView(view, status)
                .addObject("shown", notice)
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(notice.title(), NoticeController.PATH + "/" + notice.number()),
                                Crumb.of(Messages.of(title))));
    }

    /** Back to the notice, with what is to be said. */
    static ModelAndView to(NoticeNumber number, RedirectAttributes flash, Notice said) {
        return FormPages.seeOther(NoticeController.PATH + "/" + number, said, flash);
    }

    private static List<SummaryRow> rows(NoticeView notice) {
        NoticeContent content = notice.content();
        return List.of(
                SummaryRow.of(
                        label("shownFrom"), content.from() == null ? Messages.of("notice.from.open") : content.from()),
                SummaryRow.of(label("shownUntil"), until(content.until())),
                SummaryRow.of(
                        label("pinned"), Messages.of(notice.pinned() ? "notice.pinned.yes" : "notice.pinned.no")));
    }

    static List<UploadedFile> uploaded(List<StoredAttachment> files) {
        return files.stream()
                .map(file -> new UploadedFile(file.id().toString(), file.filename(), file.size(), file.path()))
                .toList();
    }

    /** Who last did something with it and when, for the reader. */
    static String lastChange(NoticeView notice) {
        return notice.changedBy() + "，" + Times.minute(notice.changedAt());
    }

    /** What was typed beside what another person has saved. */
    static List<Difference> differences(NoticeContent now, NoticeContent typed) {
        List<Difference> differences = new ArrayList<>();
        add(differences, "title", now.title(), typed.title());
        add(differences, "body", now.body().markdown(), typed.body().markdown());
        add(differences, "shownFrom", text(now.from()), text(typed.from()));
        add(differences, "shownUntil", until(now.until()), until(typed.until()));
        return differences;
    }

    private static void add(List<Difference> differences, String field, String now, String typed) {
        if (!now.equals(typed)) {
            differences.add(new Difference(label(field), now, typed));
        }
    }

    private static String until(@Nullable LocalDate day) {
        return day == null ? Messages.of("notice.until.open") : day.toString();
    }

    private static String text(@Nullable LocalDate day) {
        return Objects.toString(day, "");
    }

    private static String label(String field) {
        return Messages.of("notice.field." + field);
    }
}
