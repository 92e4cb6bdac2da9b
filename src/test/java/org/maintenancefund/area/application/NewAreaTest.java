package org.maintenancefund.area.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.area.application.AreaApplicant.PATH;
import static org.maintenancefund.area.application.AreaApplicant.basics;
import static org.maintenancefund.area.application.AreaApplicant.building;
import static org.maintenancefund.area.application.AreaApplicant.scale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaBuildings;
import org.maintenancefund.area.domain.AreaHistory;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 社区信息完善 of an area that is not in the system, by a company: steps A to E, 社区信息审核. */
@IntegrationTest
@Transactional
class NewAreaTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Applications applications;

    @Autowired
    PropertyAreas areas;

    @Autowired
    AreaBuildings buildings;

    @Autowired
    AreaHistory history;

    private AreaApplicant applicant;

    @BeforeEach
    void aDistrictAndACompany() {
        applicant = new AreaApplicant(mvc, world.withAccount(world.personOf(world.company("云州听雨物业有限公司")), "zhoumna"));
    }

    @Test
    void theStepsStandInAListThatTellsHowFarEachIs() {
        applicant.start();
        assertThat(progress()).containsExactly("未开始", "未开始", "未开始", "未开始", "未开始");

        Map<String, String> half = basics(world.district(), "听雨花园");
        half.put("address", "");
        half.put("later", "true");
        assertThat(applicant.step("basics", half)).hasRedirectedUrl(applicant.at(""));
        applicant.step("scale", scale());

        assertThat(progress()).containsExactly("进行中", "已完成", "未开始", "未开始", "未开始");
        assertThat(pages.open(applicant.at("/basics"), applicant.user)
                        .select("#name")
                        .val())
                .isEqualTo("听雨花园");
        assertThat(pages.get(applicant.at("/check"), applicant.user))
                .as("not complete yet")
                .hasRedirectedUrl(applicant.at(""));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndKeptAllTheSame() {
        applicant.start();
        Map<String, String> wrong = basics(world.district(), "听");
        wrong.put("street", "");
        MvcTestResult result = applicant.step("basics", wrong);
        assertThat(result).hasStatus(400);
        Document page = Pages.parse(result);
        assertThat(page.title()).startsWith("错误：社区信息完善");
        assertThat(page.select(".field-error").eachText()).hasSize(2).anyMatch(text -> text.contains("请选择街道"));
        assertThat(pages.open(applicant.at("/basics"), applicant.user)
                        .select("#address")
                        .val())
                .isEqualTo("听雨路 8 号");

        Map<String, String> figures = scale();
        figures.put("total", "很大");
        figures.put("households", "12.5");
        figures.put("yearBuilt", "");
        assertThat(Pages.parse(applicant.step("scale", figures))
                        .select(".field-error")
                        .eachText())
                .hasSize(3);
        assertThat(Pages.parse(applicant.step("account", Map.of()))
                        .select(".field-error")
                        .text())
                .contains("请选择是否有独立维修资金专户");
        assertThat(Pages.parse(applicant.step("account", Map.of("own", "yes", "accountNumber", "12")))
                        .select(".field-error")
                        .eachText())
                .hasSize(3);
    }

    @Test
    void buildingsAreAddedChangedAndRemovedAndNeverTwoOfAName() {
        applicant.start();
        applicant.step("scale", scale());
        applicant.step("buildings", building("1 栋"));
        assertThat(Pages.parse(applicant.step("buildings", building("１栋")))
                        .select(".field-error")
                        .text())
                .contains("每幢楼的名称应不同");

        Map<String, String> changed = building("A 座");
        changed.put("original", "1 栋");
        applicant.step("buildings", changed);
        applicant.step("buildings", building("B 座"));
        Document page = pages.open(applicant.at("/buildings"), applicant.user);
        assertThat(page.select("td.card-title strong").eachText()).containsExactly("A 座", "B 座");
        assertThat(page.select(".tag").eachText()).containsExactly("一致", "一致", "一致");

        pages.post(applicant.at("/buildings/remove"), applicant.user, Map.of("name", "A 座"));
        assertThat(pages.open(applicant.at("/buildings"), applicant.user)
                        .select(".tag")
                        .eachText())
                .containsExactly("少 1 幢", "少 15 户", "少 1,000.25 ㎡");
    }

    @Test
    void aSpreadsheetIsImportedAllOfItOrNothing() {
        applicant.start();
        applicant.step("buildings", building("旧楼"));
        List<String> head = List.of("户数", "楼栋名称", "备注", "地上层数", "单元数", "建筑面积（㎡）");

        MvcTestResult faulty = applicant.upload(
                List.of(head, List.of("10", "1 栋", "", "6", "2", "900"), List.of("十", "1栋", "", "6", "0", "900")));
        assertThat(faulty).hasStatus(400);
        assertThat(Pages.parse(faulty).select("[role=alert] td.card-title").eachText())
                .containsExactly("第 3 行 E3", "第 3 行 A3", "第 3 行 B3");
        assertThat(Pages.parse(faulty).select("[role=alert] tbody tr").eachText())
                .anyMatch(line -> line.contains("户数 十"));
        assertThat(Pages.parse(faulty).select("td.card-title strong").eachText())
                .containsExactly("旧楼");

        assertThat(applicant.upload(List.of(
                        head,
                        List.of("10", "1 栋", "", "6", "2", "900"),
                        List.of("12", "2 栋", "", "7", "2", "1,100.5"))))
                .hasRedirectedUrl(applicant.at("/buildings/preview"));
        assertThat(pages.open(applicant.at("/buildings/preview"), applicant.user)
                        .text())
                .contains("预览：2 幢", "原来填写的 1 幢将被替换", "1,100.5");
        pages.post(applicant.at("/buildings/confirm"), applicant.user, Map.of());
        assertThat(pages.open(applicant.at("/buildings"), applicant.user)
                        .select("td.card-title strong")
                        .eachText())
                .containsExactly("1 栋", "2 栋");

        assertThat(Pages.parse(applicant.upload(List.of(List.of("楼栋名称", "户数"), List.of("1 栋", "2"))))
                        .select(".error-summary")
                        .text())
                .contains("缺少这些列：地上层数、单元数、建筑面积");
    }

    @Test
    void approvedItExistsWithItsCodeItsBuildingsAndAHistory() {
        applicant.start();
        applicant.fillIn(world.district(), "听雨花园");
        ApplicationNumber number = applicant.submit(applications);
        assertThat(number.toString()).startsWith("SQ");

        Document queue = pages.open("/areas/applications/reviews", world.clerk());
        assertThat(queue.select("h1").text()).isEqualTo("社区信息审核");
        assertThat(queue.select("main").text()).contains("听雨花园", "甲街道", "新增小区");
        Document review = pages.open("/areas/applications/reviews/" + number, world.clerk());
        assertThat(review.select("main").text())
                .contains("楼栋合计与规模一致", "周敏", "13900008101", "楼栋名称 地上层数 单元数 户数 建筑面积（㎡） 1 栋 6");
        assertThat(decide(number, Map.of("result", "APPROVE"))).hasStatus3xxRedirection();

        AreaView area = named("听雨花园");
        assertThat(area.code()).isEqualTo(world.district().code() + "-00001");
        assertThat(area.parcelNumbers()).containsExactly("TY-0001", "TY-0002");
        assertThat(area.floorAreas().total()).isEqualByComparingTo("2000.50");
        assertThat(buildings.of(area.id())).extracting(Building::name).containsExactly("1 栋", "2 栋");
        assertThat(history.of(area.id()))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("云州听雨物业有限公司", number.toString()));
        assertThat(pages.open("/areas/" + area.id(), world.clerk()).text()).contains("楼栋（2 幢）");
        assertThat(pages.open("/calls/" + number, world.clerk()).text()).contains(area.code());
        assertThat(pages.open("/areas/applications", applicant.user)
                        .select("td[data-label=编号]")
                        .eachText())
                .containsExactly(area.code());
        Document own = pages.open("/areas/applications/own/" + number, applicant.user);
        assertThat(own.select(".notice-success").text()).contains("物业区域编号是 " + area.code(), "业委会现在可以用这个小区办理注册");
        Element copy = own.selectFirst("button[data-copy]");
        assertThat(copy.hasAttr("hidden")).as("for who has no scripts").isTrue();
        assertThat(own.select(copy.attr("data-copy")).text()).isEqualTo(area.code());
    }

    @Test
    void returnedItIsRevisedUnderTheSameNumber() {
        applicant.start();
        applicant.fillIn(world.district(), "听雨里");
        ApplicationNumber number = applicant.submit(applications);
        decide(number, Map.of("result", "RETURN", "reasons", "楼栋信息不完整或有误", "opinion", "请补齐三栋"));

        String own = "/areas/applications/own/" + number;
        assertThat(pages.open(own, applicant.user).text()).contains("楼栋信息不完整或有误", "请补齐三栋");
        applicant.goOnAt(Pages.redirected(pages.post(own + "/revise", applicant.user, Map.of())));
        Map<String, String> third = building("3 栋");
        applicant.step("buildings", third);
        assertThat(applicant.step("check", Map.of())).hasRedirectedUrl("/areas/applications");

        assertThat(status(number)).isEqualTo(ReviewStatus.PENDING);
        Document review = pages.open("/areas/applications/reviews/" + number, world.clerk());
        assertThat(review.select(".changed").eachText()).anyMatch(line -> line.contains("3 栋"));
        assertThat(review.text()).contains("幢数填报 2，合计 3，多 1 幢");
    }

    @Test
    void anAreaThatCameMeanwhileIsNotMadeAgain() {
        applicant.start();
        applicant.fillIn(world.district(), "听雨花园");
        world.area("听雨花园");

        Document check = pages.open(applicant.at("/check"), applicant.user);
        assertThat(check.select(".notice").text())
                .contains("“听雨花园”已在系统中，编号 " + world.district().code() + "-00001");
        assertThat(check.select("form button.btn-primary").eachText()).doesNotContain("提交");
        MvcTestResult refused = applicant.step("check", Map.of());
        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).select("form button.btn-primary").eachText())
                .doesNotContain("提交");
        assertThat(applications
                        .own(AreaApplicationDefinition.KIND, applicant.user.organisation())
                        .page(Cursor.start())
                        .items())
                .isEmpty();
    }

    @Test
    void theReviewerSeesNeighboursOfTheNameAndTheParcel() {
        world.enter(AnArea.named("听雨花园一期").onParcel("TY-0102-0007"));
        world.area("听雨华园");
        applicant.start();
        Map<String, String> form = basics(world.district(), "听雨花园二期");
        form.put("parcelNumbers", "TY-0102-0007");
        applicant.step("basics", form);
        applicant.step("scale", scale());
        applicant.step("buildings", building("1 栋"));
        applicant.step("account", Map.of("own", "no"));
        ApplicationNumber number = applicant.submit(applications);

        assertThat(pages.open("/areas/applications/reviews/" + number, world.clerk())
                        .text())
                .contains("其他分期或片区：听雨花园一期", "名称相近：听雨华园", "宗地号已登记在听雨花园一期");
    }

    @Test
    void twoCompaniesCantHaveTheSameNewAreaPending() {
        applicant.start();
        applicant.fillIn(world.district(), "听雨轩");
        applicant.submit(applications);
        AreaApplicant other =
                new AreaApplicant(mvc, world.withAccount(world.personOf(world.company("云州别雨物业有限公司")), "otherna"));
        other.start();
        other.fillIn(world.district(), "听雨轩 ");

        MvcTestResult refused = other.step("check", Map.of());
        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).select(".notice").text())
                .contains("已有一件社区信息完善申请在审核")
                .doesNotContain("云州听雨物业有限公司");
    }

    @Test
    void whatIsBeingFilledInIsNotLostToAnother() {
        applicant.start();
        applicant.step("basics", basics(world.district(), "听雨花园"));

        String first = applicant.at("");
        applicant.start();
        assertThat(applicant.at(""))
                .as("another community stands beside the first")
                .isNotEqualTo(first);
        String second = applicant.at("");
        applicant.start();
        assertThat(applicant.at("")).as("nothing typed yet: on with it").isEqualTo(second);
        applicant.goOnAt(first);
        assertThat(pages.open(applicant.at("/basics"), applicant.user)
                        .select("#name")
                        .val())
                .isEqualTo("听雨花园");
        assertThat(pages.open("/areas/applications", applicant.user)
                        .select("#drafts tbody tr")
                        .eachText())
                .hasSize(2)
                .anyMatch(line -> line.contains("听雨花园（新增小区）"));
    }

    @Test
    void nobodyElseSeesOrMakesIt() {
        applicant.start();
        applicant.fillIn(world.district(), "听雨阁");
        ApplicationNumber number = applicant.submit(applications);
        AreaApplicant stranger =
                new AreaApplicant(mvc, world.withAccount(world.personOf(world.company("云州陌生物业有限公司")), "strangerna"));

        assertThat(pages.get("/areas/applications/own/" + number, stranger.user))
                .hasStatus(404);
        assertThat(pages.post("/areas/applications/own/" + number + "/withdraw", stranger.user, Map.of()))
                .hasStatus(404);
        assertThat(pages.post("/areas/applications/own/" + number + "/revise", stranger.user, Map.of()))
                .hasStatus(404);
        assertThat(pages.get(PATH + "?number=" + number, stranger.user)).hasRedirectedUrl("/areas/applications");
        assertThat(pages.get(applicant.at("/basics"), stranger.user)).hasRedirectedUrl("/areas/applications");
        assertThat(pages.get(PATH, stranger.user)).as("nothing begun").hasRedirectedUrl("/areas/applications");
        assertThat(pages.get("/areas/applications", world.clerk())).hasStatus(403);
        assertThat(pages.get("/areas/applications/reviews", applicant.user)).hasStatus(403);
        assertThat(pages.get("/areas/applications/reviews/" + number, world.clerkElsewhere()))
                .hasStatus(404);
    }

    private List<String> progress() {
        return pages.open(applicant.at(""), applicant.user)
                .select(".task-list .tag")
                .eachText();
    }

    private AreaView named(String name) {
        return areas.activeNamed(List.of(ChineseText.fold(name))).stream()
                .filter(area -> area.district().equals(world.district().id()))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult decide(ApplicationNumber number, Map<String, String> decision) {
        Map<String, String> form = new LinkedHashMap<>(decision);
        form.put(
                "version",
                Integer.toString(applications
                        .forReview(AreaApplicationDefinition.KIND, number, world.clerk())
                        .version()));
        return pages.post("/areas/applications/reviews/" + number, world.clerk(), form);
    }

    private ReviewStatus status(ApplicationNumber number) {
        return applications
                .forReview(AreaApplicationDefinition.KIND, number, world.clerk())
                .status();
    }
}
