package org.maintenancefund.fundaccount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 专户与银行, 分录 and 分户账 as people see them. */
@IntegrationTest
@Transactional
class FundAccountPagesTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    AnOpening openings;

    @Autowired
    AFundAccount accounts;

    @Autowired
    FundAccounts published;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private final CurrentUser auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    private ManagedArea managed;
    private UnitId flat;
    private FundAccountId account;

    @BeforeEach
    void anAccountInWhichAnAreaHasThirtyYuan() {
        managed = ManagedArea.named("看账苑", world, register, transaction, "1 栋");
        flat = units.register(managed.id(), AUnit.at("1 栋", "101").told(), managed.ofOffice());
        openings.begun(managed, "30");
        openings.entered(managed, flat, null, "30");
        openings.checked(managed, managed.ofCompany());
        openings.approved(managed, world.clerk());
        account = accounts.confirmed("62270000880007", "100");
        accounts.keeps(account, managed.id());
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "bank", "建设银行江城分行",
                "name", "江城市维修资金",
                "number", "6227 0000-8899 01",
                "custody", "SHARED",
                "openingBalance", "1,234.56",
                "openingDay", "2026-01-31",
                "version", ""));
    }

    @Test
    void oneTellsAnAccountAndAnotherConfirmsIt() {
        MvcTestResult told = pages.post("/fund-accounts/new", accounts.clerk(), form());
        String path = Pages.redirected(told);

        Document own = pages.open(path, accounts.clerk());
        assertThat(own.text()).contains("待确认", "6227 0000 8899 01", "1,234.56", "共管", "要由另一位市管理中心经办人员");
        assertThat(own.select("form[action$=/confirm]")).isEmpty();
        assertThat(pages.open("/workbench", accounts.colleague()).text()).contains("专户待您确认");

        Document other = pages.open(path, accounts.colleague());
        String version =
                other.select("form[action$=/confirm] input[name=version]").attr("value");
        assertThat(pages.post(path + "/confirm", accounts.clerk(), Map.of("version", version)))
                .hasStatus(409);
        Pages.redirected(pages.post(path + "/confirm", accounts.colleague(), Map.of("version", version)));
        assertThat(pages.open(path, accounts.clerk()).text()).contains("已确认", "期初待分 1,234.56 元", "还没有分到房屋的部分", "两边相等");
        assertThat(pages.post(path + "/confirm", accounts.colleague(), Map.of("version", version)))
                .hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource({
        "number, 123, 账号应为 8 至 32 位数字",
        "number, 6.22E+18, 科学计数法",
        "number, 62270000880007, 这个账号已经登记",
        "openingBalance, '', 请填写期初余额",
        "openingBalance, -5, ''",
        "openingDay, 2099-01-01, 期初日不能晚于今天",
        "bank, '', 请填写开户银行",
        "custody, OTHER, 请选择管理方式"
    })
    void whatIsWrongIsSaidAndWhatWasTypedStays(String field, String typed, String sentence) {
        Map<String, String> form = form();
        form.put(field, typed);

        MvcTestResult answer = pages.post("/fund-accounts/new", accounts.clerk(), form);

        assertThat(answer).hasStatus(400);
        Document page = Pages.parse(answer);
        assertThat(page.text()).contains(sentence);
        assertThat(page.select("input[name=name]").attr("value")).isEqualTo("江城市维修资金");
    }

    @Test
    void whatIsGivenBackIsToldAnew() {
        String path = Pages.redirected(pages.post("/fund-accounts/new", accounts.clerk(), form()));
        assertThat(pages.post(path + "/return", accounts.colleague(), Map.of("version", "0", "reason", "")))
                .hasStatus(400);
        pages.post(path + "/return", accounts.colleague(), Map.of("version", "0", "reason", "余额与对账单不符"));
        assertThat(pages.open(path, accounts.clerk()).text()).contains("已退回", "余额与对账单不符");

        Map<String, String> form = form();
        form.put("version", "1");
        form.put("openingBalance", "1,234.65");
        Pages.redirected(pages.post(path + "/edit", accounts.clerk(), form));
        assertThat(pages.open(path, accounts.clerk()).text()).contains("待确认", "1,234.65");
        assertThat(pages.post(path + "/edit", accounts.clerk(), form)).hasStatus(409);
    }

    @Test
    void areasAreTickedAndComeToLieInTheAccount() {
        AreaId other = world.area("另存苑");
        String path = "/fund-accounts/" + account;
        assertThat(pages.post(path + "/assign", accounts.clerk(), Map.of("from", "2026-12")))
                .hasStatus(400);
        assertThat(pages.post(path + "/assign", accounts.clerk(), Map.of("from", "下个月", "areas", other.toString())))
                .hasStatus(400);
        assertThat(Pages.parse(pages.post(
                                path + "/assign",
                                accounts.clerk(),
                                Map.of("from", "2026-12", "areas", managed.id().toString())))
                        .text())
                .contains("已在这个专户");

        Pages.redirected(
                pages.post(path + "/assign", accounts.clerk(), Map.of("from", "2026-12", "areas", other.toString())));

        assertThat(pages.open(path + "/areas?lying=HERE", accounts.clerk()).select("tbody tr"))
                .hasSize(2);
        assertThat(pages.open(path + "/areas?text=另存", accounts.clerk()).text()).contains("本专户", "2026-12");
    }

    @Test
    void aDistrictSeesItsOwnAndNobodyElseAnything() {
        CurrentUser stranger = world.clerkElsewhere();
        for (String path :
                List.of("/fund-accounts/" + account, "/ledger/accounts/" + account, "/units/" + flat + "/account")) {
            assertThat(pages.get(path, world.clerk())).as(path).hasStatusOk();
            assertThat(pages.get(path, auditor)).as(path).hasStatusOk();
            assertThat(pages.get(path, stranger)).as(path).hasStatus(404);
        }
        assertThat(pages.open("/fund-accounts", world.clerk()).text()).contains("江城市物业专项维修资金");
        assertThat(pages.open("/fund-accounts", stranger).text()).doesNotContain("江城市物业专项维修资金");
        assertThat(pages.get("/fund-accounts/new", world.clerk())).hasStatus(403);
        assertThat(pages.get("/units/" + flat + "/account", managed.ofOffice())).hasStatusOk();
        assertThat(pages.get("/ledger", managed.ofOffice())).hasStatus(403);

        String opening = number("ACCOUNT_OPENING");
        String area = number("AREA_OPENING");
        assertThat(pages.open("/ledger", world.clerk()).text()).contains(area).doesNotContain(opening);
        assertThat(pages.open("/ledger?account=" + account, world.municipal()).text())
                .contains(area, opening);
        assertThat(pages.open("/ledger", stranger).text()).doesNotContain(area);
        assertThat(pages.get("/ledger/" + opening, world.clerk())).hasStatus(404);
        assertThat(pages.get("/ledger/" + area, stranger)).hasStatus(404);
        assertThat(pages.get("/ledger/FL202612-999999", world.municipal())).hasStatus(404);
    }

    private String number(String kind) {
        return jdbc.sql("SELECT number FROM ledger_entry WHERE account_id = ? AND kind = ?")
                .param(account.value())
                .param(kind)
                .query(String.class)
                .single();
    }

    @Test
    void anEntrySaysItsSidesItsPeopleAndItsHouseholds() {
        Document entry = pages.open("/ledger/" + number("AREA_OPENING"), world.clerk());

        assertThat(entry.text()).contains("小区期初", "期初待分 30.00", "分户账", "1 栋 101", "郑负责");
        assertThat(pages.open("/units/" + flat + "/account", managed.ofOffice()).text())
                .contains("余额 30.00 元", "小区期初");
        assertThat(pages.open("/units/" + flat, managed.ofOffice()).text()).contains("全部分户账，余额 30.00 元");
        assertThat(pages.open("/ledger?kind=AREA_OPENING&text=" + number("AREA_OPENING"), auditor)
                        .select("tbody tr"))
                .hasSize(1);
        for (String export : List.of(
                "/ledger/export", "/ledger/accounts/" + account + "/export", "/units/" + flat + "/account/export")) {
            assertThat(pages.get(export, world.clerk())).as(export).hasStatusOk();
        }
    }

    @Test
    void aPageAsksAHandfulOfTimes() {
        for (String path : List.of(
                "/fund-accounts",
                "/fund-accounts/" + account,
                "/fund-accounts/" + account + "/areas",
                "/ledger",
                "/ledger/accounts/" + account,
                "/ledger/" + number("AREA_OPENING"),
                "/units/" + flat + "/account")) {
            pages.open(path, world.municipal());
            assertThat(Statements.of(() -> pages.open(path, world.municipal())))
                    .as(path)
                    .hasSizeLessThanOrEqualTo(12);
        }
    }
}
