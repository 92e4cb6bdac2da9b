package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 筹备组 to 正式, through a browser at both widths: it registers, gets its people, ties its community to a company, applies to
 * become formal; the new name and term are everywhere, users and association are still there.
 */
@Lengthy
@DemoCityTest
class CommitteeChangeBrowserTest {

    private static final String OWN_PASSWORD = "晚风吹过湖面 2026";

    @LocalServerPort
    private int port;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Width#ofADesktopWalk")
    void aPreparatoryGroupBecomesFormal(Width width) {
        String area = freeArea();
        String group = area + "业主委员会筹备组";
        String committee = area + "业主委员会";
        register(width, area, group);
        String[] account = approveAndCreateUser(width, group);
        associate(width, account);
        approve(width, "/associations/reviews", group);

        try (Visitor person = signedIn(width, account[0], OWN_PASSWORD)) {
            person.open("/my/committee");
            person.follow("申请信息变更");
            see(person, "change-form-" + width);
            person.page().locator("input[value=FORMALISE]").check();
            person.fill("业委会名称", committee);
            person.fill("届次", "1");
            person.fill("本届起始日期", "2026-10-01");
            person.fill("本届届满日期", "2031-09-30");
            person.fill("变更原因", "业主大会选举产生");
            person.press("下一步：核对信息");
            see(person, "change-check-" + width);
            person.press("提交");
            assertThat(person.page().locator(".notice").first().innerText()).contains("提交成功");
        }
        approve(width, "/committees/changes/reviews", group);

        try (Visitor person = signedIn(width, account[0], OWN_PASSWORD)) {
            person.open("/my/committee");
            String mine = person.page().locator("main").innerText();
            assertThat(mine).contains(committee, "第 1 届，2026-10-01 至 2031-09-30", group, "王建国");
            see(person, "change-history-" + width);
            person.open("/associations");
            assertThat(person.page().locator("main").innerText()).contains("关联有效期");
        }
        try (Visitor company = signedIn(width, "demo-enterprise", DemoStep.PASSWORD)) {
            company.open("/my/areas");
            assertThat(company.page().locator("main").innerText()).contains(area);
        }
        try (Visitor clerk = signedIn(width, "demo-district", DemoStep.PASSWORD)) {
            clerk.open("/committees?q=" + committee);
            clerk.page().locator("td.card-title a").first().click();
            assertThat(clerk.page().locator("main").innerText()).contains("第 2 版", group, committee);
        }
    }

    /** An area of the demo's district that stands alone, without committee and application. */
    private String freeArea() {
        return jdbc.sql("SELECT a.name FROM area a JOIN district_centre d ON d.id = a.district_id WHERE d.code = 'DH'"
                        + " AND a.state = 'ACTIVE' AND a.name !~ '和|期|区|苑$'"
                        + " AND NOT EXISTS (SELECT FROM committee c WHERE c.area_id = a.id)"
                        + " AND NOT EXISTS (SELECT FROM application p WHERE p.subject_id = a.id)"
                        + " AND NOT EXISTS (SELECT FROM area b WHERE b.id <> a.id AND (strpos(b.search_key, split_part(a.search_key, chr(31), 1)) > 0"
                        + " OR b.sibling_bases && a.sibling_bases)) ORDER BY a.code LIMIT 1")
                .query(String.class)
                .single();
    }

    private void register(Width width, String area, String group) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            applicant.open("/register/committee?q=" + area);
            applicant.page().locator("label.choice-card").first().click();
            applicant.press("下一步：填写信息");
            applicant.page().getByLabel("临时（业委会筹备组）").check();
            applicant.fill("业委会名称", group);
            applicant.fill("办公地址", "小区会所 2 楼");
            applicant.fill("联系人姓名", "王建国");
            applicant.fill("联系人手机号码", "13900008801");
            applicant.page().locator("[name='operators[0].name']").fill("王建国");
            applicant.page().locator("[name='operators[0].mobile']").fill("13900008801");
            applicant.press("下一步：核对信息");
            applicant.press("提交");
            assertThat(applicant.heading()).isEqualTo("提交成功");
        }
    }

    /** User name and 激活码, used up: the account has a password of its own afterwards. */
    private String[] approveAndCreateUser(Width width, String group) {
        String[] account;
        try (Visitor clerk = openReview(width, "/committees/reviews", group)) {
            clerk.page().locator("input[name=result][value=APPROVE]").check();
            clerk.press("提交审核结果");
            clerk.press("创建 1 个用户名");
            Locator sheet = clerk.page().locator(".sheet").first();
            account = new String[] {
                sheet.locator(".username").innerText(),
                sheet.locator(".one-time-code").innerText()
            };
        }
        try (Visitor person = Browser.visitor(port, width)) {
            person.signIn(account[0], "1");
            person.fill("激活码", account[1]);
            person.fill("新密码", OWN_PASSWORD);
            person.fill("再输入一次新密码", OWN_PASSWORD);
            person.press("保存新密码");
            assertThat(person.heading()).isEqualTo("工作台");
        }
        return account;
    }

    private void associate(Width width, String[] account) {
        try (Visitor company = signedIn(width, "demo-enterprise", DemoStep.PASSWORD);
                Visitor person = signedIn(width, account[0], OWN_PASSWORD)) {
            String name = company.page().locator(".brand-owner").innerText();
            person.open("/associations/new");
            person.fill("物业服务企业", name);
            person.press("查找");
            person.page().getByLabel(name).first().check();
            person.press("下一步：填写信息");
            person.page().locator("input[name=target][value=ENTERPRISE]").check();
            person.fill("合同起始日期", "2026-01-01");
            person.fill("合同终止日期", "2029-12-31");
            person.page().getByLabel("份数").first().fill("1");
            person.press("下一步：核对信息");
            person.press("提交");
            assertThat(person.page().locator(".notice").first().innerText()).contains("提交成功");
        }
    }

    private void approve(Width width, String queue, String title) {
        try (Visitor clerk = openReview(width, queue, title)) {
            see(clerk, queue.replace('/', '-').substring(1) + "-" + width);
            clerk.page().locator("input[name=result][value=APPROVE]").check();
            clerk.page().locator("[data-paper] input[value=RECEIVED]").all().forEach(Locator::check);
            clerk.press("提交审核结果");
            assertThat(clerk.page().locator(".notice").first().innerText()).contains("已通过");
        }
    }

    private Visitor openReview(Width width, String queue, String title) {
        Visitor clerk = signedIn(width, "demo-district", DemoStep.PASSWORD);
        clerk.open(queue + "?q=" + title);
        clerk.page()
                .locator("td.card-title a", new Page.LocatorOptions().setHasText(title))
                .first()
                .click();
        return clerk;
    }

    private Visitor signedIn(Width width, String username, String password) {
        Visitor visitor = Browser.visitor(port, width);
        visitor.signIn(username, password);
        assertThat(visitor.heading()).isEqualTo("工作台");
        return visitor;
    }
}
