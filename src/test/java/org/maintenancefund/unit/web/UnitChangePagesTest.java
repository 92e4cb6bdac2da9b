package org.maintenancefund.unit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What is changed of a unit: its facts, who pays for it, where it is. */
@IntegrationTest
@Transactional
class UnitChangePagesTest extends PagesOfUnits {

    @Test
    void aChangeStartsFromWhatHoldsAndIsShownAsAVersion() {
        UnitId id = registered(AUnit.at("1 栋", "101"));

        MvcTestResult saved = pages.post(
                path(id, "/change"),
                managed.ofOffice(),
                change(id, "from", "2026-06", "facts.floorArea", "90.12", "reason", "实测", "document", "报告 18 号"));

        assertThat(saved).hasStatus(303).hasRedirectedUrl(path(id));
        assertThat(get(id).versions()).hasSize(2);
        assertThat(get(id).versions().get(0).facts())
                .isEqualTo(AUnit.at("1 栋", "101").of("90.12").facts());
        Document page = pages.open(path(id), managed.ofOffice());
        assertThat(page.select("table").first().select("tbody tr").eachText())
                .satisfiesExactly(
                        latest -> assertThat(latest).startsWith("2026-06 90.12").contains("实测报告 18 号"),
                        first -> assertThat(first).startsWith("2026-01至 2026-05 89.58"));
    }

    @Test
    void aChangeSaysFromWhenWhyAndFromWhichDocument() {
        UnitId id = registered(AUnit.at("1 栋", "101"));

        MvcTestResult refused = pages.post(
                path(id, "/change"), managed.ofOffice(), change(id, "from", "2026-06-03", "facts.floorArea", "90"));

        assertThat(errors(refused)).containsExactly("起始月份只能从某个月的 1 日起，2026-06-03 不是 1 日", "请填写原因", "请填写依据，例如文件名称和编号");
        assertThat(errors(pages.post(
                        path(id, "/change"),
                        managed.ofOffice(),
                        change(id, "from", "2026-06", "reason", "实测", "document", "报告"))))
                .singleElement()
                .asString()
                .contains("没有改动");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsToldAndSavedOnTopKnowingly() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        Map<String, String> mine =
                change(id, "from", "2026-06", "facts.floorArea", "90.12", "reason", "实测", "document", "报告");
        pages.post(
                path(id, "/change"),
                managed.ofCompany(),
                change(id, "from", "2026-03", "facts.floorArea", "88", "reason", "更正", "document", "登记簿"));

        MvcTestResult stale = pages.post(path(id, "/change"), managed.ofOffice(), mine);

        assertThat(stale).hasStatus(409);
        Document page = Pages.parse(stale);
        assertThat(page.select(".notice").text()).contains("没有保存", "已有人修改");
        assertThat(page.select("#facts\\.floorArea").val()).isEqualTo("90.12");
        assertThat(page.select("table tbody tr").first().text()).startsWith("2026-03 88.00");
        Map<String, String> again =
                with(mine, "version", page.select("input[name=version]").val());
        assertThat(pages.post(path(id, "/change"), managed.ofOffice(), again)).hasStatus(303);
        assertThat(get(id).versions()).hasSize(3);
    }

    @Test
    void aPayerFollowsFromADayOn() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "version",
                Integer.toString(get(id).version()),
                "from",
                "2026-07-15",
                "payer.kind",
                "OWNER",
                "payer.name",
                "李红梅",
                "payer.mobile",
                "13900005678",
                "document",
                "产权证 7 号"));

        assertThat(pages.open(path(id, "/payer"), managed.ofOffice())
                        .select(".inset")
                        .text())
                .contains("余额随房屋");
        assertThat(errors(pages.post(path(id, "/payer"), managed.ofOffice(), with(form, "from", "", "document", ""))))
                .containsExactly("请填写起始日期", "请填写依据，例如文件名称和编号");
        assertThat(pages.post(path(id, "/payer"), managed.ofOffice(), form)).hasStatus(303);

        assertThat(get(id).payerOn(LocalDate.of(2026, 7, 15))
                        .orElseThrow()
                        .payer()
                        .name())
                .isEqualTo("李红梅");
        assertThat(pages.post(path(id, "/payer"), managed.ofOffice(), with(form, "payer.name", "赵一鸣")))
                .hasStatus(409);
        assertThat(pages.open(list, world.clerk())
                        .select("td[data-label=缴款义务人]")
                        .text())
                .isEqualTo("李红梅业主　139****5678");
    }

    @Test
    void aPayerFromADayFarAheadIsAMistypedYear() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        String version = Integer.toString(get(id).version());

        MvcTestResult refused = pages.post(
                path(id, "/payer"),
                managed.ofOffice(),
                Map.of(
                        "version", version,
                        "from", "2062-07-15",
                        "payer.kind", "OWNER",
                        "payer.name", "李红梅",
                        "document", "产权证 7 号"));

        assertThat(errors(refused)).containsExactly("起始日期：2062-07-15 晚于今天 12 个月以上，请核对年份");
        assertThat(Pages.parse(refused).select("#from").val()).isEqualTo("2062-07-15");
    }

    @Test
    void whoPaysForAnUnsoldUnitIsAsked() {
        UnitId id = registered(AUnit.at("1 栋", "101").unsold().paidBy(AUnit.developer("云州建设公司")));
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "version",
                Integer.toString(get(id).version()),
                "from",
                "2026-07-15",
                "payer.kind",
                "OWNER",
                "payer.name",
                "李红梅",
                "document",
                "产权证 7 号"));

        MvcTestResult asked = pages.post(path(id, "/payer"), managed.ofOffice(), form);

        assertThat(errors(asked)).containsExactly("请核对上面的提示，无误时勾选“已核对，无误”再保存");
        assertThat(Pages.parse(asked).select("main form li").text()).contains("未售的房屋一般由建设单位缴款");
    }

    @Test
    void aWrongDoorIsPutRight() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        String taken = get(registered(AUnit.at("2 栋", "201"))).number();
        Document page = pages.open(path(id, "/place"), managed.ofOffice());
        assertThat(page.select("#place\\.building option[selected]").text()).isEqualTo("1 栋");
        assertThat(page.select("#place\\.door").val()).isEqualTo("101");
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "version",
                page.select("input[name=version]").val(),
                "place.building",
                "2 栋",
                "place.door",
                "201",
                "reason",
                "录入时写错"));

        assertThat(errors(pages.post(path(id, "/place"), managed.ofOffice(), form)))
                .containsExactly("房号：2 栋 201 已登记，户号 " + taken);
        assertThat(pages.post(path(id, "/place"), managed.ofOffice(), with(form, "place.door", "202")))
                .hasStatus(303);

        assertThat(get(id).place().shown()).isEqualTo("2 栋 202");
        assertThat(pages.post(path(id, "/place"), managed.ofOffice(), with(form, "place.door", "203")))
                .hasStatus(409);
    }
}
