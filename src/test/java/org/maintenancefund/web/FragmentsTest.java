package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.Role;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.web.layout.ErrorSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@IntegrationTest
class FragmentsTest {

    private static final String HERE = "/committees/reviews";

    @Autowired
    private ThymeleafViewResolver views;

    @Autowired
    private ErrorSummary errorSummary;

    private Renderer renderer;

    @BeforeEach
    void takeTheApplicationsTemplates() {
        renderer = new Renderer(views, errorSummary);
    }

    @Test
    void aFormShowsWhatWasTyped() throws Exception {
        Document page = renderer.page("gallery/form", Gallery.model());
        assertThat(page.select("#contactName").val()).isEqualTo("王建国");
        assertThat(page.select("#start").val()).isEqualTo("2025-06-01");
        assertThat(page.select("#term option[selected]").val()).isEqualTo("2");
        assertThat(page.select("input[name=kind][checked]").val()).isEqualTo("FORMAL");
        assertThat(page.select("input[name=reasons][checked]").eachAttr("value"))
                .containsExactly("TERM");
        assertThat(page.select("#agreed").hasAttr("checked")).isTrue();
        assertThat(page.select("[name='operators[1].name']").val()).isEqualTo("李建党");
        assertThat(page.select("#remark").val()).isEqualTo("请<b>尽快</b>");
    }

    @Test
    void aPasswordIsNeverSentBack() throws Exception {
        assertThat(renderer.page("gallery/form", Gallery.model()).html()).doesNotContain("secret-typed");
    }

    @Test
    void everyInputHasALabelAndEveryReferenceATarget() throws Exception {
        Document page = renderer.page("gallery/form", Gallery.modelWithErrors());
        for (Element input : page.select("main input:not([type=hidden]), main select, main textarea")) {
            boolean labelled = !page.select("label[for='" + input.id() + "']").isEmpty()
                    || !input.parents().select("label").isEmpty();
            assertThat(labelled).as(input.outerHtml()).isTrue();
        }
        for (Element described : page.select("[aria-describedby]")) {
            for (String id : described.attr("aria-describedby").split(" ")) {
                assertThat(page.getElementById(id)).as(id).isNotNull();
            }
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theErrorSummaryNamesEachFieldOnceInTheOrderOfTheForm() throws Exception {
        Document page = renderer.page("gallery/form", Gallery.modelWithErrors());
        assertThat(page.select(".error-summary h2").text()).isEqualTo("有 5 处需要更正");
        assertThat(page.select(".error-summary a").eachAttr("href"))
                .containsExactly("#kind", "#name", "#contactMobile", "#operators1.mobile", "#proof");
        for (String link : page.select(".error-summary a").eachAttr("href")) {
            assertThat(page.getElementById(link.substring(1))).as(link).isNotNull();
        }
        assertThat(page.title()).isEqualTo("错误：业委会注册 - 物业专项维修资金信息管理系统");
    }

    @Test
    void aWrongFieldSaysSoAtTheField() throws Exception {
        Element mobile =
                renderer.page("gallery/form", Gallery.modelWithErrors()).getElementById("contactMobile");
        assertThat(mobile.attr("aria-invalid")).isEqualTo("true");
        assertThat(mobile.attr("aria-describedby")).isEqualTo("contactMobile-hint contactMobile-error");
        assertThat(mobile.parent().select(".field-error").text()).isEqualTo("错误：手机号码应为 11 位数字，现在只有 10 位");
    }

    @Test
    void aFormWithoutErrorsHasNoSummary() throws Exception {
        Document page = renderer.page("gallery/form", Gallery.model());
        assertThat(page.select(".error-summary, .field-error, [aria-invalid]")).isEmpty();
        assertThat(page.title()).startsWith("业委会注册 - ");
    }

    @Test
    void filesAlreadyUploadedCanBeTakenOff() throws Exception {
        Document page = renderer.page("gallery/form", Gallery.model());
        assertThat(page.select(".file-list a").text()).startsWith("备案证明.pdf");
        assertThat(page.select(".file-list button[name=removeFile]").val()).isEqualTo("f1");
    }

    @Test
    void aChangedLineShowsBothValues() throws Exception {
        Element changed = renderer.page(
                        "gallery/record", Gallery.model(), HERE, Visitors.user(Role.DISTRICT_STAFF, false))
                .selectFirst(".summary-list .changed");
        assertThat(changed.text()).contains("有修改", "2030-05-31", "上次：第 2 届，2025-06-01 至 2023-05-31");
    }

    @Test
    void pagesOfAListKeepItsFilters() throws Exception {
        Document page = renderer.page("gallery/list", Gallery.model(), HERE, Visitors.user(Role.DISTRICT_STAFF, false));
        assertThat(page.select(".pager a[rel=prev]").attr("href")).isEqualTo(HERE + "?before=cHJldg");
        assertThat(page.select(".pager a[rel=next]").attr("href")).isEqualTo(HERE + "?after=bmV4dA");
        assertThat(page.select(".tabs [aria-current]").text()).isEqualTo("待审核（7）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text-without-label", "radios-without-options", "tag-of-no-kind", "icon-of-no-name"})
    void misuseOfAFragmentFails(String misuse) {
        Map<String, Object> model = Gallery.model();
        model.put("misuse", misuse);
        assertThatThrownBy(() -> renderer.page("gallery/misuse", model))
                .isInstanceOf(TemplateProcessingException.class);
    }

    @Test
    void theProbeForMisuseItselfWorks() throws Exception {
        Map<String, Object> model = Gallery.model();
        model.put("misuse", "none");
        assertThat(renderer.page("gallery/misuse", model).select("form")).hasSize(1);
    }
}
