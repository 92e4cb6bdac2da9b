package org.maintenancefund.enterprise.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 物管企业注册 from the first question to the approval. */
@IntegrationTest
class EnterpriseRegistrationTest extends RegisteringCompany {

    @Autowired
    Operators operators;

    @Test
    void aCompanyWithQualificationIsToldToUseItsSharedAccount() {
        MvcTestResult unanswered = post("/register/enterprise", Map.of());
        assertThat(unanswered).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(unanswered).title()).startsWith("错误：物管企业注册");
        assertThat(Pages.parse(unanswered).select(".error-summary a").attr("href"))
                .isEqualTo("#qualified");
        assertThat(post("/register/enterprise", Map.of("qualified", "yes")))
                .hasRedirectedUrl("/register/enterprise/shared-account");
        Document told = Pages.parse(get("/register/enterprise/shared-account"));
        assertThat(told.text()).contains("有资质的企业不用注册", "物业管理信息系统");
        assertThat(told.select("main a[href=/login]").text()).isEqualTo("登录");
        assertThat(post("/register/enterprise", Map.of("qualified", "no"))).hasRedirectedUrl(FORM);
    }

    @Test
    void everyFieldArrivesOnTheCheckPage() {
        assertThat(fillIn(filled())).hasStatus3xxRedirection();

        assertThat(Pages.parse(get(check)).select(".summary-list").text())
                .contains(
                        "云州登高物业服务有限公司" + code,
                        code.value(),
                        "沈澄之",
                        "登高路 1 号",
                        "和平大厦 3 层",
                        world.district().name())
                .contains("陆晓岚", "13900006001", "0000-22304999", "office@example.cn", "李建党", "13900004321", "执照.pdf");
    }

    @Test
    void aSingleOperatorIsForeseenAndBlocksNothing() {
        Map<String, String> typed = filled();
        typed.put("operators[1].name", "");
        typed.put("operators[1].mobile", "");
        assertThat(fillIn(typed)).hasStatus3xxRedirection();

        Document page = Pages.parse(get(check));
        assertThat(page.select(".precheck li strong").eachText()).contains("拟定经办人员只有 1 人");
        assertThat(page.select("main form button").eachText()).containsExactly("提交");
    }

    @Test
    void theFormSaysInOrderWhatIsMissing() {
        Document page = Pages.parse(post(FORM, Map.of("name", "")));

        assertThat(page.title()).startsWith("错误：物管企业注册");
        assertThat(page.select(".error-summary a").eachAttr("href"))
                .containsExactly(
                        "#name",
                        "#creditCode",
                        "#legalRepresentative",
                        "#registeredAddress",
                        "#district",
                        "#contactName",
                        "#contactMobile",
                        "#operators0.name",
                        "#licence");
    }

    @Test
    void anApprovedCompanyIsEnteredAndItsPeopleWaitForUserNames() {
        fillIn(filled());
        String number = submitted();
        assertThat(number).startsWith("WG");
        assertThat(receipt.text())
                .contains(code.value(), "陆*岚", "139****6001")
                .doesNotContain("13900006001", "沈澄之", "李建党", "office@example.cn");

        Document queue = pages.open("/enterprises/reviews", world.clerk());
        assertThat(queue.select(".breadcrumb-bar").text()).endsWith("物管企业注册信息审核");
        assertThat(queue.select("td[data-label=统一社会信用代码]").text()).isEqualTo(code.value());
        assertThat(queue.select("#street")).isEmpty();
        assertThat(queue.text()).contains("云州登高物业服务有限公司", number, "139****6001");
        Document review = pages.open("/enterprises/reviews/" + number, world.clerk());
        assertThat(review.text()).contains("统一社会信用代码校验通过", "不在有资质企业之列", "没有名称相近的企业", "执照.pdf");
        MvcTestResult approved = decide(number, "APPROVE", "");

        var company = enterprises.find(code).orElseThrow();
        Document record = pages.open("/enterprises/" + company.id(), world.clerk());
        assertThat(record.select("tbody a[href=/enterprises/reviews/" + number + "]"))
                .hasSize(1);
        assertThat(record.select(".progress-line strong").eachText()).containsExactly("注册", "审核", "用户名", "激活");
        assertThat(record.select(".progress-line [aria-current] strong").text()).isEqualTo("用户名");
        assertThat(company.qualification()).isEqualTo(Qualification.UNQUALIFIED);
        assertThat(approved).hasRedirectedUrl("/operators/new/ENTERPRISE/" + company.id() + "?from=" + number);
        Document creation = pages.open("/operators/new/ENTERPRISE/" + company.id(), world.clerk());
        assertThat(creation.select("input[value=luxl], input[value=lijd]")).hasSize(2);
        assertThat(pages.open("/workbench", world.clerk()).text()).contains("还没有创建用户名");
    }

    @Test
    void aReturnedRegistrationIsRevisedUnderItsNumber() {
        fillIn(filled());
        String number = submitted();
        Map<String, String> returned = Map.of("result", "RETURN", "reasons", "营业执照缺失或看不清", "version", version(number));
        assertThat(pages.post("/enterprises/reviews/" + number, world.clerk(), returned))
                .hasStatus3xxRedirection();

        MvcTestResult mending =
                post("/progress/resubmit", Map.of("number", number, "mobile", "13900006001", "code", receiptCode));
        goOnAt(Pages.redirected(mending));
        assertThat(address).startsWith(FORM + "?draft=").doesNotContain(number);
        assertThat(Pages.parse(get(address)).select("[name=creditCode]").val()).isEqualTo(code.value());
        Map<String, String> mended = filled();
        mended.put("officeAddress", "和平大厦 4 层");
        assertThat(post(address, mended)).hasRedirectedUrl(check);
        assertThat(post(check, Map.of())).hasStatus3xxRedirection();

        assertThat(pages.open("/enterprises/reviews/" + number, world.clerk()).text())
                .contains("退回后重交", "有修改", "和平大厦 4 层");
    }

    @Test
    void aStrangerWithTheNumberOfAReturnedRegistrationChangesNothing() {
        fillIn(filled());
        String number = submitted();
        pages.post(
                "/enterprises/reviews/" + number,
                world.clerk(),
                Map.of("result", "RETURN", "reasons", "营业执照缺失或看不清", "version", version(number)));
        browser = null;
        goOnAt(FORM + "?number=" + number);
        Map<String, String> typed = filled();
        typed.put("contactName", "李陌生");
        typed.put("number", number);
        fillIn(typed);
        post(check + "&number=" + number, Map.of("number", number));

        String review =
                pages.open("/enterprises/reviews/" + number, world.clerk()).text();
        assertThat(review).contains("陆晓岚").doesNotContain("李陌生", "退回后重交");
        assertThat(post("/progress/resubmit", Map.of("number", number, "mobile", "13900006001", "code", "AAAA-AAAA")))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void theReviewerSeesNamesAndPhonesThatAreElsewhereToo() {
        String word = "登" + code.value().substring(10, 16);
        world.company("云州市" + word + "物业管理有限公司");
        world.company("云州另一家物业" + code);
        Map<String, String> form = filled();
        form.put("name", "云州" + word + "物业服务有限公司");
        form.put(
                "contactMobile",
                World.newCompany("", world.district().id(), code)
                        .contactMobile()
                        .toString());
        fillIn(form);

        String checks =
                pages.open("/enterprises/reviews/" + submitted(), world.clerk()).text();

        assertThat(checks).contains("有名称相近的企业：云州市" + word + "物业管理有限公司", "联系人手机号码也登记在：");
    }

    @Test
    void peopleOfARegisteredCompanyFindTheirUserNames() {
        var company = world.company("云州查名物业" + code, code);
        String username = "shen" + code.value().substring(10, 16);
        operators.create(new NewOperator(
                company.ref(), Role.ENTERPRISE_OPERATOR, "沈澄之", new MobileNumber("13900006009"), username));

        Document found = Pages.parse(post(
                "/username-lookup", Map.of("type", "ENTERPRISE", "name", "云州查名物业" + code, "mobile", "13900006009")));

        assertThat(found.text()).contains("沈*之", username);
    }
}
