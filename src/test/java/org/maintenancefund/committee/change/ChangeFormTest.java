package org.maintenancefund.committee.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What the form of a change does with fields whose items are not ticked, and what is said before 提交. */
@IntegrationTest
@Transactional
class ChangeFormTest {

    private static final String FORM = "/my/committee/change";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private String areaName;
    private CommitteeView committee;
    private CurrentUser person;

    @BeforeEach
    void aPreparatoryGroup() {
        areaName = "勾选花园" + world.district().code();
        committee = world.preparatoryGroup(areaName);
        person = world.personOf(committee);
    }

    private Map<String, String> formal() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("items", "FORMALISE");
        form.put("name", areaName + "业主委员会");
        form.put("termNumber", "1");
        form.put("termStart", "2026-01-01");
        form.put("termEnd", "2030-12-31");
        form.put("filingNumber", "备 2026-001");
        form.put("reason", "业主大会选举产生");
        return form;
    }

    @Test
    void whatWasChangedWithoutItsTickIsToldAndCanBeTickedAtOnce() {
        Map<String, String> typed = formal();
        typed.put("contactName", committee.contactName());
        typed.put("contactMobile", "13900007777");
        MvcTestResult refused = pages.post(FORM, person, typed);

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(refused);
        assertThat(page.select(".error-summary a[href=#contactMobile]").text())
                .isEqualTo("您改了联系人手机号码（原来是“13900001234”），但没有勾选变更事项“联系人”。请勾选它，或者改回原来的内容");
        assertThat(page.select("button[name=items][value=CONTACT]").text()).isEqualTo("同时变更“联系人”");
        assertThat(page.select("[name=contactMobile]").val()).isEqualTo("13900007777");
        assertThat(page.select("[data-proposal=name]").val()).isEqualTo(areaName + "业主委员会");

        MvcTestResult ticked = pages.post(FORM + "?items=CONTACT", person, typed);
        assertThat(pages.open(Pages.redirected(ticked), person).text()).contains("改为：13900007777");
    }

    @Test
    void theCheckPageForeseesWhatOftenLeadsToAReturn() {
        Map<String, String> typed = formal();
        typed.put("filingNumber", "");
        typed.put("termEnd", "2026-02-01");
        String check = filled(person, FORM, typed);

        Document page = pages.open(check, person);
        assertThat(page.select(".precheck li strong").eachText())
                .containsExactly("本届届满日期是 2026-02-01，已经过了", "没有填写备案号", "没有上传证明材料");
        assertThat(page.select(".precheck li a").eachAttr("href"))
                .allMatch(href -> href.matches(".*/my/committee/change\\?draft=.*#(termEnd|filingNumber|files)"));
        assertThat(page.select("main form button").eachText())
                .as("warnings never block")
                .containsExactly("提交");
        submitted(person, check);
    }

    @Test
    void aNameThatIsNotTheAreasIsToldWithTheOneThatFits() {
        Map<String, String> typed = formal();
        typed.put("name", "另一花园业主委员会");

        Document page = pages.open(filled(person, FORM, typed), person);

        assertThat(page.select(".precheck li").text())
                .contains("名称“另一花园业主委员会”与本会的物业区域“" + areaName + "”不一致", "名称建议改为“" + areaName + "业主委员会”");
    }

    @Test
    void aPendingChangeIsSaidOnTheFirstPage() {
        String number = submitted(person, filled(person, FORM, formal()));

        Document mine = pages.open("/my/committee", person);
        assertThat(mine.select(".notice").text()).contains(number, "正在审核");
        assertThat(mine.select("a:contains(申请信息变更)"))
                .as("nobody fills in a form for nothing")
                .isEmpty();
        Document check = pages.open(filled(person, FORM, formal()), person);
        assertThat(check.select(".notice-error").text()).contains("已有一件信息变更申请正在审核");
        assertThat(check.select("main form button"))
                .as("no button that can't work")
                .isEmpty();
    }

    private String filled(CurrentUser user, String form, Map<String, String> typed) {
        return Pages.redirected(pages.post(form, user, typed));
    }

    private String submitted(CurrentUser user, String check) {
        assertThat(pages.post(check, user, Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        return jdbc.sql("SELECT number FROM application WHERE kind = 'COMMITTEE_CHANGE' AND subject_id = :id")
                .param("id", committee.id().value())
                .query(String.class)
                .single();
    }
}
