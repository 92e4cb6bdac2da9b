package org.maintenancefund.area.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.area.application.AreaApplicant.building;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaBuildings;
import org.maintenancefund.area.domain.AreaHistory;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 社区信息完善 of an area on record, by those who manage it: only what they change is changed, whatever happens meanwhile. */
@IntegrationTest
@Transactional
class ChangedAreaTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Applications applications;

    @Autowired
    AreaRegister register;

    @Autowired
    AreaMerging merging;

    @Autowired
    PropertyAreas areas;

    @Autowired
    AreaBuildings buildings;

    @Autowired
    AreaHistory history;

    @Autowired
    UnitService units;

    @Autowired
    AnAssociation association;

    @Autowired
    TravellingClock clock;

    private AreaId area;
    private EnterpriseId company;
    private CommitteeView committee;
    private AreaApplicant applicant;

    @BeforeEach
    void anAreaThatACompanyManages() {
        area = world.area("听风苑");
        committee = world.committee(area, "听风苑业主委员会");
        company = world.company("云州听风物业有限公司");
        world.association(
                committee,
                company,
                null,
                world.today().minusDays(1),
                world.today().plusYears(1));
        applicant = new AreaApplicant(mvc, world.withAccount(world.personOf(company), "zhoumca"));
    }

    @Test
    void whoManagesItFindsItInTheirListAndEveryStepFilledIn() {
        assertThat(pages.open("/areas/applications", applicant.user)
                        .select("#areas td.card-title strong")
                        .eachText())
                .containsExactly("听风苑");
        begin();

        Document list = pages.open(applicant.at(""), applicant.user);
        assertThat(list.select(".task-list .tag").eachText()).containsExactly("已完成", "已完成", "未开始", "已完成", "未开始");
        assertThat(list.text()).contains("没有变化可以不填");
        Document basics = pages.open(applicant.at("/basics"), applicant.user);
        assertThat(basics.select("#name"))
                .as("the name is the municipal centre's")
                .isEmpty();
        assertThat(basics.select("#address").val()).isEqualTo("测试路 1 号");
        assertThat(pages.open(applicant.at("/check"), applicant.user)
                        .select(".notice")
                        .text())
                .contains("没有任何改动");
    }

    @ParameterizedTest
    @ValueSource(strings = {"和谐二期", "和諧苑Ⅱ期", "hexie", "2期", "测试路 1 号"})
    void onesOwnAreasAreFoundAsPeopleTypeThem(String typed) {
        manages("和谐苑二期");
        world.area("和谐苑西二期");

        List<String> found = pages.open("/areas/applications?q=" + typed, applicant.user)
                .select("#areas td.card-title strong")
                .eachText();

        assertThat(found).contains("和谐苑二期").doesNotContain("和谐苑西二期");
    }

    @Test
    void whatIsOnlyNearIsSaidToBe() {
        manages("和谐苑二期");

        Document page = pages.open("/areas/applications?q=和谐二期", applicant.user);

        assertThat(page.select("#areas").text()).contains("没有找到“和谐二期”，您是不是要找");
        assertThat(page.select("#areas td.card-title strong").eachText()).containsExactly("和谐苑二期");
        assertThat(pages.open("/areas/applications?q=二期", applicant.user)
                        .select("#areas mark")
                        .eachText())
                .containsExactly("二期");
        assertThat(pages.open("/areas/applications?q=望湖", applicant.user)
                        .select("#areas")
                        .text())
                .contains("没有找到，请换几个字再查");
    }

    private void manages(String name) {
        world.association(
                world.committee(world.area(name), name + "业主委员会"),
                company,
                null,
                world.today().minusDays(1),
                world.today().plusYears(1));
    }

    @Test
    void theReviewerSeesBeforeAndAfterAndOnlyThatIsChanged() {
        ApplicationNumber number = changed(Map.of("address", "听风路 18 号", "name", "改名不算"));

        Document review = pages.open("/areas/applications/reviews/" + number, world.clerk());
        assertThat(review.select("main").text())
                .contains("信息变更", "改为：听风路 18 号", "原来：测试路 1 号")
                .doesNotContain("改名不算", "改为：864");
        approve(number, "");

        AreaView now = areas.get(area);
        assertThat(now.address()).isEqualTo("听风路 18 号");
        assertThat(now.name()).isEqualTo("听风苑");
        assertThat(now.households()).isEqualTo(864);
        assertThat(history.of(area).get(0).text()).startsWith("地址。").contains(number.toString());
    }

    @Test
    void aRenameMeanwhileStays() {
        ApplicationNumber number = changed(Map.of("address", "听风路 18 号"));
        register.rename(area, areas.get(area).version(), "听风雅苑", "规划更名", world.municipal());

        assertThat(pages.open("/areas/applications/reviews", world.clerk())
                        .select("main")
                        .text())
                .contains("听风雅苑");
        approve(number, "");

        assertThat(areas.get(area).name()).isEqualTo("听风雅苑");
        assertThat(areas.get(area).address()).isEqualTo("听风路 18 号");
        assertThat(areas.get(area).aliases()).containsExactly("听风苑");
    }

    @Test
    void aCommitteeChangesItsOwnCommunityFromWhatIsOnRecordWhenItSubmits() {
        AreaApplicant ofCommittee = new AreaApplicant(mvc, world.withAccount(world.personOf(committee), "wangjca"));
        assertThat(pages.get("/areas/applications", ofCommittee.user)).hasStatusOk();
        assertThat(pages.post("/areas/applications/start", ofCommittee.user, Map.of()))
                .as("a new one is the companies'")
                .hasStatus(404);
        ofCommittee.startOf(area);
        typed(ofCommittee, Map.of("address", "听风路 22 号"));
        approve(changed(Map.of("address", "听风路 18 号")), "");

        ApplicationNumber later = ofCommittee.submit(applications);

        assertThat(pages.open("/areas/applications/reviews/" + later, world.clerk())
                        .text())
                .contains("改为：听风路 22 号", "原来：听风路 18 号");
    }

    @Test
    void anApprovalThatWouldOverwriteALaterChangeAsksForAReason() {
        ApplicationNumber number = changed(Map.of("address", "听风路 18 号"));
        changedByImport("听风路 99 号");

        assertThat(pages.open("/areas/applications/reviews/" + number, world.clerk())
                        .text())
                .contains("申请之后已有变动：地址");
        MvcTestResult refused = decide(number, Map.of("result", "APPROVE"));
        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).text()).contains("请在内部备注写明理由");
        assertThat(areas.get(area).address()).isEqualTo("听风路 99 号");
    }

    @Test
    void withAReasonItIsApproved() {
        ApplicationNumber number = changed(Map.of("address", "听风路 18 号"));
        changedByImport("听风路 99 号");

        approve(number, "已与企业核对门牌");

        assertThat(areas.get(area).address()).isEqualTo("听风路 18 号");
    }

    @Test
    void aMergedAreasBuildingsStandInTheKeptOneAndComeBackWhenItIsUndone() {
        applicant.startOf(area);
        applicant.step("buildings", building("1 栋"));
        approve(applicant.submit(applications), "");
        AreaId kept = world.area("听风苑北区");
        register.changeBuildings(kept, List.of(new Building("１栋", 6, 1, 12, new java.math.BigDecimal("800"))));

        UUID merge = merging.merge(new MergeOrder(kept, List.of(area), "听风苑", "同一小区"), world.municipal());
        assertThat(buildings.of(kept)).extracting(Building::name).containsExactly("１栋", "听风苑 1 栋");
        assertThat(buildings.of(area)).isEmpty();

        merging.undo(merge, world.municipal());
        assertThat(buildings.of(kept)).extracting(Building::name).containsExactly("１栋");
        assertThat(buildings.of(area)).extracting(Building::name).containsExactly("1 栋");
    }

    @Test
    void aBuildingWithRegisteredUnitsIsNeitherRemovedNorRenamed() {
        applicant.startOf(area);
        applicant.step("buildings", building("1 栋"));
        applicant.step("buildings", building("2 栋"));
        approve(applicant.submit(applications), "");
        units.register(area, AUnit.at("1 栋", "101").told(), applicant.user);
        applicant.startOf(area);

        pages.post(applicant.at("/buildings/remove"), applicant.user, Map.of("name", "2 栋"));
        assertThat(pages.open(applicant.at("/check"), applicant.user).text()).doesNotContain("户房屋");
        pages.post(applicant.at("/buildings/remove"), applicant.user, Map.of("name", "1 栋"));

        assertThat(pages.open(applicant.at("/check"), applicant.user).text()).contains("1 栋 已登记 1 户房屋，不能删除或改名");
        assertThat(applicant.step("check", Map.of())).hasStatus4xxClientError();
        applicant.step("buildings", building("1号楼"));
        assertThat(applicant.step("check", Map.of())).hasStatus4xxClientError();
        assertThat(buildings.of(area)).extracting(Building::name).containsExactly("1 栋", "2 栋");
    }

    @Test
    void aChangedListOfBuildingsAloneAlreadyForbidsToUndoAMerge() {
        AreaId other = world.area("听风苑东区");
        UUID merge = merging.merge(new MergeOrder(area, List.of(other), "听风苑", "同一小区"), world.municipal());
        applicant.startOf(area);
        applicant.step("buildings", building("1 栋"));
        approve(applicant.submit(applications), "");

        assertThat(merging.whyNotUndone(merge)).isPresent();
    }

    @Test
    void whoManagesItNoMoreIsToldThereIsNoSuchThing() {
        AreaId elsewhere = world.area("观风苑");
        assertThat(pages.post("/areas/applications/start", applicant.user, Map.of("area", elsewhere.toString())))
                .hasStatus(404);
        begin();

        clock.at(clock.instant().plus(Duration.ofDays(800)), () -> {
            assertThat(pages.get("/areas/applications", applicant.user)).hasStatusOk();
            assertThat(pages.post("/areas/applications/start", applicant.user, Map.of("area", area.toString())))
                    .hasStatus(404);
        });
    }

    private void changedByImport(String address) {
        register.change(
                area,
                AnArea.named("听风苑")
                        .at(address)
                        .in(world.district().streets().get(0).id())
                        .command(),
                AreaEvent.IMPORTED,
                "导入",
                world.municipal());
    }

    private void begin() {
        applicant.startOf(area);
    }

    private ApplicationNumber changed(Map<String, String> fields) {
        begin();
        typed(applicant, fields);
        return applicant.submit(applications);
    }

    /** Step A with what is there and some fields other. */
    private void typed(AreaApplicant who, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>();
        Document page = pages.open(who.at("/basics"), who.user);
        page.select("main form input.form-control").forEach(input -> form.put(input.attr("name"), input.val()));
        form.put("street", page.select("#street option[selected]").val());
        form.putAll(fields);
        assertThat(who.step("basics", form)).hasRedirectedUrl(who.at("/scale"));
    }

    private void approve(ApplicationNumber number, String remark) {
        assertThat(decide(number, Map.of("result", "APPROVE", "remark", remark)))
                .hasStatus3xxRedirection();
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
}
