package org.maintenancefund.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 小区管理处信息管理 as its pages show it. */
@IntegrationTest
@Transactional
class OfficePagesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    private Offices offices;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCompanyWithoutOfficesIsToldWhatToDoNext() {
        Document page = pages.open("/my/offices", operator());

        assertThat(page.title()).isEqualTo("小区管理处信息管理 - 物业专项维修资金信息管理系统");
        assertThat(page.select("h1").text()).isEqualTo("小区管理处信息管理");
        assertThat(page.select(".empty").text()).contains("还没有小区管理处").contains("新建小区管理处");
    }

    @Test
    void theFormHasTheFieldsOfTheManualInTheirOrder() {
        Document page = pages.open("/my/offices/new", operator());

        assertThat(page.select("h1").text()).isEqualTo("新建小区管理处");
        assertThat(page.select("main form label.field-label").eachText())
                .containsExactly("管理处名称", "所属区", "地址", "负责人", "联系人姓名", "联系人手机号码", "值班电话（选填）", "报修电话（选填）", "备注（选填）");
        assertThat(page.select("main form button").eachText()).containsExactly("保存");
        assertThat(page.select("#district option[selected]").text())
                .isEqualTo(world.district().name());
    }

    @Test
    void everyFieldOfTheFormArrives() {
        MvcTestResult saved = pages.post("/my/offices/new", operator(), filled());

        assertThat(saved).hasStatus(303);
        OfficeView office = only();
        assertThat(saved).hasRedirectedUrl("/my/offices/" + office.id());
        assertThat(office.state()).isEqualTo(OfficeState.ACTIVE);
        assertThat(office.changedBy()).isEqualTo("周敏");
        Document page = pages.open("/my/offices/" + office.id(), operator());
        assertThat(page.select("h1").text()).isEqualTo("和谐花园管理处");
        assertThat(page.select(".summary-list").text())
                .contains("管理处名称 和谐花园管理处", "所属区 " + world.district().name(), "地址 甲街道 9 号", "负责人 郑负责", "联系人姓名 钱联系")
                .contains("联系人手机号码 13900004321", "值班电话 0000-7654321-8", "报修电话 4001234567", "备注 第一行第二行")
                .contains("所管物业区域 暂无");
        assertThat(page.select("main button, main a.btn").eachText()).containsExactly("修改", "停用", "删除", "返回列表");
    }

    @Test
    void theListIsSearchedAndShowsMobilesMasked() {
        opened();

        assertThat(pages.open("/my/offices?text=ＱＺ", operator())
                        .select(".empty")
                        .text())
                .contains("没有查到");
        assertThat(pages.open("/my/offices?text=和谐", operator())
                        .select("tbody tr")
                        .text())
                .contains("和谐花园管理处", world.district().name(), "郑负责", "139****4321", "有效")
                .doesNotContain("13900004321");
    }

    @Test
    void mistakesAreNamedAtTheirFieldsAndNothingTypedIsLost() {
        Map<String, String> typed = filled();
        typed.put("name", "　");
        typed.put("district", "nowhere");
        typed.put("contactMobile", "1390000123");
        typed.put("dutyPhone", "1234567");
        typed.put("remark", "字".repeat(501));

        MvcTestResult result = pages.post("/my/offices/new", operator(), typed);

        assertThat(result).hasStatus(400);
        Document page = Pages.parse(result);
        assertThat(page.title()).startsWith("错误：新建小区管理处");
        assertThat(page.select(".error-summary h2").text()).isEqualTo("有 5 处需要更正");
        assertThat(page.select(".error-summary a").eachAttr("href"))
                .containsExactly("#name", "#district", "#contactMobile", "#dutyPhone", "#remark");
        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "请填写管理处名称",
                        "请选择所属区",
                        "联系人手机号码应为 11 位数字，现在只有 10 位",
                        "请在值班电话号码前加上区号，例如 0000-1234567",
                        "备注最多 500 个字，现在多了 1 个");
        assertThat(page.select("#address").val()).isEqualTo("甲街道 9 号");
        assertThat(page.select("#contactMobile").val()).isEqualTo("1390000123");
    }

    @Test
    void aTakenNameIsAMessageAtItsFieldWhateverTheWidth() {
        pages.post("/my/offices/new", operator(), filled());
        Map<String, String> again = filled();
        again.put("name", "和谐 花园管理处");
        again.put("address", "另一处");

        MvcTestResult result = pages.post("/my/offices/new", operator(), again);

        assertThat(result).hasStatus(400);
        assertThat(Pages.parse(result).select("#name-error").text()).contains("本企业已有同名的小区管理处");
        assertThat(pages.post("/my/offices/new", stranger(), filled())).hasStatus(303);
    }

    @Test
    void theSameFormSentTwiceLandsOnTheSameOffice() {
        MvcTestResult first = pages.post("/my/offices/new", operator(), filled());
        MvcTestResult second = pages.post("/my/offices/new", operator(), filled());

        assertThat(second).hasStatus(303);
        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(offices.allOf(company())).hasSize(1);
    }

    @Test
    void anEditIsSavedAndSaysWhoMadeIt() {
        OfficeView office = opened();
        Map<String, String> typed = filled();
        typed.put("head", "冯新任");
        typed.put("version", Integer.toString(office.version()));
        CurrentUser colleague = SignedIn.person(
                "韩同事",
                Role.ENTERPRISE_OPERATOR,
                company().ref(),
                "甲",
                world.district().id());

        assertThat(pages.post("/my/offices/" + office.id() + "/edit", colleague, typed))
                .hasStatus(303);

        assertThat(only().details().head()).hasToString("冯新任");
        assertThat(pages.open("/my/offices/" + office.id(), operator())
                        .select(".identity-bar")
                        .text())
                .contains("韩同事");
    }

    @Test
    void aStaleEditTellsWhoChangedWhatAndKeepsWhatWasTyped() {
        OfficeView office = opened();
        String address = "/my/offices/" + office.id() + "/edit";
        Map<String, String> theirs = filled();
        theirs.put("head", "冯新任");
        theirs.put("version", Integer.toString(office.version()));
        pages.post(address, operator(), theirs);
        Map<String, String> mine = filled();
        mine.put("address", "甲街道 10 号");
        mine.put("version", Integer.toString(office.version()));

        MvcTestResult stale = pages.post(address, operator(), mine);

        assertThat(stale).hasStatus(409);
        Document page = Pages.parse(stale);
        assertThat(page.select(".notice").text()).contains("没有保存", "周敏");
        assertThat(page.select("tbody tr").eachText()).containsExactly("地址 甲街道 9 号 甲街道 10 号", "负责人 冯新任 郑负责");
        assertThat(page.select("#address").val()).isEqualTo("甲街道 10 号");
        assertThat(only().details().head()).hasToString("冯新任");

        mine.put("version", page.select("input[name=version]").val());
        assertThat(pages.post(address, operator(), mine)).hasStatus(303);
        assertThat(only().details().address()).isEqualTo("甲街道 10 号");
    }

    @Test
    void anOfficeNothingRefersToIsDeletedAfterAConfirmation() {
        OfficeView office = opened();
        Document confirmation = pages.open("/my/offices/" + office.id() + "/delete", operator());
        assertThat(confirmation.select("h1").text()).isEqualTo("删除小区管理处");
        assertThat(confirmation.select("main button").eachText()).containsExactly("确认删除");

        MvcTestResult deleted = pages.post("/my/offices/" + office.id() + "/delete", operator(), Map.of());

        assertThat(deleted).hasStatus(303).hasRedirectedUrl("/my/offices");
        assertThat(offices.find(office.id())).isEmpty();
    }

    @Test
    void anOfficeIsDisabledAfterAConfirmationAndEnabledAgain() {
        OfficeView office = opened();
        world.account(office.id().ref(), Role.OFFICE_OPERATOR, "王建国", "13900001234", "officestops");
        Document asked = pages.open("/my/offices/" + office.id() + "/disable", operator());
        assertThat(asked.select("h1").text()).isEqualTo("停用小区管理处");
        assertThat(asked.select(".summary-list").text()).contains("经办人员 1 人，马上退出", "所管物业区域 没有");
        assertThat(asked.select("main button").eachText()).containsExactly("确认停用");
        assertThat(only().isActive()).as("asking does nothing").isTrue();
        assertThat(pages.post("/my/offices/" + office.id() + "/disable", operator(), Map.of()))
                .hasStatus(303);
        assertThat(only().isActive()).isFalse();
        assertThat(offices.activeOf(company())).isEmpty();
        assertThat(pages.open("/my/offices/" + office.id(), operator())
                        .select("main")
                        .text())
                .contains("已停用", "启用");

        assertThat(pages.post("/my/offices/" + office.id() + "/enable", operator(), Map.of()))
                .hasStatus(303);
        assertThat(offices.activeOf(company())).hasSize(1);
    }

    @Test
    void anotherCompanysOfficeDoesNotExist() {
        OfficeView office = opened();
        String address = "/my/offices/" + office.id();

        for (String path : new String[] {address, address + "/edit", address + "/delete"}) {
            assertThat(pages.get(path, stranger())).hasStatus(404);
        }
        for (String verb : new String[] {"/edit", "/delete", "/disable", "/enable"}) {
            assertThat(pages.post(address + verb, stranger(), filled())).hasStatus(404);
        }
        assertThat(pages.open("/my/offices", stranger()).select("main").text()).doesNotContain("和谐花园");
        assertThat(Sheets.rows(pages.get("/my/offices/export", stranger()))).hasSize(1);
        assertThat(Sheets.rows(pages.get("/my/offices/export", operator())))
                .hasSize(2)
                .last()
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains(office.name(), "有效");
        assertThat(only().isActive()).isTrue();
    }

    @Test
    void everyChangeLeavesAnEntryInTheTrail() {
        OfficeView office = opened();
        pages.post("/my/offices/" + office.id() + "/disable", operator(), Map.of());
        pages.post("/my/offices/" + office.id() + "/delete", operator(), Map.of());

        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE object_id = :id ORDER BY occurred_at, id")
                        .param("id", office.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("OFFICE_OPENED", "OFFICE_DISABLED", "OFFICE_DELETED");
    }

    private EnterpriseId company() {
        return world.company("云州甲物业有限公司");
    }

    private CurrentUser operator() {
        return world.personOf(company());
    }

    private CurrentUser stranger() {
        return world.personOf(world.company("云州乙物业有限公司"));
    }

    private OfficeView opened() {
        pages.post("/my/offices/new", operator(), filled());
        return only();
    }

    private OfficeView only() {
        return offices.allOf(company()).get(0);
    }

    private Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "和谐花园管理处");
        form.put("district", world.district().id().toString());
        form.put("address", "甲街道 9 号");
        form.put("head", "郑负责");
        form.put("contactName", "钱联系");
        form.put("contactMobile", "139 0000 4321");
        form.put("dutyPhone", "（0000）7654321 转 8");
        form.put("repairPhone", "400-123-4567");
        form.put("remark", "第一行\r\n第二行");
        return form;
    }
}
