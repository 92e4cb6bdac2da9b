package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Way.choose;
import static org.maintenancefund.e2e.Way.type;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.ledger.FundAccountId;
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
 * From the standard to the receipt, by everybody who has to do with it, at both widths and without scripts: 收取标准, 收取授权,
 * 房屋底册 from a spreadsheet, 期初余额, 专户, 开通, 出账, 收款.
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
    AFundAccount accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jobs jobs;

    /** The community of one walk, and who signs in for it. */
    private record Story(Way way, AreaId area, String name, String committeePerson, String clerk, String colleague) {}

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Way#all")
    void aCommunityIsBroughtToItsFirstReceipt(Way way) {
        world.settingsOfCollection();
        standard(way);
        Story story = managed(way);
        mandate(story);
        registerUnits(story);
        openingBalances(story);
        fundAccount(story);
        new FirstReceipt(port, way, story.area(), story.clerk(), story.colleague(), story.committeePerson()).reach();
    }

    // ---- 收取标准

    /** By two people of the municipal centre; flats have one from another walk already. */
    private void standard(Way way) {
        YearMonth month = YearMonth.from(world.today());
        if (standards.ofCityAt(UnitUse.RESIDENTIAL, true, month).isEmpty()) {
            aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.25", month);
        }
        String use = switch (way) {
            case DESKTOP -> "办公";
            case PHONE -> "商业";
            case PLAIN -> "车位";
        };
        String second = person(MunicipalCentre.REF, Role.MUNICIPAL_STAFF, "许核定", "standard", way);
        try (Visitor first = way.signedIn(port, "demo-municipal")) {
            first.open("/charge-standards");
            way.see(first, "standards");
            first.open("/charge-standards/new");
            first.press("提出");
            assertThat(first.page().locator(".error-summary").count()).isEqualTo(1);
            way.see(first, "standard-new-errors");
            choose(first, "use", use);
            first.page().locator("input[name=lift]").first().check();
            type(first, "rate", "0.3");
            type(first, "from", month.toString());
            type(first, "document", "云建〔2026〕8 号");
            first.press("提出");
            assertThat(first.page().locator("main").innerText()).contains(use);
            way.see(first, "standard-proposed");
        }
        try (Visitor other = way.signedIn(port, second, OWN_PASSWORD)) {
            other.open("/charge-standards");
            other.page()
                    .locator("main a[href^='/charge-standards/']", new Page.LocatorOptions().setHasText(use))
                    .first()
                    .click();
            way.see(other, "standard-decide");
            other.press("确认执行");
            assertThat(other.page().locator(".notice").first().innerText()).contains("确认");
        }
    }

    // ---- who has to do with it

    private Story managed(Way way) {
        String name = "收讫" + way.court();
        DistrictCentre centre = districts.byCode("DH").orElseThrow();
        AreaId area = world.area(AnArea.named(name).in(centre.streets().get(0).id()));
        transaction.executeWithoutResult(status -> register.changeBuildings(area, ManagedArea.buildings("1 栋")));
        CommitteeView committee = world.committee(area, name + "业主委员会");
        EnterpriseId company = world.company("云州" + name + "物业有限公司", centre);
        OfficeId office = world.office(name + "管理处", company, centre);
        LocalDate today = world.today();
        world.association(committee, company, office, today, today.plusYears(2));
        return new Story(
                way,
                area,
                name,
                person(committee.id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "owners", way),
                person(office.ref(), Role.OFFICE_OPERATOR, "郑负责", "clerk", way),
                person(office.ref(), Role.OFFICE_OPERATOR, "钱复核", "second", way));
    }

    /** Somebody with a password of their own; returns the user name. */
    private String person(OrgRef organisation, Role role, String name, String username, Way way) {
        String unique = username + way.name().toLowerCase(Locale.ROOT);
        IssuedAccount account = world.account(organisation, role, name, "13900008803", unique);
        assertThat(operators.activate(account.username(), account.activationCode(), OWN_PASSWORD))
                .isTrue();
        return unique;
    }

    // ---- 收取授权

    private void mandate(Story story) {
        Way way = story.way();
        try (Visitor person = way.signedIn(port, story.committeePerson(), OWN_PASSWORD)) {
            person.open("/mandates");
            way.see(person, "mandates-none");
            person.follow("申请授权");
            person.press("下一步：核对信息");
            assertThat(person.page().locator(".error-summary").count()).isEqualTo(1);
            way.see(person, "mandate-errors");
            person.page().locator("input[name=association]").first().check();
            type(person, "validFrom", world.today().toString());
            type(person, "validTo", world.today().plusYears(1).toString());
            way.upload(person, "files", "物业服务合同.pdf");
            way.see(person, "mandate-form");
            person.press("下一步：核对信息");
            way.see(person, "mandate-check");
            person.press("提交");
            assertThat(person.page().locator(".notice").first().innerText()).contains("提交成功");
            way.see(person, "mandate-sent");
        }
        try (Visitor district = way.signedIn(port, "demo-district")) {
            way.openReview(district, "/mandates/reviews", story.name() + "业主委员会", "mandate-reviews");
            way.see(district, "mandate-review");
            district.page().locator("input[name=result][value=APPROVE]").check();
            district.press("提交审核结果");
            assertThat(district.page().locator(".notice").first().innerText()).contains("已通过");
        }
        try (Visitor person = way.signedIn(port, story.committeePerson(), OWN_PASSWORD)) {
            person.open("/mandates");
            assertThat(person.page().locator("#current").innerText()).contains("撤销授权");
            way.see(person, "mandates");
        }
    }

    // ---- 房屋底册 and 期初余额

    private void registerUnits(Story story) {
        Way way = story.way();
        try (Visitor clerk = way.signedIn(port, story.clerk(), OWN_PASSWORD)) {
            clerk.open("/units/areas/" + story.area() + "/import");
            AUnitSheet sheet = new AUnitSheet();
            DOORS.forEach(sheet::flat);
            type(clerk, "from", "2026-01");
            way.importTable(clerk, new FilePayload("房屋清单.xlsx", null, sheet.content()), jobs::run, "units-import");
        }
    }

    private void openingBalances(Story story) {
        Way way = story.way();
        String path = "/units/areas/" + story.area() + "/opening";
        try (Visitor clerk = way.signedIn(port, story.clerk(), OWN_PASSWORD)) {
            clerk.open(path);
            way.see(clerk, "opening-none");
            clerk.open(path + "/edit");
            type(clerk, "asOf", world.today().minusDays(1).toString());
            type(clerk, "takenOver", "9,000.00");
            way.see(clerk, "opening-edit");
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
                    way.see(clerk, "opening-line");
                }
                clerk.press("保存");
            }
            clerk.open(path);
            way.see(clerk, "opening");
            clerk.open(path + "/import");
            way.see(clerk, "opening-import");
        }
        try (Visitor colleague = way.signedIn(port, story.colleague(), OWN_PASSWORD)) {
            colleague.open(path + "/check");
            way.see(colleague, "opening-check");
            colleague.press("复核无误，送区中心审核");
        }
        try (Visitor district = way.signedIn(port, "demo-district")) {
            district.open("/units/openings");
            way.see(district, "openings");
            district.page()
                    .locator("td.card-title a", new Page.LocatorOptions().setHasText(story.name()))
                    .first()
                    .click();
            district.page().getByLabel("核准").first().check();
            way.see(district, "opening-review");
            district.press("提交");
            assertThat(district.page().locator("main").innerText()).contains("已核准");
        }
    }

    // ---- 专户

    /** One of the city's keeps the money of the community from this month on. */
    private void fundAccount(Story story) {
        FundAccountId account = accounts.confirmed(AFundAccount.nextNumber(), "9000");
        try (Visitor municipal = story.way().signedIn(port, "demo-municipal")) {
            municipal.open("/fund-accounts/" + account + "/areas?text=" + story.name());
            municipal.page().getByLabel(story.name()).check();
            type(municipal, "from", YearMonth.from(world.today()).toString());
            story.way().see(municipal, "fund-account-areas");
            municipal.press("放到本专户");
            assertThat(municipal.page().locator(".notice").first().innerText()).contains("专户");
        }
    }
}
