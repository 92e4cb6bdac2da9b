package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Way.choose;
import static org.maintenancefund.e2e.Way.type;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * What comes after the first month, at both widths and without scripts: a trial that differs from the month before, missed months, a run taken back,
 * an adjustment, receipts from a table, a reversal, a standard of the area's own, and the end of the mandate.
 */
@Lengthy
@DemoCityTest
class CollectedAreaBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    Operators operators;

    @Autowired
    UnitService units;

    @Autowired
    AChargeStandard aStandard;

    @Autowired
    ApplicationContext context;

    @Autowired
    Jobs jobs;

    private Way way;
    private CollectedArea area;
    private String bills;
    private String clerk;
    private String colleague;
    private String committeePerson;
    private String district;

    @ParameterizedTest
    @EnumSource
    void anAreaIsCollectedForUntilItsMandateEnds(Way way) {
        this.way = way;
        collected();
        trialThatDiffers();
        missedMonth();
        takeBack();
        adjustment();
        receiptImport();
        reversal();
        ownStandard();
        revocation();
    }

    /** Billed for its first month; since then one flat is larger, one is new, and one was forgotten. */
    private void collected() {
        String name = "常收" + way.court();
        area = CollectedArea.named(name, world, context);
        bills = "/bills/areas/" + area.id();
        area.flat("101");
        UnitId larger = area.flat("102");
        area.flat("201");
        area.bill(area.first());
        UnitView seen = units.get(larger, area.clerk()).unit();
        UnitFacts facts = seen.in(area.thisMonth()).facts();
        units.change(
                larger,
                seen.version(),
                new UnitChange(
                        area.thisMonth(),
                        new UnitFacts(
                                new FloorArea(95_20),
                                facts.source(),
                                facts.use(),
                                facts.lift(),
                                facts.liable(),
                                facts.sold(),
                                facts.deliveredOn(),
                                facts.chargedFrom()),
                        "实测面积有误",
                        "测绘报告 2026-31"),
                area.clerk());
        AUnit newer = AUnit.at("1 栋", "202");
        area.unit(new AUnit(newer.place(), area.thisMonth(), newer.facts(), newer.payer()));
        area.flat("301");
        OrgRef office = area.managed().office().ref();
        clerk = person(office, Role.OFFICE_OPERATOR, "郑负责", "collects");
        colleague = person(office, Role.OFFICE_OPERATOR, "钱复核", "confirms");
        committeePerson = person(area.managed().committee().id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "decides");
        district = person(
                new OrgRef(OrgType.DISTRICT_CENTRE, world.district().id().value()),
                Role.DISTRICT_STAFF,
                "陈晓梅",
                "reviews");
    }

    /** Somebody with a password of their own; returns the user name. */
    private String person(OrgRef organisation, Role role, String name, String username) {
        String unique = username + way.name().toLowerCase(Locale.ROOT);
        IssuedAccount account = world.account(organisation, role, name, "13900008805", unique);
        assertThat(operators.activate(account.username(), account.activationCode(), OWN_PASSWORD))
                .isTrue();
        return unique;
    }

    private Visitor signedIn(String username) {
        return way.signedIn(port, username, OWN_PASSWORD);
    }

    // ---- 账单

    private void trialThatDiffers() {
        String run = bills + "/run/" + area.thisMonth();
        propose(run, "trial-differences");
        confirm(run, "trial-second");
    }

    private void missedMonth() {
        try (Visitor person = signedIn(clerk)) {
            person.open(bills + "/missed");
            assertThat(person.page().locator("main").innerText())
                    .contains(area.first().toString(), "22.40");
            way.see(person, "missed");
        }
        String run = bills + "/run/" + area.first();
        propose(run, "missed-trial");
        confirm(run, "missed-second");
    }

    private void propose(String run, String picture) {
        try (Visitor person = signedIn(clerk)) {
            person.open(run);
            way.see(person, picture);
            if (person.page().locator("[name=remark]").count() > 0) {
                type(person, "remark", "新交付和补登各一户");
            }
            person.press("提交，请另一人确认");
            assertThat(person.page().locator("#waiting-title").innerText()).isEqualTo("待确认的试算");
        }
    }

    private void confirm(String run, String picture) {
        try (Visitor person = signedIn(colleague)) {
            person.open(run);
            way.see(person, picture);
            person.press("确认出账");
            assertThat(person.page().locator(".notice").first().innerText()).contains("出账");
        }
    }

    private void takeBack() {
        try (Visitor person = signedIn(clerk)) {
            person.open(bills + "/runs");
            way.see(person, "runs");
            person.page()
                    .locator("main tbody tr", new Page.LocatorOptions().setHasText("补出账"))
                    .locator("a")
                    .first()
                    .click();
            person.press("撤回");
            assertThat(person.page().locator(".error-summary").innerText()).contains("请填写撤回的原因");
            way.see(person, "take-back-errors");
            type(person, "reason", "收取标准录错了");
            person.press("撤回");
            assertThat(person.page().locator("main tbody").innerText()).contains("已撤回", "收取标准录错了");
            way.see(person, "runs-taken-back");
        }
    }

    private void adjustment() {
        String unit;
        try (Visitor person = signedIn(clerk)) {
            person.open(bills);
            person.page()
                    .locator("main tbody tr", new Page.LocatorOptions().setHasText("1 栋 201"))
                    .first()
                    .locator("td.card-title a")
                    .click();
            unit = person.page().url();
            way.see(person, "unit-bills");
            person.follow("调整");
            person.press("提交，请另一人确认");
            way.see(person, "adjustment-errors");
            type(person, "month", area.thisMonth().toString());
            type(person, "amount", "-2.40");
            type(person, "reason", "面积登记有误，减收");
            type(person, "document", "业主大会决议〔2026〕12 号");
            person.press("提交，请另一人确认");
            assertThat(person.page().locator("main").innerText()).contains("待确认的调整");
            way.see(person, "adjustment-proposed");
        }
        try (Visitor person = signedIn(colleague)) {
            person.open("/workbench");
            person.follow("账单调整待您确认的小区");
            way.see(person, "bill-areas-adjusting");
            person.follow("调整 1 笔");
            way.see(person, "bills-adjusting");
            person.page().locator("main tbody td.card-title a").first().click();
            assertThat(person.page().url()).isEqualTo(unit);
            way.see(person, "adjustment-second");
            person.press("确认调整");
            assertThat(person.page().locator("main").innerText()).contains("20.00", "-2.40");
            way.see(person, "unit-bills-adjusted");
        }
    }

    // ---- 收款

    /** One that is right, and one that should be looked at again; before, a table with a mistake. */
    private void receiptImport() {
        String list = "/collection/receipts/areas/" + area.id();
        try (Visitor person = signedIn(clerk)) {
            person.open(list + "/import");
            way.see(person, "receipt-import");
            way.readTable(person, table("LS1,1 栋,909,%s,22.40,扫码"), jobs::run, "有错误，一笔也不导入");
            way.see(person, "receipt-import-faulty");
            person.follow("重新上传整个表格");
            way.importTable(
                    person, table("LS1,1 栋,101,%s,22.40,扫码\nLS2,1 栋,102,%s,4600.00,现金"), jobs::run, "receipt-import");
            person.open(list);
            assertThat(person.page().locator("main tbody tr").count()).isEqualTo(2);
        }
    }

    private FilePayload table(String rows) {
        String text =
                "外部流水号,楼栋,房号,收款日期,金额,方式\n" + rows.replace("%s", area.today().toString());
        return new FilePayload("收费系统导出.csv", null, text.getBytes(StandardCharsets.UTF_8));
    }

    private void reversal() {
        String receipt;
        try (Visitor person = signedIn(clerk)) {
            person.open("/collection/receipts/areas/" + area.id());
            person.page()
                    .locator("main tbody tr", new Page.LocatorOptions().setHasText("4,600.00"))
                    .locator("td.card-title a")
                    .click();
            receipt = person.page().url();
            person.follow("冲正");
            type(person, "reason", "金额多写两位");
            person.press("提出冲正");
            assertThat(person.page().locator("main").innerText()).contains("待确认冲正");
            way.see(person, "reversal-proposed");
        }
        try (Visitor person = signedIn(colleague)) {
            person.page().navigate(receipt);
            way.see(person, "reversal-second");
            person.press("确认冲正");
            assertThat(person.page().locator(".notice").first().innerText()).contains("冲正");
            way.see(person, "reversed");
        }
    }

    // ---- what the committee decides

    private void ownStandard() {
        aStandard.ofCityWhereMissing(UnitUse.RESIDENTIAL, true, "0.25", area.thisMonth());
        YearMonth from = area.thisMonth().plusMonths(2);
        try (Visitor person = signedIn(committeePerson)) {
            person.open("/charge-standards/own");
            way.see(person, "own-standards");
            person.follow("申请小区收取标准");
            person.press("下一步：核对信息");
            assertThat(person.page().locator(".error-summary").count()).isEqualTo(1);
            way.see(person, "own-standard-errors");
            choose(person, "use", "住宅");
            person.page().locator("input[name=lift][value=WITH]").check();
            type(person, "rate", "0.3");
            type(person, "from", from.toString());
            type(person, "document", "业主大会 2026 年第 2 号决定");
            way.upload(person, "files", "业主大会决定.pdf");
            person.press("下一步：核对信息");
            way.see(person, "own-standard-check");
            person.press("提交");
            assertThat(person.page().locator(".notice").first().innerText()).contains("提交成功");
            way.see(person, "own-standard-sent");
        }
        try (Visitor person = signedIn(district)) {
            way.openReview(
                    person,
                    "/charge-standards/reviews",
                    area.managed().committee().name(),
                    "own-standard-reviews");
            way.see(person, "own-standard-review");
            person.page().locator("input[name=result][value=APPROVE]").check();
            person.press("提交审核结果");
            assertThat(person.page().locator(".notice").first().innerText()).contains("已通过");
        }
        try (Visitor person = signedIn(clerk)) {
            person.open("/charge-standards/areas/" + area.id());
            assertThat(person.page().locator("main").innerText()).contains("0.30 元/㎡·月，从 " + from + " 起");
            way.see(person, "area-standards");
        }
    }

    private void revocation() {
        try (Visitor person = signedIn(committeePerson)) {
            person.open("/mandates");
            person.follow("撤销授权");
            person.press("下一步：核对");
            assertThat(person.page().locator(".error-summary").count()).isEqualTo(1);
            way.see(person, "revocation-errors");
            type(person, "firstDay", area.today().plusDays(30).toString());
            type(person, "reason", "业主大会决定改由业委会自行收取");
            person.press("下一步：核对");
            way.see(person, "revocation-check");
            person.press("确认撤销");
            assertThat(person.page().locator(".notice").first().innerText()).contains("撤销");
            way.see(person, "revoked");
        }
    }
}
