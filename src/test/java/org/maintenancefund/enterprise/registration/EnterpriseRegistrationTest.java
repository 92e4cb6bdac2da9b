package org.maintenancefund.enterprise.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.enterprise.CompanyFixture.aCompany;
import static org.maintenancefund.enterprise.CompanyFixture.aCreditCode;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.area.ADistrict;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 物管企业注册 from the first question to the approval. Nothing is rolled back: each company has a code of its own. */
@IntegrationTest
class EnterpriseRegistrationTest {

    private static int cities;

    private static final String FORM = "/register/enterprise/form";
    private static final String CHECK = "/register/enterprise/check";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Districts districts;

    @Autowired
    Enterprises enterprises;

    @Autowired
    QualifiedCompanies qualified;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private Pages pages;
    private DistrictCentre district;
    private CurrentUser clerk;
    private CreditCode code;
    private Cookie browser;

    @BeforeEach
    void aDistrict() {
        pages = new Pages(mvc);
        cities++;
        String letters = ADistrict.freeCode(districts);
        district = ADistrict.establishedWith(districts, letters, "企业" + letters + "区", "甲街道");
        clerk = SignedIn.person(
                "陈晓梅",
                Role.DISTRICT_STAFF,
                new OrgRef(OrgType.DISTRICT_CENTRE, district.id().value()),
                district.centreName(),
                district.id());
        code = aCreditCode();
        browser = null;
        jdbc.sql("DELETE FROM rate_limit").update();
    }

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
        assertThat(fillIn(filled())).hasRedirectedUrl(CHECK);

        assertThat(Pages.parse(get(CHECK)).select(".summary-list").text())
                .contains("云州登高物业服务有限公司" + code, code.value(), "沈澄之", "登高路 1 号", "和平大厦 3 层", district.name())
                .contains("陆晓岚", "13900006001", "0000-22304999", "office@example.cn", "李建党", "13900004321", "执照.pdf");
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

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "91440300I922038216, 第 9 位不应是字母 I",
        "91440300192203821, 17 位",
        "914403001922038217, 统一社会信用代码校验不通过，请对照营业执照逐位核对",
        "91440300192203821*, 第 18 位",
    })
    void aCodeThatIsNoneIsToldByItsPosition(String typed, String sentence) {
        Map<String, String> form = filled();
        form.put("creditCode", typed);

        Document page = Pages.parse(fillIn(form));

        assertThat(page.select(".error-summary li").text()).contains(sentence);
        assertThat(page.select("[name=legalRepresentative]").val()).isEqualTo("沈澄之");
        assertThat(page.select(".file-list").text()).contains("执照.pdf");
    }

    @Test
    void aCodeAgainstItsCheckIsTakenOnInsistenceAndApprovedWithAReason() {
        String last = code.value().endsWith("1") ? "2" : "1";
        String doubtful = code.value().substring(0, 17) + last;
        Map<String, String> form = filled();
        form.put("creditCode", doubtful);
        Document asked = Pages.parse(fillIn(form));
        assertThat(asked.select("label:has(#codeCompared)").text()).startsWith("已对照营业执照，代码无误");
        form.put("comparedCode", asked.select("[name=comparedCode]").val());
        form.put("codeCompared", "true");
        assertThat(fillIn(form)).hasRedirectedUrl(CHECK);
        String number = submitted();

        assertThat(pages.open("/enterprises/reviews/" + number, clerk).text()).contains("校验不通过，申请人已对照营业执照");
        MvcTestResult without = decide(number, "APPROVE", "");
        assertThat(without).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(without).text()).contains("请在内部备注写明理由");
        assertThat(decide(number, "APPROVE", "已核对营业执照原件")).hasStatus3xxRedirection();

        assertThat(enterprises.find(new CreditCode(doubtful))).isPresent();
    }

    /** The tick is about the code that was shown with it, not about whatever is typed next. */
    @Test
    void theTickDoesNotCoverAnotherCode() {
        Map<String, String> form = filled();
        form.put("creditCode", "914403001922038217");
        form.put("comparedCode", "914403001922308216");
        form.put("codeCompared", "true");

        Document page = Pages.parse(fillIn(form));

        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#creditCode");
        assertThat(page.select("#codeCompared").hasAttr("checked")).isFalse();
        assertThat(page.select("[name=comparedCode]").val()).isEqualTo("914403001922038217");
    }

    @Test
    void theTickIsOfferedWhereACheckCharacterFailsAndNowhereElse() {
        Map<String, String> form = filled();
        form.put("creditCode", "91440300I922038216");

        assertThat(Pages.parse(fillIn(form)).select("#codeCompared")).isEmpty();
    }

    @Test
    void anApprovedCompanyIsEnteredAndItsPeopleWaitForUserNames() {
        assertThat(fillIn(filled())).hasRedirectedUrl(CHECK);
        String number = submitted();
        assertThat(number).startsWith("WG");

        assertThat(pages.open("/enterprises/reviews", clerk).text()).contains("云州登高物业服务有限公司", number, "139****6001");
        Document review = pages.open("/enterprises/reviews/" + number, clerk);
        assertThat(review.text()).contains("统一社会信用代码校验通过", "不在有资质企业之列", "没有名称相近的企业", "执照.pdf");
        MvcTestResult approved = decide(number, "APPROVE", "");

        var company = enterprises.find(code).orElseThrow();
        assertThat(pages.open("/enterprises/" + company.id(), clerk)
                        .select("tbody a[href=/enterprises/reviews/" + number + "]"))
                .hasSize(1);
        assertThat(company.qualification()).isEqualTo(Qualification.UNQUALIFIED);
        assertThat(approved).hasRedirectedUrl("/operators/new/ENTERPRISE/" + company.id());
        Document creation = pages.open("/operators/new/ENTERPRISE/" + company.id(), clerk);
        assertThat(creation.select("input[value=luxl], input[value=lijd]")).hasSize(2);
        assertThat(pages.open("/workbench", clerk).text()).contains("还没有创建用户名");
    }

    @Test
    void aReturnedRegistrationIsMendedUnderItsNumber() {
        fillIn(filled());
        String number = submitted();
        Map<String, String> returned = Map.of("result", "RETURN", "reasons", "营业执照缺失或看不清", "version", version(number));
        assertThat(pages.post("/enterprises/reviews/" + number, clerk, returned))
                .hasStatus3xxRedirection();

        MvcTestResult mending =
                post("/progress/resubmit", Map.of("number", number, "mobile", "13900006001", "code", receiptCode));
        assertThat(mending).hasRedirectedUrl(FORM + "?number=" + number);
        Document form = Pages.parse(get(FORM + "?number=" + number));
        assertThat(form.select("[name=creditCode]").val()).isEqualTo(code.value());
        Map<String, String> mended = filled();
        mended.put("number", number);
        mended.put("officeAddress", "和平大厦 4 层");
        assertThat(post(FORM, mended)).hasRedirectedUrl(CHECK + "?number=" + number);
        assertThat(post(CHECK, Map.of("number", number))).hasStatus3xxRedirection();

        assertThat(pages.open("/enterprises/reviews/" + number, clerk).text()).contains("退回后重交", "有修改", "和平大厦 4 层");
    }

    @Test
    void aKnownCodeIsRefusedInWordsThatSayWhatToDo() {
        enterprises.register(aCompany("云州先到物业", district.id(), code));
        assertThat(Pages.parse(fillIn(filled())).text()).contains("已在本系统注册");

        code = aCreditCode();
        qualified.admit(new SharedPerson(
                "shared", new PersonName("龚锦程"), new MobileNumber("13900007002"), code, "云州锦屿", null, null, false));
        assertThat(Pages.parse(fillIn(filled())).text()).contains("请用市物业管理信息系统的用户名和密码登录");

        code = aCreditCode();
        fillIn(filled());
        submitted();
        browser = null;
        Document second = Pages.parse(fillIn(filled()));
        assertThat(second.select(".error-summary a").eachAttr("href")).containsExactly("#creditCode");
        assertThat(second.text()).contains("已有注册申请正在审核").doesNotContain("WG20");
    }

    /** The same code in capitals, in small letters and full width, from three browsers at the very same moment. */
    @Test
    void threeSpellingsOfOneCodeAtOnceAreOneApplication() throws InterruptedException {
        List<String> spellings = List.of(
                code.value(),
                code.value().toLowerCase(Locale.ROOT),
                code.value()
                        .chars()
                        .map(c -> c + 0xFEE0)
                        .mapToObj(Character::toString)
                        .reduce("", String::concat));
        List<Callable<MvcTestResult>> racing = new ArrayList<>();
        for (String spelling : spellings) {
            browser = null;
            Map<String, String> form = filled();
            form.put("creditCode", spelling);
            assertThat(fillIn(form)).hasRedirectedUrl(CHECK);
            Cookie mine = browser;
            racing.add(() -> mvc.post().uri(CHECK).cookie(mine).with(csrf()).exchange());
        }

        List<MvcTestResult> answers =
                Race.of(racing).stream().map(Race.Outcome::value).toList();

        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() == HttpStatus.FOUND.value())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() == HttpStatus.BAD_REQUEST.value())
                .hasSize(2)
                .allSatisfy(answer -> assertThat(
                                Pages.parse(answer).select("#creditCode-error").text())
                        .contains("已有注册申请正在审核"));
        assertThat(jdbc.sql("SELECT count(*) FROM application WHERE title = :title")
                        .param("title", filled().get("name"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theReviewerSeesNamesAndPhonesThatAreElsewhereToo() {
        String word = "登" + code.value().substring(10, 16);
        enterprises.register(aCompany("云州市" + word + "物业管理有限公司", district.id()));
        enterprises.register(aCompany("云州另一家物业" + code, district.id()));
        Map<String, String> form = filled();
        form.put("name", "云州" + word + "物业服务有限公司");
        form.put("contactMobile", aCompany("", district.id()).contactMobile().toString());
        fillIn(form);

        String checks = pages.open("/enterprises/reviews/" + submitted(), clerk).text();

        assertThat(checks).contains("有名称相近的企业：云州市" + word + "物业管理有限公司", "联系人手机号码也登记在：");
    }

    @Test
    void peopleOfARegisteredCompanyFindTheirUserNames() {
        var company = enterprises.register(aCompany("云州查名物业" + code, district.id(), code));
        operators.create(new NewOperator(
                company.ref(), Role.ENTERPRISE_OPERATOR, "沈澄之", new MobileNumber("13900006009"), "shen" + cities));

        Document found = Pages.parse(post(
                "/username-lookup", Map.of("type", "ENTERPRISE", "name", "云州查名物业" + code, "mobile", "13900006009")));

        assertThat(found.text()).contains("沈*之", "shen" + cities);
    }

    private Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "云州登高物业服务有限公司" + code);
        form.put("creditCode", code.value());
        form.put("legalRepresentative", "沈澄之");
        form.put("registeredAddress", "登高路 1 号");
        form.put("officeAddress", "和平大厦 3 层");
        form.put("district", district.id().toString());
        form.put("contactName", "陆晓岚");
        form.put("contactMobile", "13900006001");
        form.put("phone", "0000-22304999");
        form.put("email", "office@example.cn");
        form.put("operators[0].name", "陆晓岚");
        form.put("operators[0].mobile", "13900006001");
        form.put("operators[1].name", "李建党");
        form.put("operators[1].mobile", "13900004321");
        return form;
    }

    private MvcTestResult get(String path) {
        var request = mvc.get().uri(path);
        return browser == null ? request.exchange() : request.cookie(browser).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(csrf());
        form.forEach(request::param);
        return kept(
                browser == null ? request.exchange() : request.cookie(browser).exchange());
    }

    private MvcTestResult fillIn(Map<String, String> form) {
        MockMultipartFile licence = new MockMultipartFile(
                "licence", "执照.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        var request = mvc.post().uri(FORM).multipart().file(licence).with(csrf());
        form.forEach(request::param);
        return kept(
                browser == null ? request.exchange() : request.cookie(browser).exchange());
    }

    private MvcTestResult kept(MvcTestResult result) {
        Cookie cookie = result.getResponse().getCookie("draft");
        browser = cookie == null ? browser : cookie;
        return result;
    }

    private String receiptCode = "";

    private String submitted() {
        MvcTestResult submitted = post(CHECK, Map.of());
        assertThat(submitted).hasStatus3xxRedirection();
        Document receipt = Pages.parse(get(submitted.getResponse().getRedirectedUrl()));
        receiptCode = receipt.select(".one-time-code").text();
        return receipt.selectFirst(".receipt strong").text();
    }

    private MvcTestResult decide(String number, String result, String remark) {
        return pages.post(
                "/enterprises/reviews/" + number,
                clerk,
                Map.of("result", result, "remark", remark, "version", version(number)));
    }

    private String version(String number) {
        return pages.open("/enterprises/reviews/" + number, clerk)
                .select("input[name=version]")
                .val();
    }
}
