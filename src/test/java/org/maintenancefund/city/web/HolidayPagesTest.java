package org.maintenancefund.city.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 节假日 as its pages show it, and the due dates that move with it. A year far from those of the configuration. */
@IntegrationTest
@Transactional
class HolidayPagesTest {

    private static final String PAGE = "/settings/holidays/2030";

    private static final String NOTICE = """
            一、元旦：1月1日（周二）至6日（周日）放假调休，共6天。
            二、春节：2月2日至8日放假调休，共7天。2月9日（周六）上班。
            三、国庆节：10月1日至7日放假，共7天。
            """;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee committees;

    @Autowired
    Applications applications;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TravellingClock clock;

    private <T> T on(LocalDate day, Supplier<T> work) {
        return clock.at(day.atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }

    /** Somebody does something in December 2029, when the next year's holidays are announced. */
    private <T> T inDecember(Supplier<T> work) {
        return on(LocalDate.of(2029, 12, 28), work);
    }

    private MvcTestResult send(String path, String text, int version) {
        return inDecember(() ->
                pages.post(path, world.administrator(), Map.of("text", text, "version", Integer.toString(version))));
    }

    private Document open(String path) {
        return inDecember(() -> pages.open(path, world.administrator()));
    }

    private LocalDate due(ApplicationNumber number) {
        return applications.forReview(ACommittee.KIND, number, world.clerk()).dueOn();
    }

    private int version(ApplicationNumber number) {
        return applications.forReview(ACommittee.KIND, number, world.clerk()).version();
    }

    @Test
    void aYearIsPastedLookedAtAndSavedAndWhatIsDueMovesWithIt() {
        ApplicationNumber waiting = inDecember(() -> committees.submitted(world.area("待放假院"), "待放假院业主委员会"));
        ApplicationNumber decided = inDecember(() -> committees.submitted(world.area("已放假院"), "已放假院业主委员会"));
        inDecember(() -> {
            committees.decided(decided, ReviewAction.REFUSE, world.clerk());
            return null;
        });
        int seen = version(waiting);
        assertThat(due(waiting)).as("a Friday and five working days").isEqualTo(LocalDate.of(2030, 1, 4));

        MvcTestResult check = send(PAGE + "/check", NOTICE, 0);

        assertThat(check).hasStatusOk();
        Document page = Pages.parse(check);
        assertThat(page.select("main").text()).contains("还没有保存", "元旦", "6 天", "春节", "调休上班", "1 件待审核申请的办理期限会随之变动");
        assertThat(due(waiting)).isEqualTo(LocalDate.of(2030, 1, 4));
        assertThat(workingDays.isListed(2030)).isFalse();

        MvcTestResult saved = send(PAGE, page.select("input[name=text]").attr("value"), 0);

        assertThat(saved).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(PAGE);
        assertThat(due(waiting)).isEqualTo(LocalDate.of(2030, 1, 10));
        assertThat(due(decided)).as("was decided").isEqualTo(LocalDate.of(2030, 1, 4));
        assertThat(version(waiting)).as("a reviewer's page is still good").isEqualTo(seen);
        assertThat(workingDays.isListed(2030)).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2030, 2, 9))).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'APPLICATION_DUE_MOVED'"
                                + " AND object_id = :number AND changes::text LIKE '%2030-01-04%2030-01-10%'")
                        .param("number", waiting.value())
                        .query(Long.class)
                        .single())
                .isOne();
        Document year = open(PAGE);
        assertThat(year.select(".identity-bar").text()).contains("2030 年节假日", "已录入", "最近改动");
        assertThat(year.select(".timeline").text()).contains("录入节假日", "2030-01-01 至 2030-01-06 元旦", "变动的办理期限：1");
        assertThat(open("/settings").select("#holidays tr:contains(2030 年)").text())
                .contains("已录入", "放假 3 段，调休上班 1 天");
    }

    @Test
    void linesThatAreNotUnderstoodAreNamedAndNothingIsLost() {
        String pasted = "国务院办公厅通知\n" + NOTICE + "\n中秋节：9月30日放假，共3天";

        MvcTestResult result = send(PAGE + "/check", pasted, 0);

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(result);
        assertThat(page.select(".field-error").text()).contains("有 2 行不能采用");
        assertThat(page.select("main li").text()).contains("第 1 行“国务院办公厅通知”：没有看懂", "第 6 行", "写的是共 3 天，但从开始到结束是 1 天");
        assertThat(page.select("textarea[name=text]").text()).contains("国务院办公厅通知", "中秋节");
        assertThat(send(PAGE, pasted, 0)).as("past the check").hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(send(PAGE + "/check", " ", 0))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("请填写各节日的安排");
        assertThat(send(PAGE + "/check", "2030-02-09 上班", 0))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("至少要有一个节日");
        assertThat(send(PAGE + "/check", "春".repeat(4001), 0))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("最多 4000 个字");
    }

    @Test
    void whatWasTypedIsStillThereOnTheWayBack() {
        MvcTestResult back = inDecember(() -> pages.post(
                PAGE + "/check", world.administrator(), Map.of("text", NOTICE, "version", "0", "again", "true")));

        assertThat(back).hasStatusOk();
        assertThat(Pages.parse(back).select("textarea[name=text]").text()).contains("元旦：1月1日");
    }

    @Test
    void theAdministratorIsAskedFromTheFirstOfDecemberOnUntilTheYearIsThere() {
        assertThat(todosOn(LocalDate.of(2029, 11, 30))).doesNotContain("2030 年的节假日安排");
        assertThat(todosOn(LocalDate.of(2029, 12, 1))).contains("2030 年的节假日安排还没有录入");
        send(PAGE, "元旦：1月1日放假", 0);
        assertThat(todosOn(LocalDate.of(2029, 12, 31)))
                .as("without National Day it is no year's list")
                .contains("2030 年的节假日安排还没有录入");

        send(PAGE, NOTICE, 1);

        assertThat(todosOn(LocalDate.of(2029, 12, 31))).doesNotContain("2030 年的节假日安排");
        assertThat(todosOn(LocalDate.of(2030, 1, 2)))
                .doesNotContain("2030 年的节假日安排")
                .contains("2030 年已录入，2031 年待公布后录入", "齐全");
        assertThat(todosOn(LocalDate.of(2030, 12, 1))).contains("2030 年已录入，2031 年没有录入", "缺下一年");
    }

    private String todosOn(LocalDate day) {
        return on(day, () -> pages.open("/workbench", world.administrator()).select("main"))
                .text();
    }

    @Test
    void whoComesSecondIsShownWhatIsThere() {
        send(PAGE, NOTICE, 0);

        MvcTestResult late = send(PAGE, "元旦：1月1日放假", 0);

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        Document page = Pages.parse(late);
        assertThat(page.select("main").text()).contains("没有保存", "春节");
        assertThat(page.select("textarea[name=text]").text()).isEqualTo("元旦：1月1日放假");
        assertThat(page.select("input[name=version]").attr("value")).isEqualTo("1");
    }

    @Test
    void theConfigurationsDaysComeBackAndWhatWasDueGoesBackToo() {
        String page = "/settings/holidays/2026";
        ApplicationNumber waiting =
                on(LocalDate.of(2026, 9, 29), () -> committees.submitted(world.area("复原院"), "复原院业主委员会"));
        assertThat(due(waiting)).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(restorePage(page)).hasStatus(HttpStatus.NOT_FOUND);
        on(
                LocalDate.of(2026, 9, 29),
                () -> pages.post(page, world.administrator(), Map.of("text", "国庆节：10月1日至8日放假", "version", "0")));
        assertThat(due(waiting)).isEqualTo(LocalDate.of(2026, 10, 14));

        assertThat(restorePage(page)).hasStatusOk().bodyText().contains("2026 年节假日的默认值", "办理期限会随之变动");
        assertThat(pages.post(page + "/restore", world.administrator(), Map.of("version", "5")))
                .hasRedirectedUrl(page);
        assertThat(pages.post(page + "/restore", world.administrator(), Map.of("version", "1")))
                .hasRedirectedUrl("/settings");

        assertThat(due(waiting)).isEqualTo(LocalDate.of(2026, 10, 12));
    }

    private MvcTestResult restorePage(String page) {
        return on(LocalDate.of(2026, 9, 29), () -> pages.get(page + "/restore", world.administrator()));
    }

    @Test
    void aYearThatNobodyAsksForIsNotFound() {
        for (String year : new String[] {"1999", "2055", "zwanzig", "99999999999"}) {
            assertThat(pages.get("/settings/holidays/" + year, world.administrator()))
                    .as(year)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }
}
