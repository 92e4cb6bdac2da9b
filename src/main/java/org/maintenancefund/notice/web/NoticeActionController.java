package org.maintenancefund.notice.web;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.notice.NoticeAction;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeStatus;
import org.maintenancefund.notice.NoticeView;
import org.maintenancefund.notice.Notices;
import org.maintenancefund.notice.domain.NoticeService;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with a notice as a whole: 发布, 置顶, 撤下; 删除 of a draft, asked on a page of its own. */
@Controller
@RequestMapping(NoticeController.PATH + "/{number}")
class NoticeActionController {

    private final Notices notices;
    private final NoticeService service;

    /** What each address does. */
    private final Map<String, Act> acts;

    NoticeActionController(Notices notices, NoticeService service) {
        this.notices = notices;
        this.service = service;
        acts = Map.of(
                "publish", new Act(NoticeAction.PUBLISH, service::publish),
                "take-down", new Act(NoticeAction.TAKE_DOWN, service::takeDown),
                "pin", new Act(NoticeAction.PIN, service::pin),
                "unpin", new Act(NoticeAction.UNPIN, service::unpin));
    }

    private record Act(NoticeAction action, Verb verb) {}

    private interface Verb {

        void act(NoticeNumber number, int seen, CurrentUser user);
    }

    /** Back to the notice, which tells how it stands now; or why nothing was done. */
    @PostMapping("/{act:publish|take-down|pin|unpin}")
    ModelAndView act(
            @PathVariable NoticeNumber number,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Act asked = Objects.requireNonNull(acts.get(act));
        try {
            asked.verb().act(number, FormPages.seenVersion(version), user);
        } catch (StaleVersion stale) {
            return stale(number, flash);
        } catch (Refusal refusal) {
            return NoticePages.to(number, flash, Notice.warning(refusal.reason()));
        }
        NoticeView notice = notices.get(number);
        String done = "notice.done." + asked.action() + (notice.status() == NoticeStatus.UPCOMING ? ".later" : "");
        String from = Objects.toString(notice.content().from());
        return NoticePages.to(number, flash, Notice.success(done, notice.title(), from));
    }

    @GetMapping("/delete")
    ModelAndView confirmDelete(@PathVariable NoticeNumber number) {
        NoticeView notice = notices.get(number);
        return NoticePages.below(notice, "notice/delete", "notice.title.delete", HttpStatus.OK);
    }

    @PostMapping("/delete")
    ModelAndView delete(
            @PathVariable NoticeNumber number,
            @RequestParam(required = false) @Nullable String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        NoticeView notice = notices.get(number);
        try {
            service.delete(number, FormPages.seenVersion(version), user);
        } catch (StaleVersion stale) {
            return stale(number, flash);
        } catch (Refusal refusal) {
            return NoticePages.to(number, flash, Notice.warning(refusal.reason()));
        }
        return FormPages.seeOther(NoticeController.PATH, Notice.success("notice.deleted", notice.title()), flash);
    }

    private ModelAndView stale(NoticeNumber number, RedirectAttributes flash) {
        String lastChange = NoticePages.lastChange(notices.get(number));
        return NoticePages.to(number, flash, Notice.warning("notice.stale", lastChange));
    }
}
