package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.Marks;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** A registration that came back with single fields marked: those are open, the rest stays as it was until it is opened. */
@IntegrationTest
@Transactional
class MarkedRegistrationTest extends RegistrationVisitors {

    private static final String NAME = "栖梧里业委会筹备组";

    private final Visitor applicant = new Visitor();
    private Receipt receipt;

    /** Returned with these marks, a place and a reason each; answers the address of the form. */
    private String marked(Map<String, String> typed, String... marks) {
        receipt = applicant.submit(area, typed);
        String review = "/committees/reviews/" + receipt.number();
        Map<String, String> decision = new LinkedHashMap<>();
        decision.put("version", Integer.toString(view(receipt).version()));
        decision.put("result", "RETURN");
        Marks.put(pages.open(review, world.clerk()), decision, marks);
        assertThat(pages.post(review, world.clerk(), decision)).hasRedirectedUrl("/calls/" + receipt.number());
        return applicant.revise(receipt);
    }

    private String marked(String... marks) {
        return marked(filled(NAME, "欧阳修远"), marks);
    }

    private static Map<String, String> formal() {
        Map<String, String> form = filled("栖梧里业主委员会", "欧阳修远");
        form.put("attribute", "FORMAL");
        form.put("termNumber", "1");
        form.put("termStart", "2026-01-01");
        form.put("termEnd", "2030-12-31");
        form.put("noCertificate", "街道正在备案");
        return form;
    }

    private Document open(String path) {
        return Pages.parse(applicant.get(path));
    }

    private MvcTestResult upload(String form, String input) {
        var request = mvc.post()
                .uri(form)
                .multipart()
                .file(new MockMultipartFile(input, "材料.pdf", "application/pdf", SampleFiles.pdf()))
                .cookie(applicant.cookie)
                .with(csrf())
                .with(applicant.address);
        filled(NAME, "欧阳修远").forEach(request::param);
        return request.exchange();
    }

    @Test
    void theReasonsStandOnTopAndAtTheFieldsAndOnlyTheseAreOpen() {
        Document form = open(marked("name", "与公章不一致", "certificate", "请补上"));

        assertThat(form.select(".returned").text())
                .contains("业委会名称：与公章不一致", "备案证明：请补上", "请在 " + world.today().plusDays(90) + "（含当日）前修改");
        assertThat(form.select(".returned-marks a").eachAttr("href")).containsExactly("#name", "#certificate");
        assertThat(form.select("#name-mark").text()).isEqualTo("需要修改：与公章不一致");
        assertThat(form.select("#name").attr("type")).isEqualTo("text");
        assertThat(form.select("#name").attr("aria-describedby")).contains("name-mark");
        assertThat(form.select("#certificate").attr("type")).isEqualTo("file");
        assertThat(form.select("#certificate-mark").text()).contains("请补上");
        assertThat(form.select("main input[type=text]:not(.honeypot input)").eachAttr("name"))
                .containsExactly("name", "noCertificate");
        assertThat(form.select(".field-closed").eachText())
                .anyMatch(line -> line.contains("联系人姓名 欧阳修远"))
                .anyMatch(line -> line.startsWith("属性 临时"));
        assertThat(form.select("input[type=hidden][name=contactMobile]").val()).isEqualTo("13900002468");
        assertThat(form.select("input[type=hidden][name='operators[0].name']").val())
                .isEqualTo("欧阳修远");
        assertThat(form.select("#others, button[name=addOperator], a:contains(重新选择)"))
                .isEmpty();
        assertThat(form.select("button[name=open]").text()).isEqualTo("仍要修改其他内容");
    }

    @Test
    void whatIsClosedStaysAsItWasWhateverIsSent() {
        String form = marked("name", "与公章不一致");
        Map<String, String> typed = filled("栖梧里小区业委会筹备组", "李陌生");
        typed.put("contactMobile", "13900009999");

        String check = Pages.redirected(applicant.post(form, typed));

        Document page = open(check);
        assertThat(page.select(".summary-list").text())
                .contains("栖梧里小区业委会筹备组", "欧阳修远", "13900002468")
                .doesNotContain("李陌生", "13900009999");
        assertThat(page.select(".returned").text()).contains("业委会名称：与公章不一致");
        assertThat(page.select(".returned-marks a").attr("href")).isEqualTo(form + "#name");
        assertThat(page.select(".row-action a").eachText()).containsExactly("修改：业委会名称");
        Document sent = open(Pages.redirected(applicant.post(check, Map.of())));
        assertThat(sent.select(".receipt").text()).contains("已重新提交（第 2 次），受理编号和回执码不变");
        assertThat(view(receipt).contactName()).isEqualTo("欧阳修远");
    }

    @Test
    void theRestIsOpenedByAButtonThatKeepsWhatWasTyped() {
        String form = marked("name", "与公章不一致");
        Map<String, String> typed = filled("栖梧里小区业委会筹备组", "欧阳修远");
        typed.put("open", "true");

        assertThat(applicant.post(form, typed)).hasRedirectedUrl(form);

        Document opened = open(form);
        assertThat(opened.select("#name").val()).isEqualTo("栖梧里小区业委会筹备组");
        assertThat(opened.select("#contactName").attr("type")).isEqualTo("text");
        assertThat(opened.select("button[name=open], .field-closed")).isEmpty();
        assertThat(opened.select("#name-mark").text()).contains("与公章不一致");
        typed.remove("open");
        typed.put("contactName", "李建党");
        String check = Pages.redirected(applicant.post(form, typed));
        assertThat(open(check).select(".summary-list").text()).contains("李建党");
    }

    @Test
    void theRestIsOpenedFromTheCheckPageToo() {
        String form = marked("name", "与公章不一致");
        String check = Pages.redirected(applicant.post(form, filled(NAME, "欧阳修远")));
        assertThat(open(check).select("button[name=open]")).hasSize(1);

        assertThat(applicant.post(check, Map.of("open", "true"))).hasRedirectedUrl(form);

        assertThat(open(form).select(".field-closed")).isEmpty();
        assertThat(view(receipt).resubmitted()).isFalse();
    }

    @Test
    void whatIsWrongAtAClosedFieldOpensThatFieldAlone() {
        String form = marked(formal(), "termStart", "与备案证明不一致");
        Map<String, String> typed = formal();
        typed.put("termStart", "2031-01-01");

        MvcTestResult wrong = applicant.post(form, typed);

        assertThat(wrong).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(wrong);
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#termEnd");
        assertThat(page.select("#termEnd").attr("type")).isEqualTo("date");
        assertThat(page.select("input[name=contactName]").attr("type")).isEqualTo("hidden");
        typed.put("termEnd", "2035-12-31");
        assertThat(open(Pages.redirected(applicant.post(form, typed)))
                        .select(".summary-list")
                        .text())
                .contains("2031-01-01", "2035-12-31");
    }

    @Test
    void scansThatAreClosedAreNeitherAddedToNorTakenFrom() {
        String form = marked("certificate", "请补上");

        upload(form, "others");
        upload(form, "certificate");

        Document page = open(form);
        assertThat(page.select(".file").eachText()).hasSize(1);
        assertThat(page.select(".file-list button[name=removeFile]")).hasSize(1);
    }

    @Test
    void whereTheAreaIsWrongItsStepIsLinkedAndAnotherOneOpensTheForm() {
        String form = marked("areaId", "小区选错了");
        String key = form.substring(form.indexOf('?'));
        Document page = open(form);
        assertThat(page.select(".returned-marks a").attr("href")).startsWith(START + key);
        assertThat(page.select(".inset a:contains(重新选择)")).hasSize(1);
        assertThat(page.select("#areaId-mark").text()).contains("小区选错了");

        MvcTestResult chosen = applicant.post(
                START + key, Map.of("area", other.toString(), "typed", "keep", "kept", key.substring(7)));

        Document next = open(Pages.redirected(chosen));
        assertThat(next.select(".inset").text()).contains("揽月台");
        assertThat(next.select(".field-closed")).isEmpty();
        assertThat(next.select("#name").val()).isEqualTo(NAME);
    }

    @Test
    void aReturnWithoutMarksLeavesEverythingOpenAndStillSaysWhy() {
        Receipt returned = returned(applicant);

        Document form = open(applicant.revise(returned));

        assertThat(form.select(".returned").text()).contains("区中心说明：说明");
        assertThat(form.select(".field-closed, button[name=open]")).isEmpty();
    }

    @Test
    void aStrangerOpensNothingInSomebodyElsesRevision() {
        String form = marked("name", "与公章不一致");
        Visitor stranger = new Visitor();

        assertThat(stranger.get(form)).hasRedirectedUrl(START);
        assertThat(stranger.post(form.replace("/form", "/check"), Map.of("open", "true")))
                .hasRedirectedUrl(START);
        Map<String, String> typed = filled(NAME, "李陌生");
        typed.put("open", "true");
        typed.put("areaId", area.toString());
        typed.put("revises", receipt.number().toString());
        assertThat(stranger.post(form, typed)).hasStatus(HttpStatus.BAD_REQUEST);

        assertThat(open(form).select("button[name=open]")).hasSize(1);
        assertThat(open(form).text()).contains("欧阳修远").doesNotContain("李陌生");
    }

    @Test
    void startingAgainClosesWhatWasOpened() {
        String form = marked("name", "与公章不一致");
        Map<String, String> typed = filled("栖梧里小区业委会筹备组", "欧阳修远");
        typed.put("open", "true");
        applicant.post(form, typed);

        String key = form.substring(form.indexOf('=') + 1);
        assertThat(applicant.post("/drafts/" + key + "/restart", Map.of())).hasRedirectedUrl(form);

        assertThat(open(form).select("#name").val()).isEqualTo(NAME);
        assertThat(open(form).select("button[name=open]")).hasSize(1);
    }

    @Test
    void theProgressPageAndTheTelephoneNameWhatWasMarked() {
        marked("name", "与公章不一致", "certificate", "");

        Document progress = Pages.parse(
                applicant.post("/progress", Map.of("number", receipt.number().toString(), "mobile", "13900002468")));
        assertThat(progress.text())
                .contains("请在 " + world.today().plusDays(90) + "（含当日）前修改", "需要修改：业委会名称（与公章不一致）", "需要修改：备案证明");
        assertThat(pages.open("/calls/" + receipt.number(), world.clerk()).text())
                .contains("需要修改的内容：业委会名称（与公章不一致）；备案证明");
    }

    @Test
    void theNextReviewShowsFirstWhatWasAskedFor() {
        String form = marked("name", "与公章不一致", "officeAddress", "写到门牌号");
        Map<String, String> typed = filled("栖梧里小区业委会筹备组", "欧阳修远");
        typed.put("open", "true");
        applicant.post(form, typed);
        typed.remove("open");
        typed.put("contactMobile", "13900002469");
        applicant.post(Pages.redirected(applicant.post(form, typed)), Map.of());

        Document review = pages.open("/committees/reviews/" + receipt.number(), world.clerk());

        List<String> lines = review.select("#application .summary-list > div, #application h3")
                .eachText();
        assertThat(lines.get(0)).isEqualTo("上次要求修改的内容");
        assertThat(lines.get(1)).contains("业委会名称", "栖梧里小区业委会筹备组", "与公章不一致", "上次：" + NAME);
        assertThat(lines.get(2)).contains("办公地址", "会所", "这次没有改", "写到门牌号");
        assertThat(lines.get(3)).isEqualTo("其他有修改的内容");
        assertThat(lines.get(4)).contains("联系人手机号码", "13900002469", "上次：13900002468");
        assertThat(lines.get(5)).isEqualTo("没有变化的内容");
    }
}
