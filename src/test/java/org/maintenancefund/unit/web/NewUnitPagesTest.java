package org.maintenancefund.unit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 登记房屋: what is typed, refused and asked. */
@IntegrationTest
@Transactional
class NewUnitPagesTest extends PagesOfUnits {

    @Test
    void theFormHasItsFieldsInTheirOrder() {
        Document page = pages.open(list + "/new", managed.ofOffice());

        assertThat(page.select("h1").text()).isEqualTo("登记房屋");
        assertThat(page.select("main form label.field-label").eachText())
                .containsExactly(
                        "楼栋",
                        "单元（选填）",
                        "层（选填）",
                        "房号",
                        "建筑面积（㎡）",
                        "面积来源",
                        "用途",
                        "交付日期（选填）",
                        "起收月份（选填）",
                        "起始月份",
                        "类别",
                        "缴款义务人",
                        "手机号码（选填）",
                        "依据（选填）");
        assertThat(page.select("#place\\.building option").eachText()).containsExactly("请选择", "1 栋", "2 栋", "10 栋");
        assertThat(page.select("#from").val())
                .isEqualTo(YearMonth.from(world.today()).toString());
        assertThat(page.select("input[type=checkbox][checked]").eachAttr("name"))
                .containsExactly("facts.liable", "facts.sold");
    }

    @Test
    void everyFieldOfTheFormArrives() {
        MvcTestResult saved = pages.post(list + "/new", managed.ofCompany(), filled());

        assertThat(saved).hasStatus(303);
        UnitId id = UnitId.of(Pages.redirected(saved).replace("/units/", ""));
        Document page = pages.open(path(id), managed.ofCompany());
        assertThat(page.select("h1").text()).isEqualTo("1 栋 2 单元 301");
        assertThat(page.select("dl.summary-list dd").eachText())
                .contains("89.58 ㎡（实测）", "办公", "已售", "2025-12-20", "王建国、李红梅（业主）　13900001234")
                .anyMatch(line -> line.startsWith("2026-03"))
                .contains("3");
        assertThat(page.select("table").first().select("td").eachText())
                .containsSubsequence("2026-01", "89.58实测", "办公有电梯", "是已售", "首次登记登记簿 118 号");
        assertThat(page.select("table").get(1).select("td").eachText())
                .containsSubsequence("2026-01-01", "王建国、李红梅（业主）　13900001234", "登记簿 118 号");
    }

    @Test
    void whatIsNotTickedIsNotSo() {
        Map<String, String> form = filled();
        form.keySet().removeAll(List.of("facts.lift", "facts.liable"));

        UnitId id = UnitId.of(Pages.redirected(pages.post(list + "/new", managed.ofOffice(), form))
                .replace("/units/", ""));

        assertThat(get(id).versions().get(0).facts().lift()).isFalse();
        assertThat(get(id).versions().get(0).facts().liable()).isFalse();
        assertThat(get(id).versions().get(0).facts().sold()).isTrue();
    }

    @Test
    void nobodyNeedBeKnownToPayYet() {
        Map<String, String> form = with(filled(), "payer.name", "", "payer.mobile", "");

        UnitId id = UnitId.of(Pages.redirected(pages.post(list + "/new", managed.ofOffice(), form))
                .replace("/units/", ""));

        assertThat(get(id).payers()).isEmpty();
        assertThat(pages.open(path(id), managed.ofOffice()).text()).contains("还没有登记缴款义务人");
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "place.building, 9 栋, 本小区没有“9 栋”这栋楼。已登记的楼栋有：1 栋、2 栋、10 栋",
        "place.building, '', 请选择楼栋",
        "place.door, 1月1日, “1月1日”是一个日期，多半是 Excel 把 1-1 这样的房号改成了日期。请改填房号；在 Excel 里先把这一列设为“文本”",
        "place.door, 2栋301, 房号“2栋301”写的不是1 栋，请核对楼栋和房号",
        "place.door, '', 请填写房号，例如 101",
        "place.floor, 三楼半, 层应为 -9 至 200 的整数，地下填负数",
        "from, 2026-05-15, 起始月份只能从某个月的 1 日起，2026-05-15 不是 1 日",
        "from, 2062-05, 起始月份：2062-05 晚于今天 12 个月以上，请核对年份",
        "facts.chargedFrom, 2026-05-15, 起收月份只能从某个月的 1 日起，2026-05-15 不是 1 日",
        "facts.source, '', 请选择面积来源",
        "facts.use, HOUSE, 请选择用途",
        "payer.mobile, 139000012, 手机号码应为 11 位数字，现在只有 9 位",
        "payer.kind, '', 请选择缴款义务人类别",
        "payer.name, '', 请填写缴款义务人",
    })
    void whatCantBeIsRefusedInASentenceAtItsField(String field, String typed, String sentence) {
        MvcTestResult refused = pages.post(list + "/new", managed.ofOffice(), with(filled(), field, typed));

        assertThat(errors(refused)).containsExactly(sentence);
        assertThat(Pages.parse(refused).select(".error-summary a").attr("href")).isEqualTo("#" + field);
        assertThat(Pages.parse(refused).select("#place\\.entrance").val()).isEqualTo("2");
        assertThat(pages.open(list, managed.ofOffice()).select("td.card-title")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',请填写建筑面积", "0,", "-1,", "九十,"})
    void aFloorAreaIsAnArea(String typed, String sentence) {
        MvcTestResult refused = pages.post(list + "/new", managed.ofOffice(), with(filled(), "facts.floorArea", typed));

        assertThat(errors(refused)).singleElement().asString().contains(sentence == null ? "建筑面积" : sentence);
    }

    @Test
    void aDeliveryStillToComeIsRefusedAtItsField() {
        String tomorrow = world.today().plusDays(1).toString();

        MvcTestResult refused =
                pages.post(list + "/new", managed.ofOffice(), with(filled(), "facts.deliveredOn", tomorrow));

        assertThat(errors(refused)).containsExactly("交付日期 " + tomorrow + " 还没有到，没有交付的房屋请不要填写");
        assertThat(Pages.parse(refused).select("#facts\\.deliveredOn-error").text())
                .contains("还没有到");
    }

    @Test
    void theSameFlatIsRefusedAndNamesTheOther() {
        String number = get(registered(AUnit.at("1 栋", "301").inEntrance("2"))).number();

        MvcTestResult refused = pages.post(
                list + "/new", managed.ofOffice(), with(filled(), "place.entrance", "", "place.door", "１栋2单元301室"));

        assertThat(errors(refused)).containsExactly("房号：1 栋 2 单元 301 已登记，户号 " + number);
    }

    @Test
    void whatIsUnlikelyIsAskedAndSavedOnceItIsTicked() {
        Map<String, String> form = with(filled(), "facts.floorArea", "8.96", "facts.use", "RESIDENTIAL");

        MvcTestResult asked = pages.post(list + "/new", managed.ofOffice(), form);

        assertThat(errors(asked)).containsExactly("请核对上面的提示，无误时勾选“已核对，无误”再保存");
        Document page = Pages.parse(asked);
        assertThat(page.select("main form li").text()).isEqualTo("住宅的建筑面积是 8.96 ㎡，一般在 15.00 至 500.00 ㎡ 之间");
        Map<String, String> ticked =
                with(form, "asked.about", page.select("input[name=asked.about]").val(), "asked.checked", "true");
        assertThat(pages.post(list + "/new", managed.ofOffice(), with(ticked, "facts.floorArea", "9.86")))
                .as("a tick is about what was asked")
                .hasStatus(400);
        assertThat(pages.post(list + "/new", managed.ofOffice(), ticked)).hasStatus(303);
    }

    @Test
    void aFormWithoutAnythingIsRefusedAndFailsNowhere() {
        for (String nothing : List.of(list + "/new", path(registered(AUnit.at("1 栋", "101")), "/change"))) {
            assertThat(pages.post(nothing, managed.ofOffice(), Map.of()))
                    .as(nothing)
                    .hasStatus(400);
        }
        UnitId id = registered(AUnit.at("1 栋", "102"));
        assertThat(pages.post(path(id, "/payer"), managed.ofOffice(), Map.of())).hasStatus(400);
        assertThat(pages.post(path(id, "/place"), managed.ofOffice(), Map.of())).hasStatus(400);
    }
}
