package org.maintenancefund.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.notice.domain.NoticeService;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests of the pages of 通知公告 have in common: how a notice is written, shown and taken down. */
abstract class PagesOfNotices {

    static final String TITLE = "关于信息更新工作的通知";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Notices notices;

    @Autowired
    NoticeService service;

    @Autowired
    TravellingClock clock;

    String draft(String title) {
        return write(form(title, null, null));
    }

    static Map<String, String> form(String title, LocalDate from, LocalDate until) {
        Map<String, String> form = new HashMap<>();
        form.put("title", title);
        form.put("body", "请在**十二月底**前核对。\n\n## 时间\n工作日");
        form.put("shownFrom", from == null ? "" : from.toString());
        form.put("shownUntil", until == null ? "" : until.toString());
        form.put("submission", Ids.next().toString());
        return form;
    }

    /** Where the notice is managed. */
    String write(Map<String, String> form) {
        MvcTestResult written = pages.post("/manage/notices/new", world.municipal(), form);
        assertThat(written).hasStatus(HttpStatus.SEE_OTHER);
        return Pages.redirected(written);
    }

    Map<String, String> opened(String address) {
        Document page = pages.open(address + "/edit", world.municipal());
        Map<String, String> form = new HashMap<>();
        for (Element field : page.select("main form [name]:not(button)")) {
            form.put(field.attr("name"), field.is("textarea") ? field.wholeText() : field.val());
        }
        return form;
    }

    void revise(String address, CurrentUser user, Map<String, String> changes) {
        Map<String, String> form = opened(address);
        form.putAll(changes);
        assertThat(pages.post(address + "/edit", user, form)).hasStatus(HttpStatus.SEE_OTHER);
    }

    /** Does it with what the notice is now. */
    MvcTestResult act(String address, String verb) {
        String version = String.valueOf(notices.get(number(address)).version());
        return pages.post(address + "/" + verb, world.municipal(), Map.of("version", version));
    }

    MvcTestResult visit(String path) {
        return mvc.get()
                .uri(java.net.URI.create(path.replace("１", "%EF%BC%91")))
                .exchange();
    }

    String home() {
        return Pages.parse(visit("/")).select("main").html();
    }

    String status(String address) {
        return pages.open(address, world.municipal())
                .select(".identity-bar .tag")
                .text();
    }

    static MvcTestResult invalid(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return result;
    }

    static String said(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return ((org.maintenancefund.web.Notice)
                        result.getMvcResult().getFlashMap().get("notice"))
                .title();
    }

    static NoticeNumber number(String address) {
        return NoticeNumber.of(address.substring(address.lastIndexOf('/') + 1));
    }

    static String publicAddress(String address) {
        return "/notices/" + number(address);
    }
}
