package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.test.ClientAddresses;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.web.Honeypot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** 业委会注册 page by page, as a browser without scripts sends it. */
@IntegrationTest
@Transactional
class RegistrationPagesTest {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ACommittee committee;

    private AreaId area;
    private final RequestPostProcessor address = ClientAddresses.ofItsOwn();
    private Cookie browser;
    private String form;
    private String check;

    @BeforeEach
    void anApplicantWhoChoseAnArea() {
        area = world.enter(AnArea.named("采薇阁").at("注册路 9 号"));
        MvcTestResult chosen = post("/register/committee", Map.of("area", area.toString()));
        browser = chosen.getResponse().getCookie("draft");
        goOnAt(chosen);
    }

    /** The addresses of the draft that the choice led to. */
    private void goOnAt(MvcTestResult chosen) {
        form = Pages.redirected(chosen);
        assertThat(form).matches("/register/committee/form\\?draft=[0-9a-f-]{36}");
        check = form.replace("/form", "/check");
    }

    private MvcTestResult get(String path) {
        var request = mvc.get().uri(path).with(address);
        return browser == null ? request.exchange() : request.cookie(browser).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(csrf()).with(address);
        form.forEach(request::param);
        return browser == null ? request.exchange() : request.cookie(browser).exchange();
    }

    private static Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("attribute", "FORMAL");
        form.put("noCertificate", "街道正在备案");
        form.put("name", "采薇阁业主委员会");
        form.put("termNumber", "3");
        form.put("termStart", "2025-06-01");
        form.put("termEnd", "2030-05-31");
        form.put("filingNumber", "备 2025-077");
        form.put("officeAddress", "采薇阁会所");
        form.put("contactName", "欧阳修远");
        form.put("contactMobile", "13900002468");
        form.put("operators[0].name", "欧阳修远");
        form.put("operators[0].mobile", "13900002468");
        form.put("operators[1].name", "李建党");
        form.put("operators[1].mobile", "13900004321");
        return form;
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> form = filled();
        form.put(field, value);
        return form;
    }

    private Document refused(Map<String, String> typed) {
        MvcTestResult result = post(form, typed);
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return Pages.parse(result);
    }

    @Test
    void everyFieldArrivesOnTheCheckPage() {
        assertThat(post(form, filled())).hasRedirectedUrl(check);

        String page = Pages.parse(get(check)).select(".summary-list").text();

        assertThat(page)
                .contains(
                        "采薇阁（",
                        world.district().name() + " · 甲街道 · 注册路 9 号",
                        "正式业委会",
                        "采薇阁业主委员会",
                        "第 3 届",
                        "2025-06-01",
                        "2030-05-31")
                .contains("备 2025-077", "采薇阁会所", "欧阳修远", "13900002468", "李建党", "13900004321");
    }

    @Test
    void theFormSaysInOrderWhatIsMissing() {
        Document page = refused(Map.of("attribute", "FORMAL"));

        assertThat(page.title()).isEqualTo("错误：业委会注册 - 物业专项维修资金信息管理系统");
        assertThat(page.select(".error-summary h2").text()).isEqualTo("有 9 处需要更正");
        assertThat(page.select(".error-summary a").eachAttr("href"))
                .containsExactly(
                        "#name",
                        "#termNumber",
                        "#termStart",
                        "#termEnd",
                        "#officeAddress",
                        "#contactName",
                        "#contactMobile",
                        "#operators0.name",
                        "#certificate");
        for (String target : page.select(".error-summary a").eachAttr("href")) {
            assertThat(page.getElementById(target.substring(1))).as(target).isNotNull();
        }
    }

    static List<Object[]> mistakes() {
        return List.of(
                new Object[] {"contactMobile", "1390000246", "联系人手机号码应为 11 位数字，现在只有 10 位"},
                new Object[] {"operators[1].mobile", "1390000246", "第 2 位经办人员的手机号码应为 11 位数字"},
                new Object[] {"termEnd", "2025-05-31", "本届届满日期应晚于本届起始日期"},
                new Object[] {"termEnd", "2031-06-02", "一届任期不超过 5 年"},
                new Object[] {"termStart", "2025-13-01", "日期填写有误"},
                new Object[] {"termNumber", "二百", "届次应为"},
                new Object[] {"name", "采薇阁业委会筹备组", "正式业委会的名称不应含“筹备组”"},
                new Object[] {"operators[1].mobile", "13900002468", "与上面一位相同"},
                new Object[] {"contactName", "王建国1", "姓名"},
                new Object[] {"officeAddress", "长".repeat(10_000), "最多"});
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("mistakes")
    void aMistakeGetsAClearSentenceAndEverythingTypedStays(String field, String value, String sentence) {
        Document page = refused(with(field, value));

        assertThat(page.select(".error-summary li")).hasSize(1);
        assertThat(page.select(".error-summary li").text()).contains(sentence);
        filled().forEach((name, typed) -> {
            if (!name.equals(field) && !name.equals("attribute")) {
                assertThat(page.select("[name='" + name + "']").val()).as(name).isEqualTo(typed);
            }
        });
    }

    @Test
    void aPreparatoryGroupIsCalledSo() {
        Map<String, String> typed = with("attribute", "PREPARATORY");

        assertThat(refused(typed).select(".error-summary").text()).contains("例如：采薇阁业主委员会筹备组");
        typed.put("name", "采薇阁业委会筹备组");
        assertThat(post(form, typed)).hasRedirectedUrl(check);
        assertThat(Pages.parse(get(check)).select(".summary-list").text()).doesNotContain("第 3 届");
    }

    @Test
    void anotherRowIsOfferedAndNothingIsLost() {
        Map<String, String> typed = with("addOperator", "true");

        assertThat(post(form, typed)).hasStatus3xxRedirection();
        Document page = Pages.parse(get(form));
        assertThat(page.select("[name='operators[2].name']")).hasSize(1);
        assertThat(page.select("[name='operators[1].name']").val()).isEqualTo("李建党");
    }

    @Test
    void aScanStaysWhileTheFormHasErrors() {
        MvcTestResult result = upload("备案证明.pdf", SampleFiles.pdf());

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(result).select(".file-list").text()).contains("备案证明.pdf");
        assertThat(Pages.parse(get(form)).select(".file-list").text()).contains("备案证明.pdf");
    }

    @Test
    void aPageThatCallsItselfAPictureIsNotTaken() {
        MvcTestResult result =
                upload("照片.jpg", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));

        Document page = Pages.parse(result);
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(page.select(".error-summary a[href=#certificate]")).hasSize(1);
        assertThat(page.select(".file-list li")).isEmpty();
        assertThat(page.select("[name=name]").val()).isEqualTo("采薇阁业主委员会");
    }

    @Test
    void aByteTooManyIsSaidAtItsFieldAndTheRestStays() {
        byte[] big = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), 0, big, 0, 9);

        MvcTestResult result = upload("大.pdf", big);

        Document page = Pages.parse(result);
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(page.select(".error-summary a[href=#certificate]").text()).contains("10 MB");
        assertThat(page.select("[name=officeAddress]").val()).isEqualTo("采薇阁会所");
    }

    private MvcTestResult upload(String filename, byte[] content) {
        MockMultipartFile file = new MockMultipartFile("certificate", filename, "image/jpeg", content);
        var request = mvc.post()
                .uri(form)
                .multipart()
                .file(file)
                .cookie(browser)
                .with(csrf())
                .with(address);
        with("contactMobile", "").forEach(request::param);
        return request.exchange();
    }

    @Test
    void submittingShowsTheReceiptAndALaterTryLandsThere() {
        post(form, filled());
        String receipt = post(check, Map.of()).getResponse().getRedirectedUrl();

        // A link checker asks first and uses nothing up.
        assertThat(mvc.head().uri(receipt).cookie(browser)).hasStatusOk();
        Document page = Pages.parse(get(receipt));
        assertThat(page.select("h1").text()).isEqualTo("提交成功");
        assertThat(page.title()).as("the name of a file that it is saved as").startsWith("业务受理回执 - ");
        assertThat(page.select(".receipt strong").text()).matches("YW\\d{8}-\\d{4}");
        assertThat(page.select(".one-time-code").text()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(page.text()).contains("139****2468").doesNotContain("13900002468");
        assertThat(Pages.parse(get(receipt)).select(".one-time-code"))
                .as("a phone that reloads its tab loses nothing")
                .hasSize(1);
        assertThat(post(receipt + "/noted", Map.of())).hasRedirectedUrl(receipt);
        assertThat(Pages.parse(get(receipt)).select(".one-time-code")).isEmpty();
        assertThat(post(check, Map.of())).hasRedirectedUrl(receipt);
        assertThat(post(form, filled())).hasRedirectedUrl(receipt);
    }

    @Test
    void anAreaThatIsTakenCanNotBeChosenAndSaysWhy() {
        committee.submitted(area, "采薇阁业主委员会");
        browser = null;

        Document page = Pages.parse(get("/register/committee?q=采薇"));
        assertThat(page.select(".choice-card-off").text()).contains("已有业委会注册申请正在审核");
        assertThat(page.select(".choice-card input[disabled]")).hasSize(1);
        assertThat(page.select(".choice-card-advice a").eachAttr("href"))
                .containsExactly("/progress", "tel:" + world.district().phone());
        world.committee(world.area("采葛轩"), "采葛轩业主委员会");
        assertThat(Pages.parse(get("/register/committee?q=采葛轩"))
                        .select(".choice-card-advice a")
                        .eachAttr("href"))
                .startsWith("/login", "/username-lookup");
        MvcTestResult forced = post("/register/committee", Map.of("area", area.toString(), "q", "采薇"));
        assertThat(forced).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void whoLosesTheAreaWhileFillingInIsToldBeforeSubmitting() {
        post(form, filled());
        committee.submitted(area, "采薇阁业委会");

        assertThat(Pages.parse(get(check)).select(".notice-error").text()).contains("已有业委会注册申请正在审核");
        MvcTestResult late = post(check, Map.of());
        assertThat(late).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(late).text()).contains("您填写的内容已经保留");
    }

    @Test
    void aDividedCommunityIsAskedAboutFirst() {
        AreaId part = world.area("双溪园一期");
        world.area("双溪园二期");

        String siblings =
                Pages.redirected(post("/register/committee", Map.of("area", part.toString(), "typed", "clear")));
        assertThat(siblings).startsWith("/register/committee/siblings?draft=");
        form = siblings.replace("/siblings", "/form");
        check = siblings.replace("/siblings", "/check");
        assertThat(get(form)).hasRedirectedUrl(siblings);
        assertThat(get(check)).hasRedirectedUrl(form);
        assertThat(post(form, with("name", "双溪园一期业主委员会"))).hasRedirectedUrl(siblings);
        assertThat(Pages.parse(get(siblings)).text()).contains("双溪园二期", "各期（片区）各有自己的业委会");
        assertThat(post(siblings, Map.of())).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post(siblings, Map.of("same", "no"))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(post(siblings, Map.of("same", "yes")))
                        .select("h1")
                        .text())
                .isEqualTo("请先合并物业区域");
        assertThat(post(siblings, Map.of("same", "no", "siblingAnswer", "OWN_ACCOUNT")))
                .hasRedirectedUrl(form);
        post(form, with("name", "双溪园一期业主委员会"));
        Document checked = Pages.parse(get(check));
        assertThat(checked.text()).contains("有独立的维修资金专户");
        assertThat(checked.select(".row-action a[href*=siblingAnswer]").attr("href"))
                .as("the question stands on a page of its own")
                .isEqualTo(siblings + "#siblingAnswer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"没有的小区名", "%", "_", "' OR 1=1 --", "<script>", "𠮷"})
    void aSearchThatFindsNothingSaysWhatToDo(String text) {
        var result = mvc.get().uri("/register/committee").param("q", text).exchange();

        assertThat(result).hasStatusOk();
        assertThat(Pages.parse(result).select(".empty").text()).contains("没有找到“" + text + "”");
        assertThat(Pages.parse(result).select("details[open]")).isEmpty();
    }

    @Test
    void onlyAfterAnotherTryItIsSaidThatTheCommunityMayNotBeThere() {
        Document first = Pages.parse(get("/register/committee?q=琼瑶莲荷"));
        String shorter = first.select(".empty a:contains(只输入“琼瑶”试试)").attr("href");
        assertThat(shorter).contains("tried=");
        assertThat(get(shorter)).hasStatusOk();
        assertThat(first.select("input[name=tried][form=area-search]").val()).isEqualTo("琼瑶莲荷");

        assertThat(Pages.parse(get("/register/committee?q=琼瑶莲荷园&tried=琼瑶莲荷")).select("details[open]"))
                .as("typing on is the same try")
                .isEmpty();
        assertThat(Pages.parse(get("/register/committee?q=琼瑶&tried=琼瑶莲荷"))
                        .select("details[open]")
                        .text())
                .contains("小区还没有录入系统", "物业服务企业", "区中心");
    }

    @Test
    void homeAndTheFirstStepSayTheSameOfACommunityThatIsNotFound() {
        String asked =
                Pages.parse(get("/")).select("details:contains(注册时找不到我的小区) p").text();
        assertThat(Pages.parse(get("/register/committee?q=采薇"))
                        .select("details:contains(没有找到我的小区) p")
                        .text())
                .isEqualTo(asked)
                .contains("小区还没有录入系统");
    }

    @Test
    void aNearNameIsOfferedAndCanBeChosen() {
        Document page = Pages.parse(get("/register/committee?q=采微阁"));

        assertThat(page.select("legend").text()).isEqualTo("没有找到“采微阁”，您是不是要找");
        assertThat(page.select(".choice-card input[name=area]:not([disabled])").eachAttr("value"))
                .contains(area.toString());
        assertThat(Pages.parse(get("/register/committee?q=" + world.district().name() + "采薇阁业委会"))
                        .select("legend")
                        .text())
                .startsWith("找到 1 个物业区域");
    }

    @Test
    void someoneElsesDraftIsNotThere() {
        browser = new Cookie("draft", "A".repeat(43));

        assertThat(get(form)).hasRedirectedUrl("/register/committee");
        assertThat(get(check)).hasRedirectedUrl("/register/committee");
        assertThat(post(check, Map.of())).hasRedirectedUrl("/register/committee");
    }

    @Test
    void whereTheTrapIsFilledThePageComesBackWithAllThatWasTyped() {
        MvcTestResult result = post(form, with(Honeypot.FIELD, "http://spam.example"));

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(result).select(".error-summary").text()).contains("请再提交一次");
        assertThat(Pages.parse(result).select("#contactName").val()).isEqualTo("欧阳修远");
        assertThat(Pages.parse(result).select("#" + Honeypot.FIELD).val()).isEmpty();
    }
}
