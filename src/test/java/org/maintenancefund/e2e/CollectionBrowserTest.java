package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Steps.openReview;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;
import static org.maintenancefund.e2e.Steps.upload;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.importing.AUnitSheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the standard to the receipt, by everybody who has to do with it, at both widths: 收取标准, 收取授权, 房屋底册 from a spreadsheet,
 * 期初余额, 开通, 出账, 收款. At the counter also by keyboard alone and without scripts.
 */
@DemoCityTest
class CollectionBrowserTest {

    private static final List<String> DOORS = List.of("101", "102", "201");

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    Districts districts;

    @Autowired
    Operators operators;

    @Autowired
    AreaRegister register;

    @Autowired
    ChargeStandards standards;

    @Autowired
    AChargeStandard aStandard;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jobs jobs;

    /** The community of one width, and who signs in for it. */
    private record Story(
            Width width,
            AreaId area,
            CommitteeView committee,
            String committeePerson,
            String clerk,
            String colleague) {}

    @ParameterizedTest
    @EnumSource
    void aCommunityIsBroughtToItsFirstReceipt(Width width) {
        world.settingsOfCollection();
        standard(width);
        Story story = managed(width);
        mandate(story);
        registerUnits(story);
        openingBalances(story);
        open(story);
        bill(story);
        receive(story);
        receiveWithoutScripts(story);
        lookAtReceipts(story);
    }

    // ---- 收取标准

    /** By two people of the municipal centre; flats have one from the other width already. */
    private void standard(Width width) {
        YearMonth month = YearMonth.from(world.today());
        if (standards.ofCityAt(UnitUse.RESIDENTIAL, true, month).isEmpty()) {
            aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.25", month);
        }
        String use = width == Width.PHONE ? "商业" : "办公";
        String second = person(MunicipalCentre.REF, Role.MUNICIPAL_STAFF, "许核定", "standard", width);
        try (Visitor first = signedIn(port, width, "demo-municipal")) {
            first.open("/charge-standards");
            see(first, "standards-" + width);
            first.open("/charge-standards/new");
            first.press("提出");
            assertThat(first.page().locator(".error-summary").count()).isEqualTo(1);
            see(first, "standard-new-errors-" + width);
            choose(first, "use", use);
            first.page().locator("input[name=lift]").first().check();
            type(first, "rate", "0.3");
            type(first, "from", month.toString());
            type(first, "document", "云建〔2026〕8 号");
            first.press("提出");
            assertThat(first.page().locator("main").innerText()).contains(use);
            see(first, "standard-proposed-" + width);
        }
        try (Visitor other = signedIn(port, width, second, OWN_PASSWORD)) {
            other.open("/charge-standards");
            other.page()
                    .locator("main a[href^='/charge-standards/']", new Page.LocatorOptions().setHasText(use))
                    .first()
                    .click();
            see(other, "standard-decide-" + width);
            other.press("确认执行");
            assertThat(other.page().locator(".notice").first().innerText()).contains("确认");
        }
    }

    // ---- who has to do with it

    private Story managed(Width width) {
        String name = "收讫" + (width == Width.PHONE ? "小院" : "大院");
        DistrictCentre centre = districts.byCode("DH").orElseThrow();
        AreaId area = world.area(AnArea.named(name).in(centre.streets().get(0).id()));
        transaction.executeWithoutResult(status -> register.changeBuildings(area, ManagedArea.buildings("1 栋")));
        CommitteeView committee = world.committee(area, name + "业主委员会");
        EnterpriseId company = world.company("云州" + name + "物业有限公司", centre);
        OfficeId office = world.office(name + "管理处", company, centre);
        LocalDate today = world.today();
        world.association(committee, company, office, today, today.plusYears(2));
        return new Story(
                width,
                area,
                committee,
                person(committee.id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "owners", width),
                person(office.ref(), Role.OFFICE_OPERATOR, "郑负责", "clerk", width),
                person(office.ref(), Role.OFFICE_OPERATOR, "钱复核", "second", width));
    }

    /** Somebody with a password of their own; returns the user name. */
    private String person(OrgRef organisation, Role role, String name, String username, Width width) {
        String unique = username + width.name().toLowerCase(Locale.ROOT);
        IssuedAccount account = world.account(organisation, role, name, "13900008803", unique);
        assertThat(operators.activate(account.username(), account.activationCode(), OWN_PASSWORD))
                .isTrue();
        return unique;
    }

    // ---- 收取授权

    private void mandate(Story story) {
        Width width = story.width();
        try (Visitor person = signedIn(port, width, story.committeePerson(), OWN_PASSWORD)) {
            person.open("/mandates");
            see(person, "mandates-none-" + width);
            person.follow("申请授权");
            person.press("下一步：核对信息");
            assertThat(person.page().locator(".error-summary").count()).isEqualTo(1);
            see(person, "mandate-errors-" + width);
            person.page().locator("input[name=association]").first().check();
            type(person, "validFrom", world.today().toString());
            type(person, "validTo", world.today().plusYears(1).toString());
            upload(person, "files", "物业服务合同.pdf");
            see(person, "mandate-form-" + width);
            person.press("下一步：核对信息");
            see(person, "mandate-check-" + width);
            person.press("提交");
            assertThat(person.page().locator(".notice").first().innerText()).contains("提交成功");
            see(person, "mandate-sent-" + width);
        }
        try (Visitor district = signedIn(port, width, "demo-district")) {
            openReview(district, "/mandates/reviews", story.committee().name(), "mandate-reviews-" + width);
            see(district, "mandate-review-" + width);
            district.page().locator("input[name=result][value=APPROVE]").check();
            district.press("提交审核结果");
            assertThat(district.page().locator(".notice").first().innerText()).contains("已通过");
        }
        try (Visitor person = signedIn(port, width, story.committeePerson(), OWN_PASSWORD)) {
            person.open("/mandates");
            assertThat(person.page().locator("#current").innerText()).contains("撤销授权");
            see(person, "mandates-" + width);
        }
    }

    // ---- 房屋底册 and 期初余额

    private void registerUnits(Story story) {
        try (Visitor clerk = signedIn(port, story.width(), story.clerk(), OWN_PASSWORD)) {
            clerk.open("/units/areas/" + story.area() + "/import");
            AUnitSheet sheet = new AUnitSheet();
            DOORS.forEach(sheet::flat);
            clerk.page().locator("input[name=from]").fill("2026-01");
            clerk.page().locator("input[name=file]").setInputFiles(new FilePayload("房屋清单.xlsx", null, sheet.content()));
            clerk.press("上传并预览");
            jobs.run();
            clerk.page().getByText("等待确认").waitFor();
            Locator tick = clerk.page().locator("input[type=checkbox][name=checked]");
            if (tick.count() > 0) {
                tick.check();
            }
            clerk.page()
                    .locator("button", new Page.LocatorOptions().setHasText("确认导入"))
                    .click();
            jobs.run();
            clerk.page().getByText("已完成").waitFor();
        }
    }

    private void openingBalances(Story story) {
        Width width = story.width();
        String path = "/units/areas/" + story.area() + "/opening";
        try (Visitor clerk = signedIn(port, width, story.clerk(), OWN_PASSWORD)) {
            clerk.open(path);
            see(clerk, "opening-none-" + width);
            clerk.open(path + "/edit");
            type(clerk, "asOf", world.today().minusDays(1).toString());
            type(clerk, "takenOver", "9,000.00");
            see(clerk, "opening-edit-" + width);
            clerk.press("保存");
            for (int i = 0; i < DOORS.size(); i++) {
                clerk.open(path);
                clerk.page()
                        .locator("td.card-actions a[href^='" + path + "/units/']")
                        .nth(i)
                        .click();
                type(clerk, "original", "8,958");
                type(clerk, "balance", "3,000");
                if (i == 0) {
                    see(clerk, "opening-line-" + width);
                }
                clerk.press("保存");
            }
            clerk.open(path);
            see(clerk, "opening-" + width);
            clerk.open(path + "/import");
            see(clerk, "opening-import-" + width);
        }
        try (Visitor colleague = signedIn(port, width, story.colleague(), OWN_PASSWORD)) {
            colleague.open(path + "/check");
            see(colleague, "opening-check-" + width);
            colleague.press("复核无误，送区中心审核");
        }
        try (Visitor district = signedIn(port, width, "demo-district")) {
            district.open("/units/openings");
            see(district, "openings-" + width);
            district.page()
                    .locator("td.card-title a", new Page.LocatorOptions().setHasText("收讫"))
                    .first()
                    .click();
            district.page().getByLabel("核准").first().check();
            see(district, "opening-review-" + width);
            district.press("提交");
            assertThat(district.page().locator("main").innerText()).contains("已核准");
        }
    }

    // ---- 开通 and 出账

    private void open(Story story) {
        Width width = story.width();
        try (Visitor clerk = signedIn(port, width, story.clerk(), OWN_PASSWORD)) {
            clerk.open("/collection");
            see(clerk, "collection-areas-" + width);
            clerk.open("/collection/areas/" + story.area() + "/start");
            see(clerk, "collection-start-" + width);
            Locator answered = clerk.page().locator("input[type=checkbox][name=answered]");
            if (answered.count() > 0) {
                answered.check();
            }
            clerk.press("开通");
            assertThat(clerk.page().locator("#started").innerText()).contains("首个收取月份");
            see(clerk, "collection-opened-" + width);
        }
    }

    private void bill(Story story) {
        Width width = story.width();
        String path = "/bills/areas/" + story.area();
        try (Visitor clerk = signedIn(port, width, story.clerk(), OWN_PASSWORD)) {
            clerk.open("/bills");
            see(clerk, "bill-areas-" + width);
            clerk.open(path);
            clerk.follow("试算和出账");
            see(clerk, "bill-trial-" + width);
            clerk.press("提交，请另一人确认");
            see(clerk, "bill-proposed-" + width);
        }
        try (Visitor colleague = signedIn(port, width, story.colleague(), OWN_PASSWORD)) {
            colleague.open(path);
            colleague.follow("试算和出账");
            see(colleague, "bill-confirm-" + width);
            colleague.press("确认出账");
            colleague.open(path);
            assertThat(colleague.page().locator("main").innerText()).contains("22.40", "1 栋 201");
            see(colleague, "bills-" + width);
            colleague.open(path + "/notices");
            assertThat(colleague.heading()).contains("缴款通知书");
            assertThat(PrintedPaper.of(colleague, "payment-notices-" + width).pages())
                    .hasSize(3)
                    .allSatisfy(sheet ->
                            assertThat(sheet).contains("22.40", "贰拾贰元肆角", PrintedPaper.packed("89.58㎡×0.25"), "打印时间"));
            colleague.page().getByLabel("每张 A4 纸打印两份，沿虚线裁开").check();
            assertThat(PrintedPaper.of(colleague, "payment-notices-two-" + width)
                            .pages())
                    .hasSize(2);
        }
    }

    // ---- 收款

    /** House number, Enter, Enter: the receipt is there. */
    private void receive(Story story) {
        Width width = story.width();
        try (Visitor clerk = signedIn(port, width, story.clerk(), OWN_PASSWORD)) {
            // Counted instead of opened: the browser prints one thing at a time.
            clerk.page().addInitScript("window.print = () => { window.printed = (window.printed || 0) + 1; }");
            clerk.open("/collection/receipts");
            see(clerk, "receipt-areas-" + width);
            clerk.open(counter(story));
            see(clerk, "receipt-counter-" + width);
            clerk.page().keyboard().type("101");
            clerk.page().keyboard().press("Enter");
            clerk.page().getByText("登记收款：1 栋 101").first().waitFor();
            see(clerk, "receipt-amount-" + width);
            clerk.page().locator("[name=amount]").press("Enter");
            clerk.page().locator(".paper-number").first().waitFor();
            assertThat(clerk.page().locator(".paper-number").innerText()).startsWith("SK");
            clerk.page().waitForFunction("window.printed === 1");
            see(clerk, "receipt-paper-" + width);
            PrintedPaper receipt = PrintedPaper.of(clerk, "receipt-" + width).has(1, "1栋101", "贰拾贰元肆角", "财政票据", "打印时间");
            assertThat(receipt.pages().get(0)).doesNotContain("已登记");

            clerk.open(counter(story) + "?unit=101");
            clerk.page().locator("[name=amount]").fill("22.4");
            clerk.page().locator("[name=amount]").press("Enter");
            clerk.page().getByText("请再核对一遍").first().waitFor();
            see(clerk, "receipt-doubt-" + width);
        }
    }

    private void receiveWithoutScripts(Story story) {
        try (Visitor clerk = Browser.visitorWithoutScripts(port, story.width())) {
            clerk.signIn(story.clerk(), OWN_PASSWORD);
            clerk.open(counter(story));
            type(clerk, "unit", "1栋102");
            clerk.press("下一步");
            assertThat(clerk.heading()).isEqualTo("登记收款：1 栋 102");
            type(clerk, "amount", "30");
            clerk.press("登记并打印收据");
            clerk.page().locator(".paper-number").waitFor();
            assertThat(clerk.page().locator("main").innerText()).contains("预存", "7.60");
        }
    }

    private void lookAtReceipts(Story story) {
        Width width = story.width();
        String list = "/collection/receipts/areas/" + story.area();
        try (Visitor clerk = signedIn(port, width, story.clerk(), OWN_PASSWORD)) {
            clerk.open(list);
            see(clerk, "receipts-" + width);
            clerk.open(list + "/summary");
            see(clerk, "receipts-day-" + width);
            PrintedPaper.of(clerk, "receipts-day-" + width).has(1, "收款日报", "按方式", "现金", "52.40", "按登记人", "郑负责");
            clerk.open(list);
            clerk.page().locator("td.card-title a").first().click();
            String receipt = clerk.page().url();
            see(clerk, "receipt-" + width);
            clerk.page().navigate(receipt + "/proof");
            PrintedPaper.of(clerk, "receipt-proof-" + width).has(1, "打印时间");
            clerk.page().navigate(receipt + "/reversal");
            see(clerk, "receipt-reversal-" + width);
        }
        try (Visitor person = signedIn(port, width, story.committeePerson(), OWN_PASSWORD)) {
            person.open("/collection/own");
            see(person, "own-account-" + width);
        }
    }

    private static String counter(Story story) {
        return "/collection/receipts/areas/" + story.area() + "/counter";
    }

    private static void type(Visitor visitor, String field, String text) {
        visitor.page().locator("[name='" + field + "']").fill(text);
    }

    private static void choose(Visitor visitor, String field, String label) {
        visitor.page().locator("[name='" + field + "']").selectOption(new SelectOption().setLabel(label));
    }
}
