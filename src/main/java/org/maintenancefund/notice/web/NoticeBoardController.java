package org.maintenancefund.notice.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Page;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeView;
import org.maintenancefund.notice.Notices;
import org.maintenancefund.notice.domain.NoticeFiles;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.SameForVisitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 通知公告 as everybody reads them: the list, and each under its own address. */
@Controller
@RequestMapping(NoticeBoardController.PATH)
@RequiredArgsConstructor
class NoticeBoardController {

    static final String PATH = "/notices";

    private final Notices notices;
    private final NoticeFiles files;

    @GetMapping
    @SameForVisitors
    String list(@RequestParam MultiValueMap<String, String> address, Model model) {
        model.addAttribute("title", Page.NOTICES.label());
        new ListPage<>(new ListFilter(PATH, address), notices.board()).showRows(model);
        return "notice/board";
    }

    @GetMapping("/{number}")
    String show(@PathVariable NoticeNumber number, Model model) {
        NoticeView notice = notices.shown(number);
        model.addAttribute("shown", notice);
        model.addAttribute("html", notice.content().body().html());
        model.addAttribute("files", NoticePages.uploaded(files.of(number)));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(notice.title())));
        return "notice/notice";
    }
}
