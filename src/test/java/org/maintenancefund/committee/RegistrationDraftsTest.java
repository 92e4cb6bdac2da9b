package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Whose a draft of a registration is, and what becomes of it. */
@IntegrationTest
@Transactional
class RegistrationDraftsTest extends RegistrationVisitors {

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
    void whoLeavesASharedComputerIsToldToEmptyWhatIsKept() {
        Visitor computer = new Visitor();
        String form = computer.choose(area);

        Document page = Pages.parse(computer.get(form));

        assertThat(page.select("main form").text()).contains("会保留 24 小时", "在公用的电脑上填写，没有提交就离开的，请先清空");
        assertThat(page.select("a.btn[href=/drafts/" + form.substring(form.indexOf('=') + 1) + "/restart]")
                        .text())
                .isEqualTo("从头开始");
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
}
