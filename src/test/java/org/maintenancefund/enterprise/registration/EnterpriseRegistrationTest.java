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
import java.util.UUID;
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
import org.maintenancefund.account.PersonRow;
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
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftOwner;
import org.maintenancefund.review.Drafts;
import org.maintenancefund.review.Submissions;
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
import org.springframework.validation.BeanPropertyBindingResult;

/** 物管企业注册 from the first question to the approval. Nothing is rolled back: each company has a code of its own. */
@IntegrationTest
class EnterpriseRegistrationTest {

    private static final String FORM = "/register/enterprise/form";
    private static final String CHECK = "/register/enterprise/check";
    private static int cities;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Districts districts;

    @Autowired
    Enterprises enterprises;

    @Autowired
    QualifiedCompanies qualified;

    @Autowired
    Drafts drafts;

    @Autowired
    Submissions submissions;

    @Autowired
    EnterpriseFormCheck check;

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
        String letters = "W" + (char) ('A' + cities++);
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
        assertThat(post("/register/enterprise", Map.of())).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(post("/register/enterprise", Map.of("qualified", "yes")))
                        .text())
                .contains("有资质的企业不用注册", "市物业管理信息系统");
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
        fillIn(filled());
        MvcTestResult second = post(CHECK, Map.of());
        assertThat(second).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(second).text()).contains("已有注册申请正在审核").doesNotContain("陈晓梅");
    }

    /** The same code in capitals, in small letters and full width, at the very same moment. */
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
        List<Callable<Object>> racing = new ArrayList<>();
        for (String spelling : spellings) {
            EnterpriseForm form = form(spelling);
            Draft<EnterpriseForm> draft = drafts.save(
                    DraftOwner.ofCookie(UUID.randomUUID().toString()),
                    ApplicationKind.ENTERPRISE_REGISTRATION,
                    null,
                    form);
            EnterpriseDetails details = check.read(form, new BeanPropertyBindingResult(form, "form"))
                    .orElseThrow();
            racing.add(() -> submissions.submit(draft, details, null));
        }

        List<Race.Outcome<Object>> outcomes = Race.of(racing);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
    }

    private EnterpriseForm form(String spelling) {
        EnterpriseForm form = new EnterpriseForm();
        form.setName("云州同名物业");
        form.setCreditCode(spelling);
        form.setLegalRepresentative("沈澄之");
        form.setRegisteredAddress("登高路 1 号");
        form.setDistrict(district.id().toString());
        form.setContactName("陆晓岚");
        form.setContactMobile("13900006001");
        form.setOperators(new ArrayList<>(List.of(new PersonRow("陆晓岚", "13900006001"))));
        return form;
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
