package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.transaction.annotation.Transactional;

/** 提交前预审: what the applicant is told before 提交, in which words, and about whom nothing is said. */
@IntegrationTest
@Transactional
class RegistrationPreCheckTest extends RegistrationVisitors {

    private final Visitor applicant = new Visitor();

    private Document check(Map<String, String> typed) {
        return Pages.parse(applicant.get(Pages.redirected(applicant.post(applicant.choose(area), typed))));
    }

    private static Map<String, String> two(Map<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>(form);
        typed.put("operators[1].name", "李建党");
        typed.put("operators[1].mobile", "13900004321");
        return typed;
    }

    @Test
    void nothingToMendIsSaidInOneCalmLine() {
        Document page = check(two(filled("栖梧里业委会筹备组", "欧阳修远")));

        assertThat(page.select(".precheck")).isEmpty();
        assertThat(page.select(".precheck-clear").text()).contains("没有发现需要改的地方");
    }

    @Test
    void aSingleOperatorIsAReasonToAddOneAndNoneToWait() {
        Document page = check(filled("栖梧里业委会筹备组", "欧阳修远"));

        assertThat(page.select(".precheck li strong").eachText()).containsExactly("拟定经办人员只有 1 人");
        assertThat(page.select(".precheck li a").attr("href")).endsWith("#operators");
        assertThat(page.select("main form button").eachText()).containsExactly("提交");
    }

    @Test
    void aMobileThatOthersUseIsToldWithoutSayingByWhom() {
        new Visitor().submit(other, two(filled("揽月台业委会筹备组", "欧阳修远")));

        Document page = check(two(filled("栖梧里业委会筹备组", "欧阳修远")));

        assertThat(page.select(".precheck li strong").eachText()).containsExactly("联系人手机号码在系统里已有其他登记或申请使用");
        assertThat(page.select("main").text()).doesNotContain("揽月台");
    }

    @Test
    void datesAndPapersOfAFormalCommitteeAreLookedAt() {
        Map<String, String> typed = two(filled("栖梧里业主委员会", "欧阳修远"));
        typed.put("attribute", "FORMAL");
        typed.put("termNumber", "第一届");
        typed.put("termStart", "2019-01-01");
        typed.put("termEnd", "2023-12-31");
        typed.put("noCertificate", "街道正在备案");

        assertThat(check(typed).select(".precheck li strong").eachText())
                .containsExactly("本届届满日期是 2023-12-31，已经过了", "没有填写备案号", "没有上传备案证明，原因：街道正在备案");
    }

    @Test
    void aTermTypedForAGroupIsNotDroppedInSilence() {
        Map<String, String> typed = two(filled("栖梧里业委会筹备组", "欧阳修远"));
        typed.put("termStart", "2026-01-01");

        assertThat(check(typed).select(".precheck li").text()).contains("这几项不会提交", "正式业委会");
    }

    @Test
    void theContactIsTheFirstOperatorByATick() {
        Map<String, String> typed = two(filled("栖梧里业委会筹备组", "欧阳修远"));
        typed.put("sameContact", "true");
        typed.put("operators[0].name", "");
        typed.put("operators[0].mobile", "");
        assertThat(check(typed).select(".summary-list").text()).contains("欧阳修远　13900002468");

        typed.put("operators[0].name", "司马相如");
        typed.put("operators[0].mobile", "13900008888");
        Document refused = Pages.parse(applicant.post(applicant.choose(area), typed));
        assertThat(refused.select(".error-summary a[href=#operators0.name]").text())
                .contains("勾选了“同联系人”，填写的却是另一个人");
        assertThat(refused.select("[name='operators[0].name']").val()).isEqualTo("司马相如");
    }
}
