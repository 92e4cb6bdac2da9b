package org.maintenancefund.area.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.area.application.AreaApplicant.basics;
import static org.maintenancefund.area.application.AreaApplicant.scale;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What 社区信息完善 asks to be looked at where it was typed, before the steps behind are filled in for nothing. */
@IntegrationTest
@Transactional
class StepDoubtsTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    private AreaApplicant applicant;

    @BeforeEach
    void aCompanyBegins() {
        applicant = new AreaApplicant(mvc, world.withAccount(world.personOf(world.company("云州听雨物业有限公司")), "zhoumna"));
        applicant.start();
    }

    @Test
    void theSameNameInTheSameStreetEndsAtStepA() {
        world.area("听雨花园");
        String code = world.district().code() + "-00001";

        MvcTestResult result = applicant.step("basics", basics(world.district(), "听雨花 园"));
        assertThat(result).hasStatus(400);
        Document page = Pages.parse(result);
        assertThat(page.select(".field-error").text()).contains("“听雨花园”已在系统中，编号 " + code + "，不用再新增");
        assertThat(page.select(".notice a").attr("href")).isEqualTo("/register/committee?q=" + code);
    }

    @Test
    void theSameNameInAnotherStreetIsAnotherCommunity() {
        world.enter(
                AnArea.named("听雨花园").in(world.district().streets().get(1).id()).onParcel("YZ-1"));

        MvcTestResult result = applicant.step("basics", basics(world.district(), "听雨花园"));
        assertThat(Pages.parse(result).select(".notice").text()).contains("名称相近：听雨花园");
        assertThat(Pages.parse(result).select(".field-error")).isEmpty();
    }

    @Test
    void nearNamesAndTheSameParcelAreShownOnceAndThenItGoesOn() {
        world.enter(AnArea.named("听雨花园一期").onParcel("YZ-2"));
        world.enter(AnArea.named("听雨华园").onParcel("YZ-3"));
        world.enter(AnArea.named("翠湖山庄").onParcel("TY-0002"));
        Map<String, String> form = basics(world.district(), "听雨花园二期");

        MvcTestResult asked = applicant.step("basics", form);
        assertThat(asked).hasStatus(400);
        Document page = Pages.parse(asked);
        assertThat(page.select(".notice li").eachText())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("宗地号相同：翠湖山庄"))
                .anyMatch(line -> line.startsWith("名称相近：听雨花园一期"))
                .anyMatch(line -> line.startsWith("名称相近：听雨华园"));
        assertThat(page.select("form button.btn-primary").text()).isEqualTo("都不是，下一步");
        assertThat(page.select("#name").val()).isEqualTo("听雨花园二期");

        form.put("seen", page.select("input[name=seen]").val());
        assertThat(applicant.step("basics", form)).hasRedirectedUrl(applicant.at("/scale"));

        form.put("name", "翠湖山庄花园");
        assertThat(applicant.step("basics", form))
                .as("other areas than those that were seen")
                .hasStatus(400);
    }

    @Test
    void whatIsLikeNothingOnRecordGoesOnAtOnce() {
        world.area("翠湖山庄");

        assertThat(applicant.step("basics", basics(world.district(), "听雨花园"))).hasRedirectedUrl(applicant.at("/scale"));
    }

    @Test
    void partsThatDontAddUpAreToldAtOnce() {
        Map<String, String> form = scale();
        form.put("other", "100");

        MvcTestResult asked = applicant.step("scale", form);
        assertThat(asked).hasStatus(400);
        Document page = Pages.parse(asked);
        assertThat(page.select(".notice").text()).contains("各项面积合计与总建筑面积不一致", "2,000.5", "2,100.5");
        assertThat(page.select("form button.btn-primary").text()).isEqualTo("核对无误，下一步");

        form.put("seen", page.select("input[name=seen]").val());
        assertThat(applicant.step("scale", form)).hasRedirectedUrl(applicant.at("/buildings"));
    }

    @Test
    void nothingIsBuiltInAYearThatIsStillToCome() {
        Map<String, String> form = scale();
        int next = world.today().getYear() + 1;
        form.put("yearBuilt", Integer.toString(next));
        assertThat(Pages.parse(applicant.step("scale", form))
                        .select(".field-error")
                        .text())
                .contains("建成年份不能晚于 " + (next - 1) + " 年");

        form.put("yearBuilt", Integer.toString(next - 1));
        assertThat(applicant.step("scale", form)).hasRedirectedUrl(applicant.at("/buildings"));
    }
}
