package org.maintenancefund.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;

/** The lists of notices: on the home page, of what is shown, of all. */
@IntegrationTest
@Transactional
class NoticeListPagesTest extends PagesOfNotices {

    @Test
    void theHomePageHasThePinnedAndTheFiveNewest() {
        String pinned = draft("置顶的公告");
        act(pinned, "publish");
        act(pinned, "pin");
        for (int i = 1; i <= 6; i++) {
            act(draft("第" + i + "号公告"), "publish");
        }

        assertThat(Pages.parse(visit("/")).select(".notice-list a").eachText())
                .containsExactly("置顶的公告", "第6号公告", "第5号公告", "第4号公告", "第3号公告", "第2号公告");
        act(pinned, "unpin");
        assertThat(home()).doesNotContain("置顶的公告");
    }

    @Test
    void theListGoesOnPageByPageByOneStatementEach() {
        for (int i = 1; i <= 25; i++) {
            act(draft("公告之" + i), "publish");
        }
        Document first = Pages.parse(visit("/notices"));
        String next = first.select("a[rel=next]").attr("href");
        Document second = Pages.parse(visit(next));

        assertThat(first.select(".notice-list li")).hasSize(20);
        assertThat(second.select(".notice-list a").eachText()).contains("公告之5", "公告之1");
        assertThat(Statements.of(() -> visit(next)))
                .filteredOn(statement -> statement.contains("FROM notice"))
                .hasSize(1);
    }

    @Test
    void aPlaceInTheListThatIsNoneFindsNothing() {
        for (String key :
                List.of("1", "1|2026-11-01|x", "1|+999999999-01-01|5", "1|2026-13-01|5", "9999999999|2026-11-01|5")) {
            String after = Cursor.write((Object[]) key.split("\\|"));
            assertThat(Pages.parse(visit("/notices?after=" + after))
                            .select("main")
                            .text())
                    .as(key)
                    .contains("没有查到");
        }
    }

    /** What is told of a day in Java is found by the same words in the database. */
    @ParameterizedTest
    @EnumSource
    void theListIsFilteredByWhereANoticeStands(NoticeStatus status) {
        LocalDate today = LocalDate.now(clock);
        draft("草稿");
        act(write(form("后天", today.plusDays(2), null)), "publish");
        act(draft("今天"), "publish");
        act(write(form("今天止", null, today)), "publish");
        clock.at(clock.instant().minus(Duration.ofDays(9)), () -> {
            act(write(form("过去", null, LocalDate.now(clock).plusDays(8))), "publish");
        });
        String down = draft("撤下");
        act(down, "publish");
        act(down, "take-down");

        Document page = pages.open("/manage/notices?status=" + status, world.municipal());

        assertThat(page.select("tbody tr"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.select("td[data-label=状态]").text()).isEqualTo(status.label()));
        assertThat(page.select("tbody strong").eachText().stream()
                        .filter(List.of("草稿", "后天", "今天", "今天止", "过去", "撤下")::contains))
                .containsExactlyElementsOf(
                        switch (status) {
                            case DRAFT -> List.of("草稿");
                            case UPCOMING -> List.of("后天");
                            case SHOWN -> List.of("今天止", "今天");
                            case ENDED -> List.of("过去");
                            case TAKEN_DOWN -> List.of("撤下");
                        });
    }

    @Test
    void theListGoesOutAsASpreadsheet() {
        draft(TITLE);

        assertThat(pages.get("/manage/notices/export?q=信息更新", world.municipal()))
                .hasStatusOk()
                .headers()
                .hasValue("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void numbersThatAreNoneAreNotFound() {
        for (String number : List.of("0", "-1", "1x", "99999999999", "999999999", "+1", "１")) {
            assertThat(visit("/notices/" + number)).as(number).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(pages.get("/manage/notices/" + number, world.municipal()))
                    .as(number)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }
}
