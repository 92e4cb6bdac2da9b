package org.maintenancefund.account.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 为经办人员创建用户名 and the 账号告知单 that answers it. The committee named 王建国 and 李建党. */
@IntegrationTest
@Transactional
class CreationPageTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private OrgRef committee;

    @BeforeEach
    void anApprovedCommittee() {
        committee = world.committee(world.area("和谐花园"), "和谐花园业主委员会").id().ref();
    }

    @Test
    void thePeopleWhoWereNamedStandThereWithTheirSuggestedUserNames() {
        Document page = pages.open(path(), world.clerk());

        assertThat(page.title()).isEqualTo("为经办人员创建用户名 - 物业专项维修资金信息管理系统");
        assertThat(page.select("h1").text()).isEqualTo("为经办人员创建用户名");
        assertThat(page.select("main").text()).contains("和谐花园业主委员会", "具体人员");
        assertThat(page.select("thead th").eachText()).containsExactly("创建", "姓名", "手机号码", "用户名（可修改）", "系统检查");
        assertThat(values(page, "name")).containsExactly("王建国", "李建党");
        assertThat(values(page, "mobile")).containsExactly("13900001234", "13900004321");
        assertThat(values(page, "username")).containsExactly("wangjg", "lijd");
        assertThat(checks(page)).containsExactly("可用", "可用");
        assertThat(page.select("input[type=checkbox][checked]")).hasSize(2);
        assertThat(page.select("main form button").eachText()).containsExactly("创建 2 个用户名", "再加一人");
        assertThat(page.select(".notice")).isEmpty();
    }

    @Test
    void whatIsTakenGetsANumberAndTheCheckSaysSo() {
        has("wangjg", "王家贵");

        Document page = pages.open(path(), world.clerk());

        assertThat(values(page, "username")).containsExactly("wangjg2", "lijd");
        assertThat(checks(page)).containsExactly("wangjg 已占用，改为 wangjg2", "可用");
    }

    @Test
    void theAnswerIsASlipForEachPersonOnceAndNotToBeKept() {
        MvcTestResult created = pages.post(path(), world.clerk(), form());

        assertThat(created).hasStatusOk().hasHeader("Cache-Control", "no-store");
        Document page = Pages.parse(created);
        assertThat(page.select("h1").text()).isEqualTo("账号告知单");
        assertThat(page.select(".sheet")).hasSize(2);
        assertThat(page.select(".sheet").first().text())
                .contains("账号告知单", "所属机构 和谐花园业主委员会", "姓名 王建国", "139****1234", "用户名 wangjg", "初始密码 1")
                .contains("有效期至", "登录网址", "首次登录", "领取人签字", "打印时间", "经办人：陈晓梅")
                .contains("再设置自己的密码（至少 8 个字符）")
                .doesNotContain("13900001234");
        assertThat(people()).extracting(OperatorView::username).containsExactlyInAnyOrder("wangjg", "lijd");
        assertThat(people()).allSatisfy(person -> {
            assertThat(person.role()).isEqualTo(Role.COMMITTEE_OPERATOR);
            assertThat(person.state()).isEqualTo(OperatorState.PENDING_ACTIVATION);
        });
        assertThat(audited("wangjg")).containsExactly("OPERATOR_CREATED");
    }

    @Test
    void theCodeOnTheSlipOpensTheAccount() {
        Document page = Pages.parse(pages.post(path(), world.clerk(), form()));
        String code = page.select(".sheet").first().select(".one-time-code").text();

        assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(operators.activate("wangjg", OneTimeCode.parse(code).orElseThrow(), "一句好记的话 2026"))
                .isTrue();
    }

    @Test
    void theSameFormSentAgainMakesNobodyTwiceAndShowsNoSecondSlip() {
        pages.post(path(), world.clerk(), form());

        MvcTestResult again = pages.post(path(), world.clerk(), form());

        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        Document page = Pages.parse(again);
        assertThat(page.select(".notice").text()).contains("已经提交过", "重新签发激活码");
        assertThat(page.select(".error-summary, .one-time-code")).isEmpty();
        assertThat(people()).hasSize(2);
        assertThat(page.select("main").text()).contains("wangjg", "lijd", "待首次登录");
    }

    @Test
    void onePersonIsAWarningAndCanBeMadeAllTheSame() {
        Map<String, String> one = form();
        one.remove("rows[1].create");

        assertThat(Pages.parse(pages.post(path(), world.clerk(), one)).select(".sheet"))
                .hasSize(1);

        Document page = pages.open(path(), world.clerk());
        assertThat(values(page, "name")).containsExactly("李建党");
        one.put("add", "true");
        one.put("submission", UUID.randomUUID().toString());
        one.remove("rows[0].create");
        assertThat(Pages.parse(pages.post(path(), world.clerk(), one))
                        .select(".notice")
                        .text())
                .contains("经办人员少于两位");
    }

    @Test
    void anotherPersonIsAddedWithoutLosingWhatWasTyped() {
        Map<String, String> typed = form();
        typed.put("rows[0].username", "wangjianguo");
        typed.put("add", "true");

        MvcTestResult result = pages.post(path(), world.clerk(), typed);

        assertThat(result).hasStatusOk();
        Document page = Pages.parse(result);
        assertThat(values(page, "name")).containsExactly("王建国", "李建党", "");
        assertThat(values(page, "username")).containsExactly("wangjianguo", "lijd", "");
        assertThat(page.select("input[name=submission]").val()).isEqualTo(typed.get("submission"));
        assertThat(people()).isEmpty();
    }

    @Test
    void anAddedPersonIsSuggestedAUserNameBeforeAnythingIsMade() {
        Map<String, String> typed = form();
        row(typed, 2, "欧阳修", "139 0000 5555", "");

        MvcTestResult first = pages.post(path(), world.clerk(), typed);

        assertThat(first).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(first);
        assertThat(values(page, "username")).containsExactly("wangjg", "lijd", "ouyangx");
        assertThat(people()).isEmpty();

        row(typed, 2, "欧阳修", "139 0000 5555", "ouyangx");
        assertThat(Pages.parse(pages.post(path(), world.clerk(), typed)).select(".sheet"))
                .hasSize(3);
    }

    @Test
    void mistakesAreNamedAtTheirFieldsAndNothingTypedIsLost() {
        has("taken", "占用人");
        Map<String, String> typed = form();
        row(typed, 0, "王", "1390000123", "Ｔａｋｅｎ");
        row(typed, 1, "李建党", "13900004321", "9lijd");
        row(typed, 2, "赵桂英", "13900005555", "zhaogy");
        row(typed, 3, "赵国英", "13900005556", "zhaogy");

        MvcTestResult result = pages.post(path(), world.clerk(), typed);

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(result);
        assertThat(page.title()).startsWith("错误：");
        assertThat(page.select(".error-summary a").eachAttr("href"))
                .containsExactly(
                        "#rows0.name", "#rows0.mobile", "#rows0.username", "#rows1.username", "#rows3.username");
        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "请填写完整姓名，至少两个字",
                        "手机号码应为 11 位数字，现在只有 10 位",
                        "用户名 taken 已被占用，请换一个",
                        "用户名应以小写字母开头，由 2 到 40 个小写字母、数字或短横线组成",
                        "用户名 zhaogy 在本页重复，请改一个");
        assertThat(page.getElementById("rows0.mobile").val()).isEqualTo("1390000123");
        assertThat(page.getElementById("rows1.username").val()).isEqualTo("9lijd");
        assertThat(people()).extracting(OperatorView::username).containsExactly("taken");
    }

    @Test
    void aNameThatCantBeReadIsTypedByTheClerk() {
        Map<String, String> typed = form();
        row(typed, 1, "𠮷田", "13900004321", "");

        Document page = Pages.parse(pages.post(path(), world.clerk(), typed));

        assertThat(page.getElementById("rows1.username-error").text()).contains("请填写用户名，姓名里有读不出拼音的字");
        assertThat(checks(page)).containsExactly("可用");
        row(typed, 1, "𠮷田", "13900004321", "jitian");
        assertThat(Pages.parse(pages.post(path(), world.clerk(), typed)).select(".sheet"))
                .hasSize(2);
    }

    @Test
    void aUserNameOfTheUnitIsWarnedOfOnceAndThenTheClerksDecision() {
        Map<String, String> typed = form();
        row(typed, 0, "王建国", "13900001234", "hxhyywh");

        Document page = Pages.parse(pages.post(path(), world.clerk(), typed));

        assertThat(people()).isEmpty();
        assertThat(checks(page)).containsExactly("可用");
        assertThat(page.getElementById("rows0.username-error").text()).contains("个人姓名");
        typed.put("rows[0].warned", page.select("input[name='rows[0].warned']").val());
        assertThat(Pages.parse(pages.post(path(), world.clerk(), typed)).select(".sheet"))
                .hasSize(2);
    }

    @Test
    void whatAFieldSaysIsNotSaidAgainBesideIt() {
        has("taken", "占用人");
        Map<String, String> typed = form();
        row(typed, 0, "覃海洋", "13900001234", "taken");
        row(typed, 1, "覃", "13900004321", "qinhy");

        Document page = Pages.parse(pages.post(path(), world.clerk(), typed));

        assertThat(page.getElementById("rows0.username-error").text()).contains("已被占用");
        assertThat(page.getElementById("rows1.name-error").text()).contains("至少两个字");
        assertThat(checks(page)).isEmpty();
    }

    @Test
    void aSecondReadingStaysBesideAUserNameThatIsWrong() {
        Map<String, String> typed = form();
        row(typed, 1, "覃海洋", "13900004321", "9tan");

        Document page = Pages.parse(pages.post(path(), world.clerk(), typed));

        assertThat(checks(page)).containsExactly("可用");
        assertThat(page.select("td[data-label=系统检查]").get(1).text()).startsWith("另一种读音：");
    }

    @Test
    void aSecondReadingOfTheSurnameIsOffered() {
        Map<String, String> typed = form();
        row(typed, 1, "覃海洋", "13900004321", "");
        typed.put("add", "true");

        assertThat(Pages.parse(pages.post(path(), world.clerk(), typed))
                        .select("tbody")
                        .text())
                .contains("另一种读音：tanhy");
    }

    @Test
    void nobodyChosenIsSaid() {
        Map<String, String> none = form();
        none.remove("rows[0].create");
        none.remove("rows[1].create");

        MvcTestResult result = pages.post(path(), world.clerk(), none);

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(result).select(".error-summary").text()).contains("请至少勾选");
    }

    @Test
    void anotherDistrictsOrganisationDoesNotExist() {
        IssuedAccount account = has("theirs", "冯他区");

        assertThat(pages.get(path(), world.clerkElsewhere())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post(path(), world.clerkElsewhere(), form())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post("/operators/slips", world.clerkElsewhere(), renewal(account)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post("/operators/" + account.id() + "/release", world.clerkElsewhere(), Map.of()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(people()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISTRICT_CENTRE", "MUNICIPAL_CENTRE", "OFFICE", "NONSENSE", "committee"})
    void staffAndWhatIsNoOrganisationAreNotFound(String type) {
        String id = type.equals("DISTRICT_CENTRE")
                ? world.district().id().toString()
                : committee.id().toString();

        assertThat(pages.get("/operators/new/" + type + "/" + id, world.clerk()))
                .hasStatus4xxClientError();
        assertThat(pages.post("/operators/new/" + type + "/" + id, world.clerk(), form()))
                .hasStatus4xxClientError();
    }

    @Test
    void nonsenseIsRefusedWithoutAFault() {
        Map<String, String> form = form();
        form.put("submission", "nonsense");
        assertThat(pages.post(path(), world.clerk(), form)).hasStatus4xxClientError();

        Map<String, String> many = form();
        many.put("rows[900].name", "王建国");
        assertThat(pages.post(path(), world.clerk(), many)).hasStatus4xxClientError();

        assertThat(pages.get("/operators/new/COMMITTEE/nonsense", world.clerk()))
                .hasStatus4xxClientError();
        assertThat(pages.post("/operators/slips", world.clerk(), Map.of())).hasStatus4xxClientError();
        assertThat(people()).isEmpty();
    }

    @Test
    void theListOfThoseWhoWantPeopleLeadsHereAndShortens() {
        assertThat(pages.open("/operators/new", world.clerk())
                        .select("tbody tr")
                        .text())
                .contains("和谐花园业主委员会", "没有");
        pages.post(path(), world.clerk(), form());
        assertThat(pages.open("/operators/new", world.clerk()).select("main").text())
                .doesNotContain("和谐花园业主委员会");
    }

    private String path() {
        return "/operators/new/COMMITTEE/" + committee.id();
    }

    /** What the page would send when nothing is changed. */
    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("submission", "00000000-0000-4000-8000-000000000001");
        row(form, 0, "王建国", "13900001234", "wangjg");
        row(form, 1, "李建党", "13900004321", "lijd");
        return form;
    }

    private static void row(Map<String, String> form, int place, String name, String mobile, String username) {
        String at = "rows[" + place + "].";
        form.put(at + "create", "true");
        form.put(at + "name", name);
        form.put(at + "mobile", mobile);
        form.put(at + "username", username);
    }

    private Map<String, String> renewal(IssuedAccount account) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("operator", operators.find(account.id()).orElseThrow().seen().toString());
        form.put("submission", UUID.randomUUID().toString());
        return form;
    }

    private IssuedAccount has(String username, String name) {
        return world.account(committee, Role.COMMITTEE_OPERATOR, name, "13900009999", username);
    }

    private List<OperatorView> people() {
        return operators.of(committee);
    }

    private static List<String> values(Document page, String field) {
        return page.select("input[name^=rows][name$=." + field + "]").eachAttr("value");
    }

    private static List<String> checks(Document page) {
        return page.select("td[data-label=系统检查] .tag").eachText();
    }

    /** What people did to the account; failed sign-ins, which are kept whatever a test rolls back, have nobody who did it. */
    private List<String> audited(String username) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE object_id = ? AND operator_id IS NOT NULL"
                        + " ORDER BY occurred_at, id")
                .param(username)
                .query(String.class)
                .list();
    }
}
