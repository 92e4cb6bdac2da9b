package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.test.ClientAddresses;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** Who may touch a registration that has a number, and whose draft is whose. */
@IntegrationTest
@Transactional
class RegistrationRightsTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private static final String START = "/register/committee";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ACommittee committee;

    @Autowired
    Applications applications;

    @Autowired
    AreaRegister register;

    @Autowired
    JdbcClient jdbc;

    private AreaId area;
    private AreaId other;

    /** Somebody at a browser of their own. */
    private final class Visitor {

        private RequestPostProcessor address = ClientAddresses.ofItsOwn();
        private Cookie cookie;

        MvcTestResult get(String path) {
            var request = mvc.get().uri(path).with(address);
            return cookie == null ? request.exchange() : request.cookie(cookie).exchange();
        }

        MvcTestResult post(String path, Map<String, String> form) {
            var request = mvc.post().uri(path).with(csrf()).with(address);
            form.forEach(request::param);
            MvcTestResult result =
                    cookie == null ? request.exchange() : request.cookie(cookie).exchange();
            Cookie given = result.getResponse().getCookie("draft");
            cookie = given == null ? cookie : given;
            return result;
        }

        /** Chooses an area and answers the address of the form. */
        String choose(AreaId area) {
            return Pages.redirected(post(START, Map.of("area", area.toString(), "typed", "clear")));
        }

        /** A registration for the area, with its number and 回执码. */
        Receipt submit(AreaId area, Map<String, String> typed) {
            String form = choose(area);
            String check = Pages.redirected(post(form, typed));
            Document receipt = Pages.parse(get(Pages.redirected(post(check, Map.of()))));
            return new Receipt(
                    ApplicationNumber.parse(
                                    receipt.selectFirst(".receipt strong").text())
                            .orElseThrow(),
                    receipt.select(".one-time-code").text());
        }

        String revise(Receipt receipt) {
            return Pages.redirected(post("/progress/resubmit", receipt.proof()));
        }
    }

    private record Receipt(ApplicationNumber number, String code) {

        Map<String, String> proof() {
            return Map.of("number", number.toString(), "mobile", "13900002468", "code", code);
        }
    }

    @BeforeEach
    void aDistrictWithTwoAreas() {
        area = world.area("栖梧里");
        other = world.area("揽月台");
    }

    private static Map<String, String> filled(String name, String person) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("attribute", "PREPARATORY");
        form.put("name", name);
        form.put("officeAddress", "会所");
        form.put("contactName", person);
        form.put("contactMobile", "13900002468");
        form.put("operators[0].name", person);
        form.put("operators[0].mobile", "13900002468");
        return form;
    }

    private Receipt returned(Visitor applicant) {
        Receipt receipt = applicant.submit(area, filled("栖梧里业委会筹备组", "欧阳修远"));
        committee.decided(receipt.number(), ReviewAction.RETURN, world.clerk());
        return receipt;
    }

    private ApplicationView view(Receipt receipt) {
        return applications.forReview(ACommittee.KIND, receipt.number(), world.clerk());
    }

    @Test
    void aNumberInTheAddressOpensNothing() {
        Receipt receipt = returned(new Visitor());
        Visitor stranger = new Visitor();
        String number = receipt.number().toString();

        MvcTestResult chosen = stranger.post(START, Map.of("area", area.toString(), "number", number));
        String form = Pages.redirected(chosen);
        assertThat(Pages.parse(stranger.get(form + "&number=" + number)).text()).doesNotContain("欧阳修远", number);
        Map<String, String> typed = filled("栖梧里业委会筹备组", "李陌生");
        typed.put("number", number);
        String check = Pages.redirected(stranger.post(form, typed));
        stranger.post(check + "&number=" + number, Map.of("number", number, "revises", number));

        ApplicationView after = view(receipt);
        assertThat(after.status()).isEqualTo(ReviewStatus.RETURNED);
        assertThat(after.round()).isEqualTo(1);
        assertThat(after.contactName()).isEqualTo("欧阳修远");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-7000-8000-000000000000",
                "YW20990101-0001",
                "",
                "'; DROP TABLE application_draft; --",
                "01900000-0000-7000-8000-00000000000Z"
            })
    void aKeyThatIsNoneIsAnsweredLikeOneThatIsAnothers(String key) {
        Visitor applicant = new Visitor();
        String form = applicant.choose(area);
        Visitor stranger = new Visitor();

        for (String address : List.of(form, START + "/form?draft=" + key)) {
            assertThat(stranger.get(address)).hasRedirectedUrl(START);
            assertThat(stranger.get(address.replace("/form", "/check"))).hasRedirectedUrl(START);
            assertThat(stranger.post(address.replace("/form", "/check"), Map.of()))
                    .hasRedirectedUrl(START);
            assertThat(stranger.get(address.replace("/form", "/siblings"))).hasRedirectedUrl(START);
        }
        String mine = form.substring(form.indexOf('=') + 1);
        assertThat(stranger.get("/drafts/" + mine + "/delete")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.post("/drafts/" + mine + "/delete", Map.of())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.post("/drafts/" + mine + "/restart", Map.of())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(applicant.get(form)).hasStatusOk();
    }

    /** Somebody else's key doesn't become one's own, and what was typed into it is kept under another one. */
    @Test
    void typingIntoAnothersDraftMakesOneOfOnesOwn() {
        Visitor applicant = new Visitor();
        String form = applicant.choose(area);
        applicant.post(form, filled("栖梧里业委会筹备组", "欧阳修远"));
        Visitor stranger = new Visitor();
        Map<String, String> typed = filled("揽月台业委会筹备组", "李陌生");
        typed.put("areaId", other.toString());

        String check = Pages.redirected(stranger.post(form, typed));

        assertThat(check).startsWith(START + "/check?draft=").isNotEqualTo(form.replace("/form", "/check"));
        assertThat(Pages.parse(applicant.get(form)).select("[name=contactName]").val())
                .isEqualTo("欧阳修远");
    }

    /** The key of a committee's draft at the address where companies register. */
    @Test
    void aDraftOfAnotherKindIsNone() {
        Visitor applicant = new Visitor();
        String form = applicant.choose(area);

        assertThat(applicant.get(form.replace("committee", "enterprise"))).hasRedirectedUrl("/register/enterprise");
        assertThat(applicant.post(form.replace("committee/form", "enterprise/check"), Map.of()))
                .hasRedirectedUrl("/register/enterprise");
    }

    @Test
    void aNewCodeEndsWhatWasOpenedWithTheOldOne() {
        Visitor applicant = new Visitor();
        Receipt receipt = returned(applicant);
        String form = applicant.revise(receipt);
        assertThat(applicant.get(form)).hasStatusOk();

        pages.post("/committees/reviews/" + receipt.number() + "/receipt-code", world.clerk(), Map.of());

        Map<String, String> typed = filled("栖梧里业委会筹备组", "李新人");
        typed.put("areaId", area.toString());
        typed.put("revises", receipt.number().toString());
        MvcTestResult late = applicant.post(form, typed);
        assertThat(late).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(late).select(".error-summary").text()).contains("这次修改已经结束");
        assertThat(Pages.parse(late).select("[name=contactName]").val()).isEqualTo("李新人");
        assertThat(applicant.post(form.replace("/form", "/check"), Map.of())).hasRedirectedUrl(START);
        assertThat(view(receipt).round()).isEqualTo(1);
        assertThat(applicant.post("/progress/resubmit", receipt.proof())).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void theSecondOfTwoDevicesDoesNotOverwriteALaterRound() {
        Visitor applicant = new Visitor();
        Receipt receipt = returned(applicant);
        Visitor phone = new Visitor();
        String first = applicant.revise(receipt);
        String second = phone.revise(receipt);
        applicant.post(Pages.redirected(applicant.post(first, filled("栖梧里业委会筹备组", "欧阳修远"))), Map.of());
        assertThat(view(receipt).round()).isEqualTo(2);
        committee.decided(receipt.number(), ReviewAction.RETURN, world.clerk());

        MvcTestResult told = phone.post(second, filled("栖梧里业委会筹备组", "李晚到"));
        MvcTestResult late = phone.post(second.replace("/form", "/check"), Map.of());

        assertThat(told).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(told).select(".error-summary").text()).contains("已在别处重新提交，请核对");
        assertThat(Pages.parse(told).select("[name=contactName]").val()).isEqualTo("李晚到");
        assertThat(late).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(late).text()).contains("已在别处重新提交，请核对", "李晚到");
        assertThat(view(receipt).round()).isEqualTo(2);
        assertThat(view(receipt).contactName()).isEqualTo("欧阳修远");
    }

    @Test
    void revisingBegunTwiceKeepsWhatWasTyped() {
        Visitor applicant = new Visitor();
        Receipt receipt = returned(applicant);
        String form = applicant.revise(receipt);
        applicant.post(form, filled("栖梧里业委会筹备组", "欧阳改过"));

        assertThat(applicant.revise(receipt)).isEqualTo(form);
        assertThat(Pages.parse(applicant.get(form)).select("[name=contactName]").val())
                .isEqualTo("欧阳改过");

        String key = form.substring(form.indexOf('=') + 1);
        assertThat(applicant.post("/drafts/" + key + "/restart", Map.of())).hasRedirectedUrl(form);
        assertThat(Pages.parse(applicant.get(form)).select("[name=contactName]").val())
                .as("从头开始 is what was returned")
                .isEqualTo("欧阳修远");
    }

    @Test
    void twoTabsFillInTwoAreasAndNeverMix() {
        Visitor applicant = new Visitor();
        String first = applicant.choose(area);
        String second = applicant.choose(other);

        String firstCheck = Pages.redirected(applicant.post(first, filled("栖梧里业委会筹备组", "欧阳修远")));
        String secondCheck = Pages.redirected(applicant.post(second, filled("揽月台业委会筹备组", "李建党")));

        assertThat(Pages.parse(applicant.get(firstCheck))
                        .select(".summary-list")
                        .text())
                .contains("栖梧里（", "欧阳修远")
                .doesNotContain("揽月台", "李建党");
        applicant.post(firstCheck, Map.of());
        assertThat(Pages.parse(applicant.get(secondCheck))
                        .select(".summary-list")
                        .text())
                .contains("揽月台（", "李建党")
                .doesNotContain("栖梧里");
        MvcTestResult again = applicant.post(first, filled("栖梧里业委会筹备组", "欧阳修远"));
        assertThat(Pages.redirected(again)).startsWith("/receipts/");
        assertThat(again.getMvcResult().getFlashMap().get("notice").toString()).contains("已经提交过");
    }

    @Test
    void anotherAreaAsksWhatBecomesOfWhatWasTyped() {
        Visitor applicant = new Visitor();
        String form = applicant.choose(area);
        applicant.post(form, filled("栖梧里业委会筹备组", "欧阳修远"));

        Document question = Pages.parse(applicant.post(START, Map.of("area", other.toString())));
        assertThat(question.text()).contains("沿用已填写的内容", "清空，从头填写", "欧*", "揽月台").doesNotContain("欧阳修远", "13900002468");

        String named = question.select("input[name=kept]").val();
        assertThat(form).endsWith(named);
        Map<String, String> keep = Map.of("area", other.toString(), "typed", "keep", "kept", named);
        String kept = Pages.redirected(applicant.post(START, keep));
        assertThat(applicant.post(START, Map.of("area", other.toString(), "typed", "keep")))
                .as("which one was not said: it asks again")
                .hasStatusOk();
        assertThat(Pages.parse(applicant.get(kept)).select("[name=contactName]").val())
                .isEqualTo("欧阳修远");
        String cleared = Pages.redirected(applicant.post(START, Map.of("area", other.toString(), "typed", "clear")));
        assertThat(Pages.parse(applicant.get(cleared))
                        .select("[name=contactName]")
                        .val())
                .isEmpty();
        assertThat(Pages.parse(applicant.get(form)).text()).contains("栖梧里（编号");
    }

    @Test
    void theNextPersonAtTheComputerSeesTheListAndNothingOfThePersonBefore() {
        Visitor computer = new Visitor();
        String form = computer.choose(area);
        computer.post(form, filled("栖梧里业委会筹备组", "欧阳修远"));

        Document start = Pages.parse(computer.get(START));

        assertThat(start.select("#drafts").text())
                .contains("栖梧里", "欧*", "继续填写", "从头开始", "删除")
                .doesNotContain("欧阳修远", "13900002468");
        String key = form.substring(form.indexOf('=') + 1);
        assertThat(Pages.parse(computer.get("/drafts/" + key + "/delete")).text())
                .doesNotContain("欧阳修远", "13900002468");
        assertThat(computer.post("/drafts/" + key + "/delete", Map.of())).hasRedirectedUrl(START);
        assertThat(Pages.parse(computer.get(START)).select("#drafts")).isEmpty();
    }

    @Test
    void aBrowserKeepsABoundedNumberOfDrafts() {
        Visitor applicant = new Visitor();
        for (int i = 0; i < 10; i++) {
            assertThat(applicant.choose(i % 2 == 0 ? area : other)).startsWith(START + "/form");
        }

        MvcTestResult tooMany = applicant.post(START, Map.of("area", area.toString(), "typed", "clear"));

        assertThat(tooMany).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(tooMany).text()).contains("未提交的填写已有 10 份");
    }

    @Test
    void aDraftThatIsGoneIsToldAtTheFirstStepTooAndMakesNoNewApplicationUnseen() {
        Visitor applicant = new Visitor();
        String form = applicant.choose(area);
        String key = form.substring(form.indexOf('=') + 1);
        applicant.post("/drafts/" + key + "/delete", Map.of());

        for (MvcTestResult gone : List.of(
                applicant.get(START + "?draft=" + key),
                applicant.post(START, Map.of("area", other.toString(), "draft", key)),
                applicant.get(START + "/siblings?draft=" + key))) {
            assertThat(gone).hasRedirectedUrl(START);
            assertThat(gone.getMvcResult().getFlashMap().get("notice").toString())
                    .contains("没有找到这份填写的内容");
        }
    }

    /** The same draft in two windows: what the page showed is what is submitted. */
    @Test
    void whatWasChangedInAnotherWindowIsShownBeforeItIsSubmitted() {
        Visitor applicant = new Visitor();
        String form = applicant.choose(area);
        String check = Pages.redirected(applicant.post(form, filled("栖梧里业委会筹备组", "欧阳修远")));
        String shown =
                Pages.parse(applicant.get(check)).select("input[name=shown]").val();
        applicant.post(form, filled("栖梧里业委会筹备组", "李建党"));

        MvcTestResult late = applicant.post(check, Map.of("shown", shown));

        assertThat(late).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(late);
        assertThat(page.text()).contains("在另一个窗口里改过", "李建党");
        String now = page.select("input[name=shown]").val();
        assertThat(Pages.redirected(applicant.post(check, Map.of("shown", now))))
                .startsWith("/receipts/");
    }

    /** A receipt nobody has read yet must not show a code that opens nothing any more. */
    @Test
    void aReplacedCodeIsNotShownByTheFirstReceipt() {
        Visitor applicant = new Visitor();
        String check = Pages.redirected(applicant.post(applicant.choose(area), filled("栖梧里业委会筹备组", "欧阳修远")));
        String receipt = Pages.redirected(applicant.post(check, Map.of()));
        String number = numberOf(area);
        pages.post("/committees/reviews/" + number + "/receipt-code", world.clerk(), Map.of());

        assertThat(Pages.parse(applicant.get(receipt)).select(".one-time-code")).isEmpty();
    }

    private String numberOf(AreaId subject) {
        return jdbc.sql("SELECT number FROM application WHERE subject_id = :area")
                .param("area", subject.value())
                .query(String.class)
                .single();
    }

    /** Who knows number and mobile and guesses the code makes nobody wait but who comes from the same place. */
    @Test
    void whoGuessesTheCodeSlowsNobodyElse() {
        Visitor applicant = new Visitor();
        Receipt receipt = returned(applicant);
        Visitor guesser = new Visitor();
        Map<String, String> guess =
                Map.of("number", receipt.number().toString(), "mobile", "13900002468", "code", "AAAA-AAAA");
        for (int i = 0; i < 5; i++) {
            assertThat(Pages.parse(guesser.post("/progress/resubmit", guess)).text())
                    .contains("回执码不对");
        }

        assertThat(Pages.parse(guesser.post("/progress/resubmit", guess)).text())
                .contains("请 1 分钟后再试");
        assertThat(Pages.parse(guesser.post("/progress/resubmit", receipt.proof()))
                        .text())
                .as("the right one too, from there")
                .contains("请 1 分钟后再试");
        assertThat(new Visitor().revise(receipt)).startsWith(START + "/form?draft=");
        applicant.address = guesser.address;
        assertThat(applicant.revise(receipt))
                .as("the browser that submitted, at the same address")
                .startsWith(START + "/form?draft=");
    }

    /** A clerk who fills in the public form for somebody is not the one who approves it. */
    @Test
    void staffWhoFillInThePublicFormDoNotDecideIt() {
        Visitor desk = new Visitor();
        String check = Pages.redirected(desk.post(desk.choose(area), filled("栖梧里业委会筹备组", "欧阳修远")));
        MvcTestResult submitted = mvc.post()
                .uri(check)
                .cookie(desk.cookie)
                .with(SignedIn.as(world.clerk()))
                .with(csrf())
                .exchange();
        Document receipt = Pages.parse(desk.get(Pages.redirected(submitted)));
        String number = receipt.selectFirst(".receipt strong").text();
        assertThat(pages.open("/committees/reviews/" + number, world.clerk()).select("form [name=version]"))
                .isEmpty();
        assertThat(pages.open(
                                "/committees/reviews/" + number,
                                world.anotherClerkOf(world.district().id()))
                        .select("form [name=version]"))
                .isNotEmpty();
    }
}
