package org.maintenancefund.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What waits stands on the workbench of whom it waits for, before it says that nothing does. */
@IntegrationTest
@Transactional
class WorkbenchTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee committees;

    @Autowired
    AnAssociation associations;

    @Autowired
    Operators operators;

    private Document workbench(CurrentUser user) {
        return pages.open("/workbench", user);
    }

    private String todos(CurrentUser user) {
        return workbench(user).select(".todo-list").text();
    }

    @Test
    void aCommitteeIsLedFromItsRegistrationToItsAssociation() {
        CommitteeView committee = world.committee(world.area("听雨轩"), "听雨轩业主委员会");
        CurrentUser person = world.personOf(committee);
        EnterpriseId company = world.company("听雨物业公司");

        Document fresh = workbench(person);
        assertThat(fresh.select(".todo-list").text()).contains("本小区还没有关联物业服务企业");
        assertThat(fresh.select(".todo-list a[href=/associations/new]")).hasSize(1);
        assertThat(fresh.select(".progress-line li").eachText())
                .satisfiesExactly(
                        step -> assertThat(step).startsWith("注册"),
                        step -> assertThat(step).startsWith("审核"),
                        step -> assertThat(step).startsWith("用户名"),
                        step -> assertThat(step).startsWith("激活"),
                        step -> assertThat(step).startsWith("关联"),
                        step -> assertThat(step).startsWith("生效"));
        assertThat(fresh.select("section:has(.progress-line)").text())
                .contains(
                        world.district().centreName(),
                        world.district().phone().toString(),
                        "示范路 1 号（工作日 9:00–12:00，14:00–17:30）");

        ApplicationNumber number = associations.submitted(
                committee, company, null, world.today(), world.today().plusYears(2));
        Document waiting = workbench(person);
        assertThat(waiting.select(".todo-list").text()).doesNotContain("还没有关联");
        assertThat(waiting.select("section:contains(我的申请)").text()).contains(number.toString(), "待审核", "办理期限");
        assertThat(waiting.select("section:has(.progress-line)").text()).contains("关联申请 " + number + " 正在审核");

        associations.decided(number, ReviewAction.RETURN, world.clerk());
        LocalDate mendBy = world.today().plusDays(90);
        assertThat(todos(person)).contains("已退回，请修改：", number.toString(), "请在 " + mendBy + "（含当日）前修改");
    }

    @Test
    void whatWasBegunIsGoneOnWith() {
        EnterpriseId company = world.company("拾光物业公司");
        CurrentUser person = world.personOf(company);
        assertThat(todos(person)).contains("还没有小区管理处");
        world.office("拾光管理处", company);
        assertThat(todos(person)).doesNotContain("还没有小区管理处");

        pages.post("/areas/applications/start", person, Map.of());

        Document page = workbench(person);
        assertThat(page.select(".todo-list").text()).contains("继续填写：", "还没有提交");
        assertThat(pages.get(page.select(".todo-list a[href*=draft]").attr("href"), person))
                .hasStatusOk();
    }

    @Test
    void aContractThatHasNotBegunIsNamedWithItsFirstDay() {
        CommitteeView committee = world.committee(world.area("待雪台"), "待雪台业主委员会");
        EnterpriseId company = world.company("待雪物业公司");
        LocalDate begins = world.today().plusDays(10);

        world.association(committee, company, null, begins, begins.plusYears(1));

        assertThat(todos(world.personOf(company))).contains("将要生效：待雪台", begins + " 起由本单位管理");
        assertThat(workbench(world.personOf(committee))
                        .select("section:has(.progress-line)")
                        .text())
                .contains("接下来：关联已通过，" + begins + " 起生效");
    }

    @Test
    void theLineSaysWhoseTurnItIsAndGoesOnceItIsNobodys() {
        ApplicationNumber number = committees.submitted(world.area("照水居"), "照水居业主委员会");
        String review = "/committees/reviews/" + number;
        assertThat(turn(review)).isEqualTo("审核");
        committees.decided(number, ReviewAction.APPROVE, world.clerk());
        assertThat(turn(review)).isEqualTo("用户名");

        CommitteeView committee = world.committee(world.area("照水居"), "照水居业主委员会");
        IssuedAccount account =
                world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "13900001234", "zhaoshuiwang");
        assertThat(turn(review)).isEqualTo("激活");
        assertThat(pages.open(review, world.clerk())
                        .select(".progress-line .done")
                        .text())
                .contains("已创建 1 个");
        operators.activate(account.username(), account.activationCode(), "a quiet long evening");
        assertThat(turn(review)).isEqualTo("关联");

        world.association(
                committee,
                world.company("照水物业公司"),
                null,
                world.today(),
                world.today().plusYears(1));
        assertThat(turn(review)).isEmpty();
        assertThat(workbench(world.personOf(committee)).select(".progress-line"))
                .isEmpty();
        assertThat(pages.open("/my/committee", world.personOf(committee))
                        .select(".progress-line .done")
                        .eachText())
                .hasSize(6);
    }

    private String turn(String review) {
        return pages.open(review, world.clerk())
                .select(".progress-line .current strong")
                .text();
    }

    @Test
    void theNumberInTheHeaderIsWhatTheListAddsUpTo() {
        for (String name : List.of("甲院", "乙院", "丙院")) {
            committees.submitted(world.area(name), name + "业主委员会");
        }
        ApplicationNumber decided = committees.submitted(world.area("丁院"), "丁院业主委员会");
        committees.decided(decided, ReviewAction.RETURN, world.clerk());

        Document page = workbench(world.clerk());

        int sum = page.select(".todo-count").eachText().stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(sum).isGreaterThanOrEqualTo(4);
        assertThat(page.select(".header-tools .badge-count").text()).isEqualTo(Integer.toString(sum));
        assertThat(page.select(".todo-group").eachText()).containsSubsequence("审核", "通知");
        assertThat(page.select(".todo-list a").eachText()).doesNotHaveDuplicates();
        assertThat(page.select(".month-table").text()).contains("用时中位数", "0 个工作日");
    }

    @ParameterizedTest
    @CsvSource({
        "DISTRICT_STAFF, 4",
        "MUNICIPAL_STAFF, 4",
        "SYSTEM_ADMIN, 4",
        "ENTERPRISE_OPERATOR, 4",
        "OFFICE_OPERATOR, 4",
    })
    void theShortcutsAreFourAndLeadSomewhere(Role role, int count) {
        CurrentUser user = switch (role) {
            case DISTRICT_STAFF -> world.clerk();
            case MUNICIPAL_STAFF -> world.municipal();
            case ENTERPRISE_OPERATOR -> world.personOf(world.company("捷径物业公司"));
            case OFFICE_OPERATOR -> world.personOf(world.office("捷径管理处", world.company("捷径物业公司")));
            default -> world.administrator();
        };

        List<String> hrefs = workbench(user).select(".halves .plain-list a").eachAttr("href");

        assertThat(hrefs).hasSize(count);
        hrefs.forEach(href -> assertThat(pages.get(href, user)).hasStatusOk());
    }
}
