package org.maintenancefund.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What is typed of a notice, and what becomes of it where two people type. */
@IntegrationTest
@Transactional
class NoticeFormPagesTest extends PagesOfNotices {

    private final CurrentUser colleague =
            SignedIn.person("苏明远", Role.MUNICIPAL_STAFF, MunicipalCentre.REF, "市管理中心", null);

    @Test
    void mistakesStandAtTheirFieldsAndNothingTypedIsLost() {
        Map<String, String> form = form("", LocalDate.now(clock).minusDays(1), null);
        form.put("body", "见[这里](www.example.com)");
        Document page = Pages.parse(invalid(pages.post("/manage/notices/new", world.municipal(), form)));

        assertThat(page.title()).startsWith("错误：新建通知公告");
        assertThat(page.select("#title-error").text()).contains("请填写标题");
        assertThat(page.select("#body-error").text()).contains("链接“www.example.com”打不开");
        assertThat(page.select("textarea").text()).isEqualTo("见[这里](www.example.com)");
        form.put("title", TITLE);
        form.put("body", "正文");
        page = Pages.parse(invalid(pages.post("/manage/notices/new", world.municipal(), form)));
        assertThat(page.select("#shownFrom-error").text()).contains("不能早于今天");
        form.put("shownFrom", LocalDate.now(clock).plusDays(3).toString());
        form.put("shownUntil", LocalDate.now(clock).plusDays(2).toString());
        page = Pages.parse(invalid(pages.post("/manage/notices/new", world.municipal(), form)));
        assertThat(page.select("#shownUntil-error").text()).contains("不能早于显示起始日期");
        assertThat(page.select("#title").val()).isEqualTo(TITLE);
    }

    @Test
    void aPreviewShowsItAndKeepsNothing() {
        Map<String, String> form = form("只看看", null, null);
        form.put("preview", "true");
        MvcTestResult result = pages.post("/manage/notices/new", world.municipal(), form);

        assertThat(result).hasStatusOk();
        Document page = Pages.parse(result);
        assertThat(page.select("#preview .notice-title").text()).isEqualTo("只看看");
        assertThat(page.select("#preview .notice-text strong").text()).isEqualTo("十二月底");
        assertThat(page.select("#title").val()).isEqualTo("只看看");
        assertThat(page.select("input[name=submission]").val()).isEqualTo(form.get("submission"));
        assertThat(pages.open("/manage/notices?q=只看看", world.municipal()).select("tbody tr"))
                .isEmpty();
    }

    @Test
    void aFormSentTwiceMakesOneNotice() {
        Map<String, String> form = form("只有一条", null, null);

        assertThat(write(form)).isEqualTo(write(form));
        assertThat(pages.open("/manage/notices?q=只有一条", world.municipal()).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void aFormSentAgainWithAnotherTextIsNotDroppedInSilence() {
        Map<String, String> form = form("先写的标题", null, null);
        String address = write(form);
        form.put("title", "后写的标题");

        MvcTestResult again = pages.post("/manage/notices/new", world.municipal(), form);

        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(again).select("#title").val()).isEqualTo("后写的标题");
        assertThat(notices.get(number(address)).title()).isEqualTo("先写的标题");
    }

    @Test
    void whoSavesSecondIsToldWhatTheFirstDidAndKeepsWhatWasTyped() {
        String address = draft(TITLE);
        Map<String, String> open = opened(address);
        revise(address, colleague, Map.of("title", "同事改过的标题"));

        open.put("title", "我的标题");
        MvcTestResult stale = pages.post(address + "/edit", world.municipal(), open);

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        Document page = Pages.parse(stale);
        assertThat(page.select(".notice-warning").text()).contains("没有保存", "苏明远");
        assertThat(page.select("tbody tr").first().text()).contains("同事改过的标题", "我的标题");
        assertThat(page.select("#title").val()).isEqualTo("我的标题");
        assertThat(notices.get(number(address)).title()).isEqualTo("同事改过的标题");
        open.put("version", page.select("input[name=version]").val());
        assertThat(pages.post(address + "/edit", world.municipal(), open)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(notices.get(number(address)).title()).isEqualTo("我的标题");
    }

    @Test
    void nobodyPublishesATextThatTheyHaveNotSeen() {
        String address = draft(TITLE);
        Map<String, String> seen = Map.of("version", opened(address).get("version"));
        revise(address, colleague, Map.of("body", "换掉的正文"));

        MvcTestResult result = pages.post(address + "/publish", world.municipal(), seen);

        assertThat(said(result)).contains("没有办理", "苏明远");
        assertThat(notices.get(number(address)).status()).isEqualTo(NoticeStatus.DRAFT);
    }
}
