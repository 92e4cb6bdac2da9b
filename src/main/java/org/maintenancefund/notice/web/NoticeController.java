package org.maintenancefund.notice.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.notice.NoticeContent;
import org.maintenancefund.notice.NoticeEntry;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeStatus;
import org.maintenancefund.notice.NoticeView;
import org.maintenancefund.notice.Notices;
import org.maintenancefund.notice.domain.NoticeService;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 通知公告管理: the list; writing, preview and revising. */
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
    private final NoticePages pages;

    NoticeController(Notices notices, NoticeService service, NoticePages pages, Exports exports) {
        super(exports, "notice/list", "notice.table");
        this.notices = notices;
        this.service = service;
        this.pages = pages;
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
                return NoticePages.to(number, flash, Notice.success("notice.written", content.title()));
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
        return pages.show(notices.get(number), HttpStatus.OK);
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
                return NoticePages.to(number, flash, Notice.success("notice.saved", content.title()));
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

    private static ModelAndView previewed(ModelAndView page, NoticeContent content) {
        return page.addObject("preview", content)
                .addObject("html", content.body().html());
    }

    private static ModelAndView newPage(HttpStatusCode status) {
        return new ModelAndView("notice/new", status)
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("notice.title.new"))));
    }

    private static ModelAndView editPage(NoticeView notice, HttpStatusCode status) {
        return NoticePages.below(notice, "notice/edit", "notice.title.edit", status);
    }
}
