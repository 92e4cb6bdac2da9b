package org.maintenancefund.area.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

@IntegrationTest
@Transactional
class AreaPagesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    PropertyAreas areas;

    private AreaId first;
    private AreaId second;

    @BeforeEach
    void twoPartsOfACommunity() {
        first = world.enter(AnArea.named("揽月湾一期").formerly("老机床厂宿舍"));
        second = world.area("揽月湾二期");
    }

    @Test
    void theMunicipalCentreManagesTheListAndADistrictLooksItUp() {
        Document managed = pages.open("/areas?q=揽月湾", world.municipal());
        assertThat(managed.selectFirst("h1").text()).isEqualTo("物业区域管理");
        assertThat(managed.select("td.card-title strong").eachText()).containsExactly("揽月湾一期", "揽月湾二期");
        assertThat(managed.select("a:contains(合并物业区域)")).hasSize(1);

        Document looked = pages.open("/areas?q=揽月湾", world.clerk());
        assertThat(looked.selectFirst("h1").text()).isEqualTo("物业区域查询");
        assertThat(looked.select("nav a:contains(物业区域查询)")).isNotEmpty();
        assertThat(looked.select("a:contains(合并物业区域)")).isEmpty();
        assertThat(pages.open("/areas?q=揽月湾", world.clerkElsewhere()).text()).contains("没有查到符合条件的物业区域");
    }

    @Test
    void everyFilterStandsInTheAddressAndIsTakenOffByItsChip() {
        Document page =
                pages.open("/areas?q=揽月湾&type=RESIDENTIAL&committee=no&company=no&account=no&merged=1", world.clerk());

        assertThat(page.select("td.card-title strong")).hasSize(2);
        assertThat(page.select(".chips a").eachText())
                .containsExactly("去掉：包含“揽月湾”", "去掉：住宅", "去掉：包括已合并的", "去掉：没有业委会", "去掉：没有管理单位", "去掉：没有独立专户");
        assertThat(pages.open("/areas?q=揽月湾&committee=yes", world.clerk()).select("td.card-title"))
                .isEmpty();
        assertThat(pages.open("/areas?q=揽月湾&account=yes", world.clerk()).select("td.card-title"))
                .isEmpty();
        assertThat(pages.open("/areas?q=揽月湾&company=yes", world.clerk()).select("td.card-title"))
                .isEmpty();
        assertThat(pages.open("/areas?q=揽月湾&type=OFFICE", world.clerk()).select("td.card-title"))
                .isEmpty();
    }

    @Test
    void anotherDistrictsAreaIsNotThere() {
        assertThat(pages.open("/areas/" + first, world.clerk()).text()).contains("老机床厂宿舍", "揽月湾二期");
        assertThat(pages.get("/areas/" + first, world.clerkElsewhere())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/areas/nonsense", world.clerk()).getResponse().getStatus())
                .isIn(400, 404);
    }

    @Test
    void areasAreChosenComparedCheckedMergedAndTakenApartAgain() {
        Document choice = pages.open("/areas/merge?area=" + first, world.municipal());
        assertThat(choice.select("a:contains(加入)")).as("the sibling is offered").isNotEmpty();
        String both = "?area=" + first + "&area=" + second;
        assertThat(pages.open("/areas/merge" + both + "&q=揽月", world.municipal())
                        .select("a:contains(下一步：比较)"))
                .hasSize(1);
        Document compare = pages.open("/areas/merge/compare" + both, world.municipal());
        assertThat(compare.select(".table-compare thead th").eachText()).containsExactly("项目", "揽月湾一期", "揽月湾二期");
        assertThat(compare.select(".table-compare tbody th").eachText())
                .containsExactly(
                        "编号", "街道 / 地址", "规模", "独立专户", "业委会", "物业服务企业或管理处", "办理中的申请", "房屋底册", "收取授权", "收取标准", "专户");
        assertThat(compare.select("[name=name]").val())
                .as("the name that both have in common is proposed")
                .isEqualTo("揽月湾");
        assertThat(compare.select("button:contains(下一步：核对)")).hasSize(1);

        MvcTestResult faulty =
                pages.post("/areas/merge/compare" + both, world.municipal(), Map.of("name", "", "reason", ""));
        assertThat(faulty).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(faulty).select(".error-summary li")).hasSize(3);

        Map<String, String> order = order("揽月湾");
        MvcTestResult check = pages.post("/areas/merge/compare" + both, world.municipal(), order);
        assertThat(check).hasStatusOk();
        assertThat(Pages.parse(check).select("button:contains(确认合并)")).hasSize(1);
        assertThat(pages.post("/areas/merge" + both, world.municipal(), order)).hasStatus(HttpStatus.SEE_OTHER);

        Document kept = pages.open("/areas/" + first, world.municipal());
        assertThat(kept.selectFirst("h1").text()).isEqualTo("揽月湾");
        assertThat(kept.text()).contains("并入：揽月湾二期", "同一业委会");
        assertThat(pages.open("/areas/" + second, world.municipal()).text()).contains("已并入");
        String undo = kept.selectFirst("a:contains(撤销合并)").attr("href");
        assertThat(pages.open(undo, world.municipal()).select("button:contains(撤销合并)"))
                .hasSize(1);
        assertThat(pages.post(undo, world.municipal(), Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(areas.get(second).isActive()).isTrue();
        assertThat(pages.post(undo, world.municipal(), Map.of())).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void whoChoosesOneAfterTheOtherKeepsWhatWasLookedFor() {
        Document choice = pages.open("/areas/merge?area=" + first + "&q=揽月&report=FK20261123-0003", world.municipal());

        assertThat(choice.select("a:contains(加入), a:contains(移除)").eachAttr("href"))
                .isNotEmpty()
                .allMatch(address ->
                        UriUtils.decode(address, StandardCharsets.UTF_8).contains("report=FK20261123-0003&q=揽月"));
        assertThat(choice.select("a:contains(返回反馈)").attr("href")).isEqualTo("/area-reports/FK20261123-0003");
    }

    @Test
    void whatAReportAskedForLeadsBackToItsAnswer() {
        Map<String, String> order = new HashMap<>(order("揽月湾"));
        order.put("report", "FK20261123-0003");
        MvcTestResult merged = pages.post("/areas/merge?area=" + first + "&area=" + second, world.municipal(), order);
        assertThat(merged)
                .hasRedirectedUrl("/area-reports/FK20261123-0003?result="
                        + areas.get(first).code());

        order.put("report", "https://elsewhere.example/");
        order.put("name", "揽月湾花园");
        order.put("version", areas.get(first).version() + "");
        assertThat(pages.post("/areas/" + first + "/rename", world.municipal(), order))
                .as("what is no number leads nowhere")
                .hasRedirectedUrl("/areas/" + first);
    }

    @Test
    void aMergeThatIsPossibleNoLongerShowsWhy() {
        String both = "?area=" + first + "&area=" + second;
        pages.post("/areas/merge" + both, world.municipal(), order("揽月湾"));

        MvcTestResult again = pages.post("/areas/merge" + both, world.municipal(), order("揽月湾"));

        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(again).text()).contains("不能合并的原因", "已经合并的区域不能再合并");
    }

    @Test
    void anAreaIsRenamedAndFoundByBothNames() {
        int version = areas.get(first).version();
        Map<String, String> form = Map.of("name", "揽月湾花园", "reason", "业主大会决定", "version", version + "");

        assertThat(pages.open("/areas/" + first + "/rename", world.municipal()).select("button:contains(确认更名)"))
                .hasSize(1);
        assertThat(pages.post("/areas/" + first + "/rename", world.municipal(), form))
                .hasStatus(HttpStatus.SEE_OTHER);

        AreaView renamed = areas.get(first);
        assertThat(renamed.name()).isEqualTo("揽月湾花园");
        assertThat(renamed.aliases()).contains("揽月湾一期");
        assertThat(pages.open("/areas/" + first, world.clerk()).text()).contains("揽月湾一期 → 揽月湾花园", "业主大会决定");
    }

    @Test
    void aRenamingOnTopOfAnotherOneIsShownAndNothingTypedIsLost() {
        int version = areas.get(first).version();
        pages.post(
                "/areas/" + first + "/rename",
                world.municipal(),
                Map.of("name", "揽月湾花园", "reason", "一", "version", version + ""));

        MvcTestResult stale = pages.post(
                "/areas/" + first + "/rename",
                world.municipal(),
                Map.of("name", "揽月家园", "reason", "二", "version", version + ""));

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(stale).text()).contains("已有人修改", "揽月湾花园");
        assertThat(Pages.parse(stale).selectFirst("#name").val()).isEqualTo("揽月家园");
    }

    @Test
    void aNameThatIsNoneOrTheSameIsAFieldError() {
        int version = areas.get(first).version();
        for (String name : List.of("", "揽", "揽月湾一期", "长".repeat(61), "\uFE0F\uFE0F")) {
            MvcTestResult result = pages.post(
                    "/areas/" + first + "/rename",
                    world.municipal(),
                    Map.of("name", name, "reason", "原因", "version", version + ""));
            assertThat(result).as(name).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(Pages.parse(result).select("#name-error")).as(name).hasSize(1);
        }
    }

    private Map<String, String> order(String name) {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("kept", first.toString());
        order.put("name", name);
        order.put("reason", "同一业委会、同一物业服务企业");
        return order;
    }
}
