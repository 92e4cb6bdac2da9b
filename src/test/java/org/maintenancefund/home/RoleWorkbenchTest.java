package org.maintenancefund.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each role sees on its workbench what it looks after, and behind each number the list of exactly so many. */
@IntegrationTest
@Transactional
class RoleWorkbenchTest {

    /** A week and the one after it without holidays, at the end of one month and the beginning of the next. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee committees;

    @Autowired
    AnAssociation associations;

    @Autowired
    TravellingClock clock;

    @Autowired
    SettingService settings;

    @Autowired
    JdbcClient jdbc;

    private DistrictCentre district;
    private CurrentUser clerk;

    @BeforeEach
    void aDistrictOfItsOwn() {
        String letters = world.freeLetters();
        district = world.district(letters, "工作" + letters + "区", "甲街道");
        clerk = world.clerkOf(district.id());
    }

    private AreaId area(String name) {
        return world.area(AnArea.named(name).in(district.streets().get(0).id()));
    }

    private <T> T on(LocalDate day, Supplier<T> work) {
        return clock.at(
                ZonedDateTime.of(day, LocalTime.of(10, 0), clock.getZone()).toInstant(), work);
    }

    private ApplicationNumber submitted(LocalDate day, String name) {
        AreaId area = area(name);
        return on(day, () -> committees.submitted(area, name + "业主委员会"));
    }

    private void decided(LocalDate day, ApplicationNumber number, ReviewAction action) {
        on(day, () -> {
            committees.decided(number, action, clerk);
            return number;
        });
    }

    private Document workbench(CurrentUser user) {
        return pages.open("/workbench", user);
    }

    private static Element todo(Document page, String title) {
        Element found = page.selectFirst(".todo-list li:has(.todo-title:contains(" + title + "))");
        assertThat(found).as(title).isNotNull();
        return found;
    }

    private static String state(Document page, String title) {
        Element found = page.selectFirst(".area-list li:has(strong:contains(" + title + "))");
        assertThat(found).as(title).isNotNull();
        return found.text();
    }

    /** How many rows the list behind a link has. */
    private String listed(Element link, CurrentUser user) {
        Document list = pages.open(link.attr("href"), user);
        assertThat(list.select(".chip-unreadable")).as(link.attr("href")).isEmpty();
        Element total = list.selectFirst(".list-bar p strong");
        return total == null ? "0" : total.text();
    }

    // ---- district

    @Test
    void whatIsOverItsTimeIsToldApartFromWhatIsDue() {
        submitted(MONDAY, "过期院");
        submitted(MONDAY.plusDays(1), "到期院");
        submitted(MONDAY.plusDays(4), "不急院");

        // The sixth working day after the first, the fifth after the second.
        Document page = on(MONDAY.plusDays(8), () -> workbench(clerk));

        Element urgent = todo(page, "业委会审核：今天必须办");
        assertThat(urgent.text()).contains("最早一件已等待 6 个工作日", "1 件已超期，1 件即将超期");
        assertThat(urgent.select(".todo-count").text()).isEqualTo("2");
        assertThat(page.select(".todo-list li").eachText()).anyMatch(line -> line.startsWith("业委会审核其余的"));
    }

    @Test
    void thisMonthStandsBesideTheLastOneAndLeadsToItsDecisions() {
        ApplicationNumber first = submitted(MONDAY, "三月院");
        ApplicationNumber second = submitted(MONDAY, "四月院");
        ApplicationNumber third = submitted(MONDAY.plusDays(3), "五号院");
        decided(MONDAY.plusDays(2), first, ReviewAction.RETURN);
        LocalDate april = MONDAY.plusDays(9);
        decided(april, second, ReviewAction.APPROVE);
        decided(april, third, ReviewAction.APPROVE);
        AreaId again = area("六号院");
        on(april, () -> committees.resubmitted(again, "六号院业主委员会", clerk));

        List<Element> rows = on(april, () -> workbench(clerk)).select(".month-table tbody tr");

        assertThat(rows.stream().map(Element::text))
                .containsExactly("收到 1 件 3 件", "已通过 2 件 0 件", "已退回 1 件 1 件", "用时中位数 4 个工作日 2 个工作日");
        for (Element received : rows.get(0).select("a")) {
            assertThat(on(april, () -> listed(received, clerk)) + " 件").isEqualTo(received.text());
        }
        assertThat(rows.get(0).select("a")).hasSize(2);
        Element approved = rows.get(1).selectFirst("a");
        Element returned = rows.get(2).selectFirst("a");
        assertThat(on(april, () -> listed(approved, clerk))).isEqualTo("2");
        assertThat(on(april, () -> listed(returned, clerk))).isEqualTo("1");
    }

    @Test
    void contractsThatEndAreCountedWithTheListOfTheirAreasAndThoseThatAreRenewedAreNot() {
        EnterpriseId company = world.company("到期物业公司", district);
        CommitteeView ending = world.committee(area("合同院"), "合同院业主委员会");
        world.association(ending, company, null, world.today(), world.today().plusDays(20));
        CommitteeView renewed = world.committee(area("续签院"), "续签院业主委员会");
        world.association(renewed, company, null, world.today(), world.today().plusDays(20));
        world.association(
                renewed,
                company,
                null,
                world.today().plusDays(21),
                world.today().plusYears(1));

        Element todo = todo(workbench(clerk), "物业服务合同将到期");

        assertThat(todo.select(".todo-count").text()).isEqualTo("1");
        assertThat(todo.text()).contains("90 天内到期", "1 个在 30 天内");
        Document list = pages.open(todo.selectFirst("a").attr("href"), clerk);
        assertThat(list.select("tbody .card-title strong").eachText()).containsExactly("合同院");
        assertThat(list.select(".chips").text()).contains("合同将到期");

        Document ofCompany = workbench(world.personOf(company));
        assertThat(todo(ofCompany, "合同将到期").text())
                .contains("合同院", world.today().plusDays(20) + " 到期", "1 个在 30 天内");
        assertThat(todo(ofCompany, "将要生效：续签院").text()).contains("起由本单位管理");
    }

    @Test
    void whatBeginsOnTheSameDayStandsInTheOrderOfNames() {
        EnterpriseId company = world.company("次序物业公司", district);
        for (String name : List.of("张家院", "李家院")) {
            CommitteeView committee = world.committee(area(name), name + "业主委员会");
            LocalDate start = world.today().plusDays(5);
            world.association(committee, company, null, start, start.plusYears(1));
        }

        assertThat(workbench(world.personOf(company))
                        .select(".todo-title:contains(将要生效)")
                        .eachText())
                .containsExactly("将要生效：李家院", "将要生效：张家院");
    }

    // ---- who applies

    @Test
    void whoHasNotActivatedAnAccountIsToldToItsOrganisation() {
        CommitteeView committee = world.committee(area("激活院"), "激活院业主委员会");
        world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "13900001234", "activating");

        Document page = workbench(world.personOf(committee));

        assertThat(todo(page, "本单位有账号还没有激活").select(".todo-count").text()).isEqualTo("1");
        assertThat(state(page, "经办人员")).contains("待激活", "其中 1 位还没有激活账号");
    }

    @Test
    void aCommitteeSeesHowItsMattersStandAndWhoseTurnItIs() {
        CommitteeView committee = world.committee(area("事项院"), "事项院业主委员会");
        CurrentUser person = world.personOf(committee);
        EnterpriseId company = world.company("事项物业公司", district);

        Document fresh = workbench(person);
        assertThat(fresh.select("section:contains(我的事项) h2").text()).isEqualTo("我的事项");
        assertThat(state(fresh, "本届任期")).contains("任期内", "2025-06-01 至 2030-05-31");
        assertThat(state(fresh, "物业管理")).contains("没有关联", "请申请小区管理处关联");

        ApplicationNumber number = associations.submitted(
                committee, company, null, world.today(), world.today().plusDays(400));
        Document pending = workbench(person);
        assertThat(state(pending, "物业管理")).contains("办理中");
        assertThat(pending.select("section:contains(我的申请)").text()).contains("等" + district.centreName() + "审核，办理期限");

        associations.decided(number, ReviewAction.RETURN, clerk);
        assertThat(workbench(person).select("section:contains(我的申请)").text()).contains("等您修改：请在");

        world.association(committee, company, null, world.today(), world.today().plusDays(60));
        assertThat(state(workbench(person), "物业管理"))
                .contains("将到期", "由事项物业公司管理，关联到 " + world.today().plusDays(60) + " 为止", "续签", "请提交新的关联申请");
    }

    // ---- municipal

    @Test
    void theDistrictsStandSideBySideWithTheListsBehindTheirNumbers() {
        submitted(MONDAY, "市一院");
        submitted(MONDAY.plusDays(7), "市二院");
        LocalDate april = MONDAY.plusDays(10);
        ApplicationNumber late = submitted(MONDAY, "市三院");
        ApplicationNumber early = submitted(april, "市四院");
        decided(april, late, ReviewAction.RETURN);
        decided(april, early, ReviewAction.APPROVE);
        // With eight working days from now on the late one stays late: it was promised within five.
        settings.save(Setting.WORKING_DAYS, "8", 0, world.administrator());

        Element row = on(april, () -> workbench(world.municipal())).select("tbody tr").stream()
                .filter(one -> one.selectFirst("th").text().equals(district.name()))
                .findFirst()
                .orElseThrow();

        assertThat(row.select("td").eachText()).containsExactly("2", "8 个工作日", "1", "1", "1", "1", "0 个工作日", "50%");
        assertThat(row.select("td a")).hasSize(5);
        for (Element link : row.select("td a")) {
            assertThat(on(april, () -> listed(link, world.municipal())))
                    .as(link.attr("href"))
                    .isEqualTo(link.text());
        }
        String report = row.selectFirst("th a").attr("href");
        assertThat(pages.open(report, world.municipal()).select(".chips").text())
                .contains(district.name());
    }

    @Test
    void theMunicipalCentreIsLedToNoRecordThatItMayNotOpen() {
        submitted(MONDAY, "只读院");
        String list = "/reports/applications?district=" + district.id() + "&status=PENDING";

        assertThat(pages.open(list, world.municipal()).select("tbody .card-title a"))
                .isEmpty();
        Element own = pages.open("/reports/applications?status=PENDING", clerk).selectFirst("tbody .card-title a");
        assertThat(pages.get(own.attr("href"), clerk)).hasStatusOk();
        assertThat(pages.open(list, world.clerkElsewhere()).select(".chip-unreadable"))
                .isNotEmpty();
        assertThat(pages.get(list, world.personOf(world.company("外人物业公司")))).hasStatus(403);
    }

    // ---- administrator and auditor

    @Test
    void theAdministratorSeesHowTheSystemStandsAndWhichJobFailed() {
        jdbc.sql("DELETE FROM scheduled_tasks").update();
        assertThat(workbench(world.administrator())
                        .select("section:contains(后台任务)")
                        .text())
                .contains("没有登记的任务");
        job("audit-sealing", "now() + interval '1 minute'", 0);
        job("message-delivery", "now() + interval '1 minute'", 3);
        job("something-else", "now() - interval '1 hour'", 0);

        Document page = workbench(world.administrator());

        assertThat(page.select("section:contains(系统状态) strong").eachText())
                .containsExactly("共享账号", "消息发送", "节假日安排", "版本");
        assertThat(state(page, "版本")).containsPattern("程序 \\d+\\.\\d+.*，数据库结构 \\d+，数据库占用 \\d+ MB");
        assertThat(state(page, "消息发送")).contains("正常", "对外通知：电话通知");
        assertThat(page.select("section:contains(后台任务) > p").text()).contains("2 个需要查看，共 3 个");
        List<Element> jobs = page.select("section:contains(后台任务) tbody tr");
        assertThat(jobs.get(0).text()).startsWith("消息发送").contains("失败 3 次");
        assertThat(jobs.get(1).text()).startsWith("something-else").contains("没有按时执行");
        assertThat(jobs.get(2).text()).startsWith("操作日志封存").contains("正常");
    }

    private void job(String name, String next, int failures) {
        jdbc.sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
                        + " consecutive_failures, last_failure) VALUES (:name, 'recurring', " + next
                        + ", false, 1, :failures, now())")
                .param("name", name)
                .param("failures", failures)
                .update();
    }

    @Test
    void theAuditorSeesWhenTheTrailWasVerifiedAndWhatWasFound() {
        CurrentUser auditor = world.withAccount(
                new CurrentUser(OperatorId.next(), "", "秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null, false),
                "trail-reader");

        pages.post("/audit/verification", auditor, Map.of());

        Document page = workbench(auditor);
        assertThat(state(page, "验证链")).contains("完整", "上次验证 " + world.today(), "秦素文");
        assertThat(page.select(".area-list li:contains(记录封存)")).hasSize(1);
    }
}
