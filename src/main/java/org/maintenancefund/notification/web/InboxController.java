package org.maintenancefund.notification.web;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.notification.domain.Inbox;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 消息: what the person was told, newest first. A message is read when it is opened or said to be; looking at the list reads none. */
@Controller
@RequestMapping(InboxController.PATH)
@RequiredArgsConstructor
class InboxController {

    static final String PATH = "/messages";
    private static final String ALL = "all";
    private static final String UNREAD = "unread";

    private final Inbox inbox;

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListFilter filter = new ListFilter(PATH, address);
        List<Option> tabs = List.of(
                Option.of(ALL, Messages.of("notification.tab.all")),
                Option.of(UNREAD, Messages.of("notification.tab.unread")));
        boolean unreadOnly = filter.tab("tab", tabs, ALL).equals(UNREAD);
        new ListPage<>(filter, inbox.list(user, unreadOnly)).show(model);
        long unread = inbox.of(user.operatorId());
        model.addAttribute("unreadOnly", unreadOnly);
        model.addAttribute("unread", unread);
        model.addAttribute(
                "tabs",
                filter.tabs(
                        "tab",
                        tab -> tab.equals(UNREAD)
                                ? unread
                                : inbox.list(user, false).count()));
        return "notification/messages";
    }

    /** On to what it tells of. */
    @PostMapping("/{id}/open")
    ModelAndView open(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
        return FormPages.seeOther(inbox.read(id, user).orElse(PATH));
    }

    @PostMapping("/{id}/read")
    ModelAndView read(
            @PathVariable UUID id,
            @RequestParam(defaultValue = ALL) String tab,
            @AuthenticationPrincipal CurrentUser user) {
        inbox.read(id, user);
        return FormPages.seeOther(PATH + (tab.equals(UNREAD) ? "?tab=" + UNREAD : ""));
    }

    @PostMapping("/read")
    ModelAndView readAll(@AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        return FormPages.seeOther(PATH, Notice.success("notification.read-all", inbox.readAll(user)), flash);
    }
}
