package org.maintenancefund.area.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.area.application.AreaApplicant.basics;
import static org.maintenancefund.area.application.AreaApplicant.building;
import static org.maintenancefund.area.application.AreaApplicant.scale;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Marks;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** 社区信息完善 that came back with single lines marked: their steps are named, and open where the lines are. */
@IntegrationTest
@Transactional
class MarkedAreaTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Applications applications;

    private AreaApplicant applicant;
    private ApplicationNumber number;

    @BeforeEach
    void aCompanyThatAppliedForAnArea() {
        applicant = new AreaApplicant(mvc, world.withAccount(world.personOf(world.company("云州听雨物业有限公司")), "zhoumna"));
        applicant.start();
        applicant.fillIn(world.district(), "听雨花园");
        number = applicant.submit(applications);
    }

    private void returned(String... marks) {
        String review = "/areas/applications/reviews/" + number;
        Map<String, String> decision = new LinkedHashMap<>();
        decision.put("result", "RETURN");
        decision.put(
                "version",
                pages.open(review, world.clerk()).select("input[name=version]").val());
        Marks.put(pages.open(review, world.clerk()), decision, marks);
        assertThat(pages.post(review, world.clerk(), decision)).hasStatus3xxRedirection();
        applicant.goOnAt(Pages.redirected(
                pages.post("/areas/applications/own/" + number + "/revise", applicant.user, Map.of())));
    }

    private Document open(String step) {
        return pages.open(applicant.at(step), applicant.user);
    }

    @Test
    void theStepsNameWhatIsMarkedAndLinkIt() {
        returned("households", "与测绘报告不一致", "address", "");

        Document tasks = open("");

        assertThat(tasks.select(".task-list .tag").eachText()).containsExactly("需要修改", "需要修改", "已完成", "已完成", "未开始");
        assertThat(tasks.select(".returned-marks a").eachAttr("href"))
                .containsExactly(applicant.at("/basics") + "#address", applicant.at("/scale") + "#households");
        Document scale = open("/scale");
        assertThat(scale.select("#households").attr("type")).isEqualTo("text");
        assertThat(scale.select("#households-mark").text()).contains("与测绘报告不一致");
        assertThat(scale.select("[name=total], [name=type]").eachAttr("type")).containsOnly("hidden");
        Document basics = open("/basics");
        assertThat(basics.select("#address").attr("type")).isEqualTo("text");
        assertThat(basics.select("[name=district], [name=street], [name=name]").eachAttr("type"))
                .containsOnly("hidden");
        assertThat(basics.select(".field-closed").text())
                .contains(world.district().name(), "甲街道", "听雨花园");
    }

    @Test
    void whatIsClosedStaysInEveryStep() {
        returned("households", "与测绘报告不一致");
        Map<String, String> figures = scale();
        figures.put("households", "31");
        figures.put("total", "9999");
        applicant.step("scale", figures);
        applicant.step("basics", basics(world.district(), "偷换花园"));
        applicant.step("buildings", building("3 栋"));
        pages.post(applicant.at("/buildings/remove"), applicant.user, Map.of("name", "1 栋"));
        applicant.step(
                "account", Map.of("own", "yes", "bank", "某银行", "accountName", "某", "accountNumber", "1234567890"));

        Document check = open("/check");
        assertThat(check.select(".summary-list").text())
                .contains("听雨花园", "31", "2,000.5", "1 栋", "2 栋")
                .doesNotContain("偷换花园", "9999", "3 栋", "某银行");
        assertThat(check.select(".row-action a").eachText()).containsExactly("修改：户数");
        assertThat(check.select(".returned").text()).contains("与测绘报告不一致");
        assertThat(applicant.step("check", Map.of())).hasRedirectedUrl("/areas/applications");
        assertThat(pages.open("/areas/applications/reviews/" + number, world.clerk())
                        .select(".summary-list .changed")
                        .eachText())
                .singleElement()
                .asString()
                .contains("户数", "31", "上次：30");
    }

    @Test
    void theBuildingsAreMarkedAsOneAndClosedAsOne() {
        returned("households", "与测绘报告不一致");
        Document closed = open("/buildings");
        assertThat(closed.select("#add, #file, main td a:contains(修改)")).isEmpty();
        assertThat(closed.select("button[name=open]")).hasSize(1);

        assertThat(applicant.step("buildings", Map.of("open", "true"))).hasRedirectedUrl(applicant.at("/buildings"));

        assertThat(open("/buildings").select("#add, #file")).hasSize(2);
        assertThat(open("/basics").select(".field-closed")).isEmpty();
    }

    @Test
    void markedBuildingsAreOpen() {
        returned("list", "少了三栋");
        Document marked = open("/buildings");
        assertThat(marked.select("#list-mark").text()).contains("少了三栋");
        assertThat(marked.select("#add input.form-control, #file").eachAttr("id"))
                .containsExactly("name", "storeys", "units", "households", "floorArea", "file");

        applicant.step("buildings", building("3 栋"));

        assertThat(open("/buildings").select("td.card-title strong").eachText()).containsExactly("1 栋", "2 栋", "3 栋");
    }

    @Test
    void aStepIsOpenedByTheButtonThatKeepsWhatWasTyped() {
        returned("households", "与测绘报告不一致");
        Map<String, String> figures = scale();
        figures.put("households", "31");
        figures.put("open", "true");

        assertThat(applicant.step("scale", figures)).hasRedirectedUrl(applicant.at("/scale"));

        assertThat(open("/scale").select("#households").val()).isEqualTo("31");
        assertThat(open("/scale").select("#total").attr("type")).isEqualTo("text");
    }

    @Test
    void whatIsWrongAtAClosedFieldOpensIt() {
        returned("district", "小区在邻区");
        Map<String, String> moved = basics(world.district(), "听雨花园");
        moved.put("district", world.clerkElsewhere().district().toString());

        Document page = Pages.parse(applicant.step("basics", moved));

        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#street");
        assertThat(page.select("select#street")).hasSize(1);
        assertThat(page.select("[name=name]").attr("type")).isEqualTo("hidden");
    }

    @Test
    void anotherCompanyOpensNothing() {
        returned("households", "与测绘报告不一致");
        AreaApplicant stranger =
                new AreaApplicant(mvc, world.withAccount(world.personOf(world.company("云州陌生物业有限公司")), "strangerna"));

        assertThat(pages.post(applicant.at("/scale"), stranger.user, Map.of("open", "true")))
                .hasRedirectedUrl("/areas/applications");
        assertThat(pages.post(applicant.at("/buildings"), stranger.user, Map.of("open", "true")))
                .hasRedirectedUrl("/areas/applications");

        assertThat(open("/scale").select("button[name=open]")).hasSize(1);
    }
}
