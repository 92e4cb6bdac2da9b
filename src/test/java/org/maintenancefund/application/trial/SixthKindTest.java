package org.maintenancefund.application.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.test.ClientAddresses;
import org.maintenancefund.test.Pages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A kind that the application doesn't know goes the whole way, by nothing but its definition, form, policy, presenter and one
 * template.
 */
@TrialTest
class SixthKindTest {

    private static final String FORM = "/register/committee/trial/form";
    private static final String QUEUE = "/committees/reviews/trial";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TrialApplicant applicant;

    @Autowired
    TestApplicationPolicy policy;

    private final RequestPostProcessor address = ClientAddresses.ofItsOwn();
    private Cookie browser = new Cookie("nothing", "yet");

    private Document open(String path) {
        MvcTestResult result = mvc.get().uri(path).with(address).cookie(browser).exchange();
        assertThat(result).hasStatusOk();
        return Pages.parse(result);
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(csrf()).with(address).cookie(browser);
        form.forEach(request::param);
        return request.exchange();
    }

    private String filledIn(String form, String name) {
        MvcTestResult result = post(form, Map.of("contactName", name, "contactMobile", TrialApplicant.MOBILE));
        Cookie given = result.getResponse().getCookie("draft");
        browser = given == null ? browser : given;
        return Pages.redirected(result);
    }

    private void decide(ApplicationNumber number, CurrentUser reviewer, Map<String, String> decision) {
        Pages pages = new Pages(mvc);
        Map<String, String> form = new LinkedHashMap<>(decision);
        Document page = pages.open(QUEUE + "/" + number, reviewer);
        form.put("version", page.select("input[name=version]").val());
        assertThat(Pages.redirected(pages.post(QUEUE + "/" + number, reviewer, form)))
                .isEqualTo("/calls/" + number);
        assertThat(pages.open("/calls/" + number, reviewer).text()).contains("何试办");
    }

    @Test
    void isSubmittedReturnedRevisedAndApproved() {
        CurrentUser reviewer = applicant.reviewer();
        assertThat(open(FORM).select("label").eachText()).anyMatch(label -> label.startsWith("姓名"));
        assertThat(post(FORM, Map.of("contactName", "何试办"))).hasStatus(HttpStatus.BAD_REQUEST);
        String check = filledIn(FORM, "何试办");
        assertThat(check).startsWith("/register/committee/trial/check?draft=");
        assertThat(open(check).select("dd").eachText()).contains("何试办");
        Document receipt = open(Pages.redirected(post(check, Map.of())));
        ApplicationNumber number =
                new ApplicationNumber(receipt.select(".receipt strong").text());
        String code = receipt.select(".one-time-code").text();
        assertThat(number.value()).startsWith("TS");

        Document queue = new Pages(mvc).open(QUEUE, reviewer);
        assertThat(queue.select("tbody tr").text()).contains("何试办", number.toString());
        decide(number, reviewer, Map.of("result", "RETURN", "reasons", "姓名有误"));

        Map<String, String> proof = Map.of("number", number.toString(), "mobile", TrialApplicant.MOBILE, "code", code);
        String revision = Pages.redirected(post("/progress/resubmit", proof));
        assertThat(revision).startsWith(FORM + "?draft=");
        assertThat(open(revision).select("#contactName").val()).isEqualTo("何试办");
        String again = filledIn(revision, "何试办成");
        assertThat(Pages.redirected(post(again, Map.of()))).startsWith("/receipts/");

        assertThat(new Pages(mvc).open(QUEUE + "/" + number, reviewer).text()).contains("何试办成");
        decide(number, reviewer, Map.of("result", "APPROVE"));

        assertThat(applicant.view(number).status()).isEqualTo(ReviewStatus.APPROVED);
        assertThat(policy.approved()).contains(number);
    }

    @Test
    void theQueueOfTheMenuEntryItStandsUnderIsNotItsOwn() {
        applicant.submitted("不在别处");

        Document other = new Pages(mvc).open("/committees/reviews", applicant.reviewer());

        assertThat(other.text()).doesNotContain("不在别处");
    }
}
