package org.maintenancefund.account.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.Operators;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The life of an account after it was made. Nothing is rolled back: two who disable at once are two transactions. */
@IntegrationTest
class OperatorManagementTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    private String letters;
    private EnterpriseId company;
    private IssuedAccount first;
    private IssuedAccount second;

    @BeforeEach
    void aCompanyWithTwoPeople() {
        letters = world.district().code();
        company = world.company("云州账号物业" + letters);
        first = person("周敏", "13900009001", "zm");
        second = person("吴德明", "13900009002", "wdm");
    }

    private IssuedAccount person(String name, String mobile, String username) {
        return world.account(company.ref(), Role.ENTERPRISE_OPERATOR, name, mobile, username + letters.toLowerCase());
    }

    @Test
    void aDistrictSeesTheOperatorsOfItsOrganisationsAndTheMunicipalCentreReadsAll() {
        Document list = pages.open("/operators", world.clerk());
        assertThat(list.selectFirst("h1").text()).isEqualTo("操作员管理");
        assertThat(list.text()).contains("周敏", "吴德明", "云州账号物业" + letters, "139****9001", "待首次登录");
        assertThat(pages.open("/operators", world.clerkElsewhere()).text()).doesNotContain("周敏");
        Document read = pages.open("/operators?q=云州账号物业" + letters, world.municipal());
        assertThat(read.text()).contains("周敏");
        assertThat(read.select("input[name=operator], a:contains(创建)")).isEmpty();
        assertThat(pages.get("/operators/" + first.id(), world.clerkElsewhere()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.open("/operators/" + first.id(), world.municipal()).text())
                .contains("139****9001")
                .doesNotContain("13900009001");
        assertThat(pages.get("/operators/" + first.id() + "/edit", world.municipal()))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theFiltersNarrowTheListDown() {
        assertThat(pages.open("/operators?q=吴德明", world.clerk()).select("tbody tr"))
                .hasSize(1);
        assertThat(pages.open("/operators?q=-", world.clerk()).select("tbody tr"))
                .isEmpty();
        assertThat(pages.open("/operators?kind=OFFICE", world.clerk()).select("tbody tr"))
                .isEmpty();
        assertThat(pages.open("/operators?state=ACTIVE", world.clerk()).select("tbody tr"))
                .isEmpty();
        assertThat(pages.open("/operators?unused=1", world.clerk()).select("tbody tr"))
                .hasSize(2);
        assertThat(pages.open("/operators?unused=2&few=1", world.clerk()).select(".chips li"))
                .hasSize(3);
        assertThat(pages.open("/workbench", world.clerk()).text()).contains("账号从未激活");
    }

    @Test
    void nameAndMobileAreCorrectedAndTheHistoryTellsIt() {
        String path = "/operators/" + first.id();
        String seen = pages.open(path + "/edit", world.clerk())
                .select("input[name=seen]")
                .val();
        Map<String, String> form = Map.of("personName", "周敏敏", "mobile", "13900009009", "seen", seen);

        assertThat(pages.post(path + "/edit", world.clerk(), Map.of("personName", "", "mobile", "1", "seen", seen)))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(pages.post(path + "/edit", world.clerk(), form)).hasRedirectedUrl(path);

        assertThat(pages.open(path, world.clerk()).text()).contains("周敏敏", "13900009009", "修改账号信息", "创建");
        MvcTestResult stale = pages.post(path + "/edit", world.clerk(), form);
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(stale).text()).contains("已有人修改了这个账号", "修改账号信息（", "陈晓梅");
    }

    @Test
    void anAccountIsDisabledAfterALookAndEnabledAgain() {
        String path = "/operators/" + first.id();

        assertThat(pages.open(path + "/disable", world.clerk()).text()).contains("停用后不能再登录");
        operators.activate(first.username(), first.activationCode(), "a quiet evening 7");
        pages.post(path + "/disable", world.clerk(), Map.of("seen", seen(first)));
        assertThat(state(first.id())).isEqualTo(OperatorState.DISABLED);
        assertThat(pages.open(path, world.clerk()).select("button:contains(启用)"))
                .hasSize(1);
        assertThat(pages.post(path + "/enable", world.clerk(), Map.of("seen", seen(first))))
                .hasRedirectedUrl(path);

        assertThat(state(first.id())).isEqualTo(OperatorState.ACTIVE);
    }

    @Test
    void whoNeverHadAPasswordGetsANewCodeWhenEnabledAndItIsShownOnce() {
        String path = "/operators/" + first.id();
        operators.disable(operators.find(first.id()).orElseThrow().seen());
        Map<String, String> form = Map.of("seen", seen(first));

        MvcTestResult enabled = pages.post(path + "/enable", world.clerk(), form);

        assertThat(enabled).hasStatusOk().hasHeader("Cache-Control", "no-store");
        String code = Pages.parse(enabled).select(".one-time-code").text();
        assertThat(pages.post(path + "/enable", world.clerk(), form)).hasStatus(HttpStatus.CONFLICT);
        assertThat(operators.activate(first.username(), first.activationCode(), "a quiet evening 7"))
                .as("the code from before")
                .isFalse();
        assertThat(operators.activate(first.username(), OneTimeCode.parse(code).orElseThrow(), "a quiet evening 7"))
                .isTrue();
    }

    @Test
    void codesOfSeveralAreIssuedAnewInOnePrintAndShownOnce() {
        String submission = UUID.randomUUID().toString();
        var request = mvc.post()
                .uri("/operators/slips")
                .with(SignedIn.as(world.clerk()))
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .param("operator", seen(first), seen(second))
                .param("submission", submission);
        MvcTestResult slips = request.exchange();

        assertThat(slips).hasStatusOk();
        assertThat(slips.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(Pages.parse(slips).select("article.sheet")).hasSize(2);
        assertThat(Pages.parse(slips).text()).contains("云州账号物业" + letters, "周敏", "吴德明");
        assertThat(operators.activate(first.username(), first.activationCode(), "a quiet evening 7"))
                .as("the old code")
                .isFalse();
        assertThat(request.exchange()).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(pages.post(
                        "/operators/slips",
                        world.clerk(),
                        Map.of("submission", UUID.randomUUID().toString())))
                .hasRedirectedUrl("/operators?unused=1");
    }

    @Test
    void aResetLeadsBackToTheInitialPassword() {
        operators.activate(first.username(), first.activationCode(), "a quiet evening 7");
        assertThat(state(first.id())).isEqualTo(OperatorState.ACTIVE);

        Document question = pages.open("/operators/" + first.id() + "/reset", world.clerk());
        assertThat(question.text()).contains("现在的密码立即失效");
        Map<String, String> form = new LinkedHashMap<>(Map.of("reset", "true"));
        question.select("main form input[type=hidden]").forEach(field -> form.put(field.attr("name"), field.val()));
        assertThat(form).containsKeys("operator", "submission");

        MvcTestResult slip = pages.post("/operators/slips", world.clerk(), form);

        assertThat(slip).hasStatusOk();
        assertThat(state(first.id())).isEqualTo(OperatorState.PENDING_ACTIVATION);
    }

    @Test
    void oneCodeActivatesOnceHoweverManyTryAtOnce() throws InterruptedException {
        Callable<Boolean> trying =
                () -> operators.activate(first.username(), first.activationCode(), "a quiet evening 7");

        List<Race.Outcome<Boolean>> outcomes = Race.of(List.of(trying, trying, trying));

        assertThat(outcomes.stream().filter(outcome -> outcome.won() && outcome.value()))
                .hasSize(1);
        assertThat(state(first.id())).isEqualTo(OperatorState.ACTIVE);
    }

    @Test
    void theAdministratorMakesStaffAndPrintsTheirSlip() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("organisation", world.clerk().organisation().id().toString());
        form.put("role", "DISTRICT_STAFF");
        form.put("personName", "郑" + "国平");
        form.put("mobile", "13900009011");
        form.put("username", "zgp" + letters.toLowerCase());
        form.put("submission", UUID.randomUUID().toString());
        MvcTestResult empty = pages.post(
                "/staff/new",
                world.administrator(),
                Map.of("submission", UUID.randomUUID().toString()));
        assertThat(empty).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(empty).select(".field-error").text())
                .contains("请填写姓名")
                .doesNotContain("用户名");
        Map<String, String> elsewhereRole = new LinkedHashMap<>(form);
        elsewhereRole.put("role", "AUDITOR");
        assertThat(Pages.parse(pages.post("/staff/new", world.administrator(), elsewhereRole))
                        .text())
                .contains("不属于所选的机构");

        MvcTestResult slip = pages.post("/staff/new", world.administrator(), form);

        assertThat(slip).hasStatusOk();
        assertThat(Pages.parse(slip).text())
                .contains("账号告知单", "zgp" + letters.toLowerCase(), world.clerk().organisationName())
                .contains("再设置自己的密码（至少 12 个字符）");
        Document list = pages.open("/staff?q=zgp" + letters.toLowerCase(), world.administrator());
        assertThat(list.selectFirst("h1").text()).isEqualTo("工作人员账号");
        assertThat(list.text()).contains("郑国平", "区中心经办").doesNotContain("周敏");
        assertThat(pages.get("/staff/" + first.id(), world.administrator())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/staff", world.clerk())).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void twoAdministratorsWhoDisableOneAnotherAtOnceLeaveOne() throws InterruptedException {
        IssuedAccount one = administrator("admone" + letters.toLowerCase());
        IssuedAccount two = administrator("admtwo" + letters.toLowerCase());
        long others = operators.of(MunicipalCentre.REF).stream()
                .filter(operator -> operator.role() == Role.SYSTEM_ADMIN && operator.state() == OperatorState.ACTIVE)
                .filter(operator ->
                        !operator.id().equals(one.id()) && !operator.id().equals(two.id()))
                .peek(operator -> operators.disable(operator.seen()))
                .count();

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(disabling(one.id()), disabling(two.id())));

        assertThat(others).isGreaterThanOrEqualTo(0);
        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
    }

    private Callable<Object> disabling(OperatorId id) {
        return () -> {
            operators.disable(operators.find(id).orElseThrow().seen());
            return id;
        };
    }

    private IssuedAccount administrator(String username) {
        IssuedAccount made = world.account(MunicipalCentre.REF, Role.SYSTEM_ADMIN, "管理员", "13900009021", username);
        operators.activate(username, made.activationCode(), "a quiet evening 7");
        return made;
    }

    private String seen(IssuedAccount account) {
        return operators.find(account.id()).orElseThrow().seen().toString();
    }

    private OperatorState state(OperatorId id) {
        return operators.find(id).orElseThrow().state();
    }
}
