package org.maintenancefund.difference.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.Differences;
import org.maintenancefund.difference.NewDifference;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 差异台账 and 差异处理 by their pages. */
@IntegrationTest
@Transactional
class DifferencePagesTest {

    private static final String PATH = "/differences";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Differences differences;

    private CurrentUser district;
    private CurrentUser municipal;
    private CurrentUser auditor;
    private DifferenceNumber late;
    private DifferenceNumber line;
    private String slip;

    @BeforeEach
    void twoDifferences() {
        district = world.clerk();
        municipal = world.municipal();
        auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
        slip = "JC" + UUID.randomUUID().toString().substring(0, 8);
        late = differences.raise(
                NewDifference.of(DifferenceKind.SLIP_NOT_ARRIVED, slip, "缴存单 " + slip, world.today(), "", 5)
                        .in(world.district().id())
                        .of(new Money(12_678)));
        line = differences.raise(NewDifference.of(
                DifferenceKind.LINE_UNMATCHED, UUID.randomUUID().toString(), "流水 126.87", world.today(), "", 3));
    }

    private MvcTestResult act(DifferenceNumber number, CurrentUser user, int version, Map<String, String> typed) {
        Map<String, String> sent = new HashMap<>(typed);
        sent.put("version", Integer.toString(version));
        return pages.post(PATH + "/" + number + "/actions", user, sent);
    }

    @Test
    void eachSeesWhatIsTheirs() {
        Document city = pages.open(PATH, municipal);
        assertThat(city.select("h1").text()).isEqualTo("差异台账");
        assertThat(city.select("tbody tr").text()).contains("缴存单 " + slip, "缴存未到账", "126.78", "区中心", "流水 126.87");
        assertThat(city.select("nav.tabs").text()).contains("未处理（2）", "待查（2）", "已处理（0）");

        Document own = pages.open(PATH, district);
        assertThat(own.select("h1").text()).isEqualTo("差异处理");
        assertThat(own.select("tbody tr")).hasSize(1);
        assertThat(pages.get(PATH + "/" + line, district)).hasStatus(404);
        assertThat(pages.get(PATH + "/" + late, world.clerkElsewhere())).hasStatus(404);
        assertThat(act(line, district, 0, Map.of("action", "REMARK", "text", "看一看")))
                .hasStatus(404);

        Document read = pages.open(PATH + "/" + late, auditor);
        assertThat(read.select("main form")).isEmpty();
        assertThat(act(late, auditor, 0, Map.of("action", "REMARK", "text", "审计")))
                .hasStatus(403);
    }

    @Test
    void filtersFindAndAreExported() {
        assertThat(pages.open(PATH + "?kind=LINE_UNMATCHED", municipal).select("tbody tr"))
                .hasSize(1);
        assertThat(pages.open(PATH + "?owner=DISTRICT", municipal)
                        .select("tbody tr")
                        .text())
                .contains(slip);
        assertThat(pages.open(PATH + "?text=" + slip, municipal).select("tbody tr"))
                .hasSize(1);
        assertThat(pages.open(PATH + "?overdue=1", municipal).select("tbody tr"))
                .isEmpty();
        assertThat(pages.open(PATH + "?mine=1", municipal).select("tbody tr")).isEmpty();
        assertThat(pages.open(PATH + "?district=" + world.district().id(), municipal)
                        .select("tbody tr"))
                .hasSize(1);
        assertThat(pages.get(PATH + "/export?owner=DISTRICT", municipal)).hasStatusOk();
        assertThat(pages.get(PATH + "/export", auditor)).hasStatusOk();
    }

    @Test
    void theDistrictTakesExplainsAndSettlesIt() {
        Document page = pages.open(PATH + "/" + late, district);
        assertThat(page.select("input[name=action]").eachAttr("value")).containsExactly("EXPLAIN", "REMARK", "HAND");
        assertThat(pages.post(PATH + "/" + late + "/take", district, Map.of("version", "0")))
                .hasRedirectedUrl(PATH + "/" + late);
        assertThat(act(late, district, 1, Map.of("action", "EXPLAIN", "text", "账号写错，已退回")))
                .hasRedirectedUrl(PATH + "/" + late);
        Document explained = pages.open(PATH + "/" + late, district);
        assertThat(explained.select("input[name=action]").eachAttr("value"))
                .containsExactly("SETTLE", "REMARK", "HAND");
        assertThat(act(late, district, 2, Map.of("action", "SETTLE", "text", "已重转", "entry", "")))
                .hasRedirectedUrl(PATH + "/" + late);

        Document settled = pages.open(PATH + "/" + late, district);
        assertThat(settled.select("main form")).isEmpty();
        assertThat(settled.select(".timeline li strong").eachText()).containsExactly("处理完毕", "说明", "由其负责", "登记");
        assertThat(pages.open(PATH + "?tab=SETTLED", district)
                        .select("tbody tr")
                        .text())
                .contains(slip);
    }

    @Test
    void aMistakeKeepsWhatWasTyped() {
        MvcTestResult none = act(late, district, 0, Map.of("action", "EXPLAIN", "text", " "));
        assertThat(none).hasStatus(400);
        assertThat(Pages.parse(none).select("#text-error").text()).contains("请写明情况");

        MvcTestResult early = act(late, district, 0, Map.of("action", "SETTLE", "text", "没事"));
        assertThat(early).hasStatus(400);
        assertThat(Pages.parse(early).select(".error-summary").text()).contains("请先说明原因");
        assertThat(Pages.parse(early).select("#text").text()).isEqualTo("没事");

        act(late, district, 0, Map.of("action", "EXPLAIN", "text", "原因"));
        MvcTestResult odd = act(late, district, 1, Map.of("action", "SETTLE", "text", "已更正", "entry", "凭证 5"));
        assertThat(Pages.parse(odd).select("#entry-error").text()).contains("形如 FL202612-000123");
        MvcTestResult others = act(late, municipal, 1, Map.of("action", "SETTLE", "text", "市里来办"));
        assertThat(others).hasStatus(400);
        assertThat(Pages.parse(others).select(".error-summary").text()).contains("由别的单位负责");
        assertThat(act(late, district, 0, Map.of("action", "REMARK", "text", "旧页面")))
                .hasStatus(409);
    }

    @Test
    void anEntryThatIsNotThereIsNamed() {
        act(line, municipal, 0, Map.of("action", "EXPLAIN", "text", "手续费"));
        MvcTestResult unknown =
                act(line, municipal, 1, Map.of("action", "SETTLE", "text", "已记", "entry", "fl203001-000001"));

        assertThat(unknown).hasStatus(400);
        assertThat(Pages.parse(unknown).select("#entry-error").text()).contains("没有编号为 FL203001-000001 的分录");
    }

    @Test
    void aPersonRaisesOneWithADayThatIsStillToCome() {
        Map<String, String> typed = new HashMap<>(Map.of(
                "subject",
                "东湖苑 11 月报表",
                "amount",
                "-0.09",
                "day",
                world.today().toString(),
                "text",
                "比系统少 0.09",
                "due",
                world.today().toString(),
                "district",
                world.district().id().toString()));
        MvcTestResult today = pages.post(PATH + "/new", municipal, typed);
        assertThat(today).hasStatus(400);
        assertThat(Pages.parse(today).select("#due-error").text()).contains("须晚于今天");

        typed.put("due", world.today().plusDays(9).toString());
        String made = Pages.redirected(pages.post(PATH + "/new", municipal, typed));

        Document page = pages.open(made, district);
        assertThat(page.select(".summary-list").text()).contains("人工登记", "比系统少 0.09", "-0.09", "林致远");
        assertThat(page.select("input[name=action]").eachAttr("value")).contains("EXPLAIN");
    }

    @Test
    void theWorkbenchTellsTheOwnerAndLeadsToAsManyRows() {
        Document mine = pages.open("/workbench", district);
        assertThat(mine.select("main a[href*=" + PATH + "]").attr("href")).isEqualTo(PATH + "?owner=DISTRICT");
        assertThat(pages.open(PATH + "?owner=DISTRICT", district).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void thePagesAskAHandfulOfTimes() {
        pages.open(PATH, municipal);
        int before = Statements.of(() -> pages.open(PATH, municipal)).size();
        for (int i = 0; i < 15; i++) {
            differences.raise(NewDifference.of(
                    DifferenceKind.AMOUNT_OFF, UUID.randomUUID().toString(), "专户", world.today(), "", 3));
        }
        assertThat(Statements.of(() -> pages.open(PATH, municipal))).hasSize(before);
    }
}
