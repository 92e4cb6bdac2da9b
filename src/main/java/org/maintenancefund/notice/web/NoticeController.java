package org.maintenancefund.notice.web;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.notice.NoticeAction;
import org.maintenancefund.notice.NoticeContent;
import org.maintenancefund.notice.NoticeEntry;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeStatus;
import org.maintenancefund.notice.NoticeView;
import org.maintenancefund.notice.Notices;
import org.maintenancefund.notice.domain.NoticeFiles;
import org.maintenancefund.notice.domain.NoticeService;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
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

/** 通知公告管理: the list; writing, preview, files; publishing, pinning and taking down. */
@Controller
@RequestMapping(NoticeController.PATH)
class NoticeController extends ListController<NoticeEntry> {

    static final String PATH = "/manage/notices";

    /** The fields at which what the domain refuses can be put right. */
    private static final Map<String, String> FIELDS = Map.of(
            "notice.from.past", "shownFrom",
            "notice.until.past", "shownUntil",
            "notice.until.before-from", "shownUntil");

    private final Notices notices;
    private final NoticeService service;
    private final NoticeFiles files;
    private final Attachments attachments;
    private final AuditHistory history;

    NoticeController(
            Notices notices,
            NoticeService service,
            NoticeFiles files,
            Attachments attachments,
            AuditHistory history,
            Exports exports) {
        super(exports, "notice/list", "notice.table");
        this.notices = notices;
        this.service = service;
        this.files = files;
        this.attachments = attachments;
        this.history = history;
    }

    @Override
    protected List<SheetColumn<NoticeEntry>> columns() {
        return NoticePages.COLUMNS;
    }

    @Override
    protected ListPage<NoticeEntry> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        return new ListPage<>(filter, notices.list(filter.text("q"), filter.one("status", NoticeStatus.class)));
    }

    @GetMapping("/new")
    ModelAndView startNew() {
        return newPage(HttpStatus.OK).addObject("form", NoticeForm.empty());
    }

    /** @param preview 预览 was pressed: nothing is kept */
    @PostMapping("/new")
    ModelAndView write(
            @Valid @ModelAttribute("form") NoticeForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String preview,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            NoticeContent content = form.toContent();
            if (preview != null) {
                return previewed(newPage(HttpStatus.OK), content);
            }
            try {
                NoticeNumber number = write(form.sentAs(), content, user);
                return to(number, flash, Notice.success("notice.written", content.title()));
            } catch (StaleVersion sentBefore) {
                return stale(notices.get((NoticeNumber) sentBefore.id()), form, content);
            } catch (Refusal refusal) {
                reject(refusal, errors);
            }
        }
        return newPage(HttpStatus.BAD_REQUEST);
    }

    private NoticeNumber write(UUID submission, NoticeContent content, CurrentUser user) {
        try {
            return service.write(submission, content, user);
        } catch (DataIntegrityViolationException sentTwice) {
            // Both came at once. Now the other one's notice can be seen.
            return service.write(submission, content, user);
        }
    }

    @GetMapping("/{number}")
    ModelAndView show(@PathVariable NoticeNumber number) {
        return showPage(notices.get(number), HttpStatus.OK);
    }

    @GetMapping("/{number}/edit")
    ModelAndView startRevision(@PathVariable NoticeNumber number) {
        NoticeView notice = notices.get(number);
        return editPage(notice, HttpStatus.OK).addObject("form", NoticeForm.of(notice));
    }

    /** @param preview 预览 was pressed: nothing is kept */
    @PostMapping("/{number}/edit")
    ModelAndView revise(
            @PathVariable NoticeNumber number,
            @Valid @ModelAttribute("form") NoticeForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String preview,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        NoticeView notice = notices.get(number);
        if (!errors.hasErrors()) {
            NoticeContent content = form.toContent();
            if (preview != null) {
                return previewed(editPage(notice, HttpStatus.OK), content);
            }
            try {
                service.revise(number, form.seenVersion(), content, user);
                return to(number, flash, Notice.success("notice.saved", content.title()));
            } catch (StaleVersion stale) {
                return stale(notices.get(number), form, content);
            } catch (Refusal refusal) {
                reject(refusal, errors);
            }
        }
        return editPage(notice, HttpStatus.BAD_REQUEST);
    }

    /** Somebody else saved first: who, when, what; what was typed stays and can be saved on top, knowingly. */
    private static ModelAndView stale(NoticeView current, NoticeForm typed, NoticeContent wanted) {
        return editPage(current, HttpStatus.CONFLICT)
                .addObject("form", typed.onTopOf(current))
                .addObject("lastChange", NoticePages.lastChange(current))
                .addObject("differences", NoticePages.differences(current.content(), wanted));
    }

    private static void reject(Refusal refusal, BindingResult errors) {
        String field = FIELDS.get(refusal.reason().code());
        if (field == null) {
            FieldErrors.rejectAll(errors, refusal.reason());
        } else {
            FieldErrors.reject(errors, field, refusal.reason());
        }
    }

    @PostMapping("/{number}/publish")
    ModelAndView publish(
            @PathVariable NoticeNumber number,
            @RequestParam(required = false) @Nullable String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return act(
                NoticeAction.PUBLISH,
                number,
                flash,
                () -> service.publish(number, FormPages.seenVersion(version), user));
    }

    @PostMapping("/{number}/take-down")
    ModelAndView takeDown(
            @PathVariable NoticeNumber number,
            @RequestParam(required = false) @Nullable String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return act(
                NoticeAction.TAKE_DOWN,
                number,
                flash,
                () -> service.takeDown(number, FormPages.seenVersion(version), user));
    }

    @PostMapping("/{number}/pin")
    ModelAndView pin(
            @PathVariable NoticeNumber number,
            @RequestParam(required = false) @Nullable String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return act(NoticeAction.PIN, number, flash, () -> service.pin(number, FormPages.seenVersion(version), user));
    }

    @PostMapping("/{number}/unpin")
    ModelAndView unpin(
            @PathVariable NoticeNumber number,
            @RequestParam(required = false) @Nullable String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return act(
                NoticeAction.UNPIN, number, flash, () -> service.unpin(number, FormPages.seenVersion(version), user));
    }

    /** Back to the notice, which tells how it stands now; or why nothing was done. */
    private ModelAndView act(NoticeAction action, NoticeNumber number, RedirectAttributes flash, Runnable verb) {
        try {
            verb.run();
        } catch (StaleVersion stale) {
            return to(number, flash, Notice.warning("notice.stale", NoticePages.lastChange(notices.get(number))));
        } catch (Refusal refusal) {
            return to(number, flash, Notice.warning(refusal.reason()));
        }
        NoticeView notice = notices.get(number);
        String done = "notice.done." + action + (notice.status() == NoticeStatus.UPCOMING ? ".later" : "");
        return to(
                number,
                flash,
                Notice.success(
                        done, notice.title(), Objects.toString(notice.content().from())));
    }

    @GetMapping("/{number}/delete")
    ModelAndView confirmDelete(@PathVariable NoticeNumber number) {
        NoticeView notice = notices.get(number);
        return below(notice, "notice/delete", "notice.title.delete", HttpStatus.OK);
    }

    @PostMapping("/{number}/delete")
    ModelAndView delete(
            @PathVariable NoticeNumber number,
            @RequestParam(required = false) @Nullable String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        NoticeView notice = notices.get(number);
        try {
            service.delete(number, FormPages.seenVersion(version), user);
        } catch (StaleVersion stale) {
            return to(number, flash, Notice.warning("notice.stale", NoticePages.lastChange(notices.get(number))));
        } catch (Refusal refusal) {
            return to(number, flash, Notice.warning(refusal.reason()));
        }
        return FormPages.seeOther(PATH, Notice.success("notice.deleted", notice.title()), flash);
    }

    /** Each file is looked at outside of any transaction; what is refused is told, the rest stays. */
    @PostMapping("/{number}/files")
    ModelAndView addFiles(
            @PathVariable NoticeNumber number,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        NoticeView notice = notices.get(number);
        List<String> faults = new ArrayList<>();
        int added = 0;
        for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
            // An empty input still sends a part without a name.
            if (file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename())) {
                continue;
            }
            Checked<OpenedScan> opened = attachments.open(file);
            try {
                service.addFile(number, opened.value(), user);
                added++;
            } catch (Refusal refused) {
                faults.add(Messages.of(refused.reason()));
            }
        }
        if (added == 0 && faults.isEmpty()) {
            faults.add(Messages.of("notice.file.required"));
        }
        return faults.isEmpty()
                ? to(number, flash, Notice.success("notice.files.added", added))
                : showPage(notices.get(notice.number()), HttpStatus.BAD_REQUEST).addObject("faults", faults);
    }

    @PostMapping("/{number}/files/remove")
    ModelAndView removeFile(
            @PathVariable NoticeNumber number,
            @RequestParam(required = false) @Nullable String file,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        service.removeFile(
                number,
                Ids.read(file).map(AttachmentId::new).orElseThrow(() -> new NotFound("file of notice " + number)),
                user);
        return to(number, flash, Notice.success("notice.files.removed"));
    }

    private static ModelAndView to(NoticeNumber number, RedirectAttributes flash, Notice said) {
        return FormPages.seeOther(PATH + "/" + number, said, flash);
    }

    private ModelAndView showPage(NoticeView notice, HttpStatusCode status) {
        return new ModelAndView("notice/show", status)
                .addObject("shown", notice)
                .addObject("rows", NoticePages.rows(notice))
                .addObject("lastChange", NoticePages.lastChange(notice))
                .addObject("html", notice.content().body().html())
                .addObject("files", NoticePages.files(files.of(notice.number())))
                .addObject("mostFiles", NoticeService.MOST_FILES)
                .addObject("history", history.of("notice", notice.number()))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(notice.title())));
    }

    private static ModelAndView previewed(ModelAndView page, NoticeContent content) {
        return page.addObject("preview", content)
                .addObject("html", content.body().html());
    }

    private static ModelAndView newPage(HttpStatusCode status) {
        return new ModelAndView("notice/new", status)
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("notice.title.new"))));
    }

    private static ModelAndView editPage(NoticeView notice, HttpStatusCode status) {
        return below(notice, "notice/edit", "notice.title.edit", status);
    }

    private static ModelAndView below(NoticeView notice, String view, String title, HttpStatusCode status) {
        return new ModelAndView(view, status)
                .addObject("shown", notice)
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(new Crumb(notice.title(), PATH + "/" + notice.number()), Crumb.of(Messages.of(title))));
    }
}
