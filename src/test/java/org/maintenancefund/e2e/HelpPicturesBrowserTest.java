package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Steps.activate;
import static org.maintenancefund.e2e.Steps.openReview;
import static org.maintenancefund.e2e.Steps.person;
import static org.maintenancefund.e2e.Steps.signedIn;
import static org.maintenancefund.e2e.Steps.upload;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.e2e.Steps.Receipt;
import org.maintenancefund.e2e.Steps.Slip;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The screens that the help shows look as they did when its pictures were drawn, see {@link HelpPicture}. */
@Lengthy
@DemoCityTest
class HelpPicturesBrowserTest {

    private static final Width WIDTH = Width.DESKTOP;
    private static final String AREA = "青枫雅苑";
    private static final String COMMITTEE = AREA + "业主委员会";
    private static final String MOBILE = "13900006101";

    @LocalServerPort
    private int port;

    @Autowired
    private World world;

    @Autowired
    private Districts districts;

    @Autowired
    private Operators operators;

    @Test
    void fromTheHomePageToTheAssociation() {
        area(AREA);
        Receipt receipt = register();
        followProgress(receipt);
        List<Slip> slips = review();
        firstPassword(slips.get(1));
        activate(port, WIDTH, slips.get(0));
        associate(slips.get(0));
    }

    private AreaId area(String name) {
        DistrictCentre district = districts.byCode("DH").orElseThrow();
        return world.area(AnArea.named(name).in(district.streets().get(0).id()));
    }

    private Receipt register() {
        try (Visitor applicant = Browser.visitor(port, WIDTH)) {
            applicant.open("/");
            HelpPicture.of(applicant, "home", "#main", 760);
            applicant.open("/register/committee");
            applicant.fill("小区名称或地址", "花园");
            applicant.press("查找");
            HelpPicture.of(applicant, "committee-area", "#main", 800);
            applicant.fill("小区名称或地址", AREA);
            applicant.press("查找");
            applicant
                    .page()
                    .locator("label.choice-card", new Page.LocatorOptions().setHasText(AREA))
                    .first()
                    .click();
            applicant.press("下一步：填写信息");
            applicant.page().getByLabel("正式业委会").check();
            applicant.fill("业委会名称", COMMITTEE);
            applicant.fill("届次", "2");
            applicant.fill("本届起始日期", "2025-06-01");
            applicant.fill("本届届满日期", "2030-05-31");
            applicant.fill("办公地址", "小区会所 2 楼");
            applicant.fill("联系人姓名", "王建国");
            applicant.fill("联系人手机号码", MOBILE);
            person(applicant, 0, "王建国", MOBILE);
            person(applicant, 1, "李建党", "13900006102");
            upload(applicant, "certificate", "备案证明.pdf");
            HelpPicture.of(applicant, "committee-form", "#main", 900);
            applicant.press("下一步：核对信息");
            applicant.press("提交");
            applicant.page().waitForURL("**/receipts/**");
            HelpPicture.of(applicant, "receipt", "#main", 720);
            return Receipt.of(applicant);
        }
    }

    private void followProgress(Receipt receipt) {
        try (Visitor applicant = Browser.visitor(port, WIDTH)) {
            applicant.open("/progress");
            applicant.fill("受理编号", receipt.number());
            applicant.fill("联系人手机号码", MOBILE);
            applicant.press("查询进度");
            HelpPicture.of(applicant, "progress", "#main", 900);
            applicant.open("/login");
            HelpPicture.of(applicant, "login", "#main", 620);
        }
    }

    private List<Slip> review() {
        try (Visitor clerk = signedIn(port, WIDTH, "demo-district")) {
            HelpPicture.of(clerk, "workbench", ".shell", 760);
            clerk.open("/committees/reviews");
            HelpPicture.of(clerk, "queue", "#main", 720);
            openReview(clerk, "/committees/reviews", COMMITTEE, null);
            HelpPicture.of(clerk, "review", "#main", 900);
            clerk.page().locator("input[name=result][value=APPROVE]").check();
            clerk.press("提交审核结果");
            assertThat(clerk.heading()).isEqualTo("为经办人员创建用户名");
            HelpPicture.of(clerk, "creation", "#main", 800);
            clerk.press("创建 2 个用户名");
            List<Slip> slips = Slip.all(clerk);
            clerk.open("/calls");
            HelpPicture.of(clerk, "calls", "#main section[aria-labelledby=due]", 560);
            clerk.open("/reports");
            HelpPicture.of(clerk, "statistics", "#main", 800);
            return slips;
        }
    }

    private void firstPassword(Slip slip) {
        try (Visitor person = Browser.visitor(port, WIDTH)) {
            person.signIn(slip.username(), "1");
            assertThat(person.heading()).isEqualTo("密码修改");
            HelpPicture.of(person, "first-password", "#main", 760);
        }
    }

    private void associate(Slip slip) {
        try (Visitor committee = Browser.visitor(port, WIDTH)) {
            committee.signIn(slip.username(), OWN_PASSWORD);
            committee.open("/associations/new");
            committee.fill("物业服务企业", "物业");
            committee.press("查找");
            committee
                    .page()
                    .locator("input[type=radio][name=enterprise]")
                    .first()
                    .check();
            committee.press("下一步：填写信息");
            committee.page().locator("input[name=target][value=ENTERPRISE]").check();
            HelpPicture.of(committee, "association-form", "#main", 900);
            committee.open("/areas/applications");
            committee
                    .page()
                    .locator("tr", new Page.LocatorOptions().setHasText(AREA))
                    .locator("button, a")
                    .last()
                    .click();
            assertThat(committee.page().locator("main").innerText()).contains("填写步骤");
            HelpPicture.of(committee, "area-tasks", "#main", 760);
        }
    }

    @Test
    void whatTheMunicipalCentreDoes() {
        AreaId first = area("银杏苑一期");
        AreaId second = area("银杏苑二期");
        try (Visitor clerk = signedIn(port, WIDTH, "demo-municipal")) {
            clerk.open("/areas/merge/compare?area=" + first + "&area=" + second);
            HelpPicture.of(clerk, "merge", "#main", 900);
            clerk.open("/manage/notices/new");
            clerk.fill("标题", "关于年终结算期间暂停办理业务的通知");
            clerk.fill("正文", "年终结算期间暂停办理业务。\n\n## 暂停时间\n\n- 东湖区：12 月 30 日起\n- 西陵区：12 月 31 日起");
            HelpPicture.of(clerk, "notice-new", "#main", 900);
        }
    }

    /** Who collects: what is missing before 开通, the trial of a month, the bills, the counter. */
    @Test
    void whatTheCompanyAndItsOfficeDo() {
        try (Visitor clerk = signedIn(port, WIDTH, collecting("枫桥小筑"), OWN_PASSWORD)) {
            clerk.open("/collection");
            clerk.page()
                    .locator("main td.card-title a", new Page.LocatorOptions().setHasText("枫桥小筑"))
                    .click();
            HelpPicture.of(clerk, "collection-start", "#main", 900);
        }
        try (Visitor clerk = signedIn(port, WIDTH, "demo-office")) {
            clerk.open("/bills");
            clerk.follow("竹溪雅居");
            HelpPicture.of(clerk, "bills", "#main", 760);
            clerk.follow("试算和出账");
            HelpPicture.of(clerk, "bill-run", "#main", 900);
            clerk.open("/collection/receipts");
            clerk.follow("竹溪雅居");
            clerk.follow("登记收款");
            clerk.fill("户号、房号或缴款义务人", "1-1-301");
            clerk.press("下一步");
            HelpPicture.of(clerk, "receipt-entry", "#main", 900);
        }
    }

    /** A community with a mandate and nothing else; returns the user name of its office's person. */
    private String collecting(String name) {
        DistrictCentre district = districts.byCode("DH").orElseThrow();
        CommitteeView committee = world.committee(area(name), name + "业主委员会");
        EnterpriseId company = world.company("云州" + name + "物业有限公司", district);
        OfficeId office = world.office(name + "管理处", company, district);
        world.association(
                committee, company, office, world.today(), world.today().plusYears(2));
        world.mandate(committee, world.today(), world.today().plusYears(1));
        IssuedAccount account = world.account(office.ref(), Role.OFFICE_OPERATOR, "郑负责", MOBILE, "helpoffice");
        assertThat(operators.activate(account.username(), account.activationCode(), OWN_PASSWORD))
                .isTrue();
        return account.username();
    }
}
