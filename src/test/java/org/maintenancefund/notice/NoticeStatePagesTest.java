package org.maintenancefund.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** From a draft to the home page and off it again. */
@IntegrationTest
@Transactional
class NoticeStatePagesTest extends PagesOfNotices {

    private boolean seenAfter(String address, int days) {
        return clock.at(
                clock.instant().plus(Duration.ofDays(days)),
                () -> visit(publicAddress(address)).getResponse().getStatus() == 200
                        && home().contains(publicAddress(address)));
    }

    private static List<String> buttons(Document page) {
        return page.select("main .btn").eachText();
    }

    @Test
    void aDraftIsSeenByThoseWhoWriteAndByNobodyElse() {
        String address = draft(TITLE);
        Document page = pages.open(address, world.municipal());

        assertThat(page.select("h1").text()).isEqualTo(TITLE);
        assertThat(page.select(".identity-bar .tag").text()).isEqualTo("草稿");
        assertThat(page.select(".notice-text strong").text()).isEqualTo("十二月底");
        assertThat(buttons(page)).contains("发布", "删除").doesNotContain("撤下", "置顶");
        assertThat(visit(publicAddress(address))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(home()).doesNotContain(TITLE);
    }

    @Test
    void publishedItStandsOnTheHomePageInTheListAndUnderItsOwnAddress() {
        String address = draft(TITLE);
        MvcTestResult published = act(address, "publish");

        assertThat(published).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(home()).contains(TITLE, publicAddress(address));
        assertThat(Pages.parse(visit("/notices")).select(".notice-list a").eachText())
                .contains(TITLE);
        Document page = Pages.parse(visit(publicAddress(address)));
        assertThat(page.title()).isEqualTo(TITLE + " - 物业专项维修资金信息管理系统");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".notice-text h2").text()).isEqualTo("时间");
        assertThat(pages.open(address, world.municipal())
                        .select(".identity-bar .tag")
                        .text())
                .isEqualTo("已发布");
    }

    @Test
    void takenDownNobodySeesItAndItCanBeRevisedAndPublishedAgain() {
        String address = draft(TITLE);
        act(address, "publish");
        act(address, "take-down");

        assertThat(visit(publicAddress(address))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(home()).doesNotContain(TITLE);
        assertThat(buttons(pages.open(address, world.municipal())))
                .contains("发布")
                .doesNotContain("撤下", "删除");
        revise(address, world.municipal(), Map.of("title", "关于信息更新工作的补充通知"));
        act(address, "publish");
        assertThat(home()).contains("关于信息更新工作的补充通知");
        assertThat(pages.open(address, world.municipal())
                        .select("#history li > strong")
                        .eachText())
                .containsExactly("发布通知公告", "修改通知公告", "撤下通知公告", "发布通知公告", "新建通知公告");
    }

    @Test
    void itShowsFromTheFirstDayToTheLast() {
        LocalDate today = LocalDate.now(clock);
        String address = write(form(TITLE, today.plusDays(2), today.plusDays(3)));
        act(address, "publish");

        assertThat(status(address)).isEqualTo("未到显示日期");
        assertThat(seenAfter(address, 1)).isFalse();
        assertThat(seenAfter(address, 2)).isTrue();
        assertThat(seenAfter(address, 3)).isTrue();
        assertThat(seenAfter(address, 4)).isFalse();
        assertThat(clock.at(clock.instant().plus(Duration.ofDays(4)), () -> status(address)))
                .isEqualTo("已过显示日期");
    }

    @Test
    void aDraftThatWaitedTooLongShowsFromTheDayItIsPublished() {
        LocalDate today = LocalDate.now(clock);
        String address = write(form(TITLE, today.plusDays(1), null));

        clock.at(clock.instant().plus(Duration.ofDays(5)), () -> act(address, "publish"));

        assertThat(notices.get(number(address)).content().from()).isEqualTo(today.plusDays(5));
    }

    @Test
    void whatIsOverIsNotPublished() {
        LocalDate today = LocalDate.now(clock);
        String address = write(form(TITLE, null, today.plusDays(1)));

        MvcTestResult refused = clock.at(clock.instant().plus(Duration.ofDays(2)), () -> act(address, "publish"));

        assertThat(said(refused)).startsWith("没有发布：显示截止日期 " + today.plusDays(1));
        assertThat(notices.get(number(address)).status()).isEqualTo(NoticeStatus.DRAFT);
    }

    @Test
    void whatIsShownIsNotHiddenByALaterStart() {
        String address = draft(TITLE);
        act(address, "publish");
        Map<String, String> open = opened(address);
        open.put("shownFrom", LocalDate.now(clock).plusDays(30).toString());

        MvcTestResult refused = invalid(pages.post(address + "/edit", world.municipal(), open));

        assertThat(Pages.parse(refused).select(".error-summary").text()).contains("请先撤下");
        assertThat(notices.get(number(address)).status()).isEqualTo(NoticeStatus.SHOWN);
    }

    @Test
    void oneThatComesBackAfterItsEndLeavesThePinToOthers() {
        LocalDate today = LocalDate.now(clock);
        String address = write(form(TITLE, null, today));
        act(address, "publish");
        act(address, "pin");
        clock.at(clock.instant().plus(Duration.ofDays(1)), () -> {
            revise(
                    address,
                    world.municipal(),
                    Map.of("shownUntil", today.plusDays(9).toString()));
            return null;
        });

        assertThat(pages.open(address, world.municipal()).select("main").text()).contains("置顶 否");
    }

    @Test
    void whatCanNotBeDoneAnyMoreIsSaid() {
        String address = draft(TITLE);
        act(address, "publish");

        assertThat(said(act(address, "publish"))).isEqualTo("没有办理：这条公告现在是“已发布”，不能发布");
        assertThat(said(act(address, "delete"))).contains("不能删除");
        assertThat(said(pages.post(address + "/take-down", world.municipal(), Map.of("version", "x"))))
                .contains("没有办理");
        assertThat(notices.get(number(address)).status()).isEqualTo(NoticeStatus.SHOWN);
    }

    @Test
    void threeArePinnedAtMostAndStandFirst() {
        for (String title : List.of("甲公告", "乙公告", "丙公告")) {
            String address = draft(title);
            act(address, "publish");
            act(address, "pin");
        }
        String newest = draft("丁公告");
        act(newest, "publish");

        assertThat(said(act(newest, "pin"))).contains("已有 3 条公告置顶");
        assertThat(Pages.parse(visit("/notices"))
                        .select(".notice-list a")
                        .eachText()
                        .subList(0, 4))
                .containsExactly("丙公告", "乙公告", "甲公告", "丁公告");
    }
}
