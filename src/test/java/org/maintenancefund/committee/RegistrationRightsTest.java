package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Who may touch a registration that has a number. */
@IntegrationTest
@Transactional
class RegistrationRightsTest extends RegistrationVisitors {

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

    @Test
    void aNewCodeEndsWhatWasOpenedWithTheOldOne() {
        Visitor applicant = new Visitor();
        Receipt receipt = returned(applicant);
        String form = applicant.revise(receipt);
        assertThat(applicant.get(form)).hasStatusOk();

        pages.post(
                "/committees/reviews/" + receipt.number() + "/receipt-code",
                world.clerk(),
                Map.of("checked", "IN_PERSON"));

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

    /** A receipt nobody has read yet must not show a code that opens nothing any more. */
    @Test
    void aReplacedCodeIsNotShownByTheFirstReceipt() {
        Visitor applicant = new Visitor();
        String check = Pages.redirected(applicant.post(applicant.choose(area), filled("栖梧里业委会筹备组", "欧阳修远")));
        String receipt = Pages.redirected(applicant.post(check, Map.of()));
        String number = numberOf(area);
        pages.post("/committees/reviews/" + number + "/receipt-code", world.clerk(), Map.of("checked", "IN_PERSON"));

        assertThat(Pages.parse(applicant.get(receipt)).select(".one-time-code")).isEmpty();
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
