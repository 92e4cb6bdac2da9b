package org.maintenancefund.city.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 区中心管理 as its pages show it. */
@IntegrationTest
@Transactional
class DistrictCentrePagesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    private Districts districts;

    private DistrictCentre centre;
    private String address;

    @BeforeEach
    void aDistrict() {
        centre = world.district("VP", "页面新区", "望山街道", "安河街道", "北塘街道");
        address = "/district-centres/" + centre.id();
    }

    private static Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "云台区");
        form.put("code", "ｖｑ");
        form.put("gbCode", "990188");
        form.put("centreName", "云台区维修资金管理中心");
        form.put("phone", "（0000）22336677");
        form.put("address", "云台路 5 号");
        form.put("officeHours", "工作日 8:30–17:00");
        form.put("newStreets", "云台街道\r\n　梅坞街道　\r\n\r\n古渡街道、松岭街道");
        return form;
    }

    /** What the edit page has in it, as a browser would send it back. */
    private Map<String, String> opened() {
        Map<String, String> form = new LinkedHashMap<>();
        for (Element input : pages.open(address + "/edit", world.administrator())
                .select("main form input:not([type=checkbox]), main form textarea")) {
            form.put(input.attr("name"), input.val());
        }
        form.remove("_csrf");
        return form;
    }

    private List<String> streets() {
        return districts.get(centre.id()).streets().stream().map(Street::name).toList();
    }

    @Test
    void everyFieldOfANewCentreArrivesAndThePublicPageShowsIt() {
        Document form = pages.open("/district-centres/new", world.administrator());
        assertThat(form.selectFirst("h1").text()).isEqualTo("新建区中心");
        assertThat(form.select("main form label.field-label").eachText())
                .containsExactly("区名称", "区代码", "行政区划代码（选填）", "区中心名称", "电话", "地址", "办公时间", "街道");

        MvcTestResult saved = pages.post("/district-centres/new", world.administrator(), filled());

        DistrictCentre made = districts.byCode("VQ").orElseThrow();
        assertThat(saved).hasStatus(303).hasRedirectedUrl("/district-centres/" + made.id());
        Document page = pages.open("/district-centres/" + made.id(), world.administrator());
        assertThat(page.selectFirst("h1").text()).isEqualTo("云台区");
        assertThat(page.select(".summary-list").text())
                .contains(
                        "区代码 VQ",
                        "行政区划代码 990188",
                        "区中心名称 云台区维修资金管理中心",
                        "电话 0000-22336677",
                        "地址 云台路 5 号",
                        "办公时间 工作日 8:30–17:00")
                .contains("云台街道", "梅坞街道", "古渡街道", "松岭街道");
        assertThat(page.select(".timeline").text()).contains("新增区中心", "管理员");
        assertThat(pages.open("/centres", world.administrator()).text())
                .contains("云台区维修资金管理中心", "0000-22336677", "工作日 8:30–17:00", "云台街道、梅坞街道、古渡街道、松岭街道");
        assertThat(pages.post("/district-centres/new", world.administrator(), filled()))
                .as("sent again")
                .hasRedirectedUrl("/district-centres/" + made.id());
    }

    @Test
    void theListNamesEveryCentreWithItsStreets() {
        Document list = pages.open("/district-centres", world.administrator());

        assertThat(list.selectFirst("h1").text()).isEqualTo("区中心管理");
        assertThat(list.select("tbody tr:contains(页面新区)").text())
                .contains("VP", "页面新区维修资金管理中心", "0000-1234567", "望山街道、安河街道、北塘街道", "查看", "修改");
        assertThat(list.select(".side-menu a[aria-current]").text()).contains("区中心管理");
    }

    @Test
    void mistakesAreNamedAtTheirFieldsAndNothingTypedIsLost() {
        Map<String, String> typed = filled();
        typed.put("name", "");
        typed.put("code", "D1");
        typed.put("gbCode", "99");
        typed.put("phone", "2233");
        typed.put("newStreets", "云台街道\n云台 街道\n村");

        MvcTestResult result = pages.post("/district-centres/new", world.administrator(), typed);

        assertThat(result).hasStatus(400);
        Document page = Pages.parse(result);
        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "请填写区名称",
                        "区代码应为两个英文字母，例如 DH",
                        "行政区划代码应为 6 位数字，功能区没有的不填",
                        "请在电话号码前加上区号，例如 0000-1234567",
                        "新增街道“云台 街道”重复");
        assertThat(page.select("#newStreets").val()).contains("村");
        assertThat(page.select("#address").val()).isEqualTo("云台路 5 号");
    }

    @Test
    void lettersNamesAndCodesOfAnotherCentreAreRefusedAtTheirField() {
        pages.post("/district-centres/new", world.administrator(), filled());
        Map<String, String> letters = filled();
        letters.put("name", "别的区");
        assertThat(Pages.parse(pages.post("/district-centres/new", world.administrator(), letters))
                        .select("#code-error")
                        .text())
                .contains("区代码 VQ 已被使用");
        Map<String, String> name = opened();
        name.put("name", "云台区");
        assertThat(Pages.parse(pages.post(address + "/edit", world.administrator(), name))
                        .select("#name-error")
                        .text())
                .contains("云台区已经存在");
        Map<String, String> code = opened();
        code.put("gbCode", "990188");
        assertThat(Pages.parse(pages.post(address + "/edit", world.administrator(), code))
                        .select("#gbCode-error")
                        .text())
                .contains("行政区划代码 990188 已被使用");
    }

    @Test
    void everyFieldIsChangedAndStreetsAreRenamedRemovedAndAdded() {
        Map<String, String> form = opened();
        assertThat(form).containsEntry("code", "VP").containsEntry("streets[1].name", "安河街道");
        form.putAll(filled());
        form.put("streets[0].name", "安河街道");
        form.put("streets[1].name", "望山街道");
        form.put("streets[2].remove", "true");
        form.put("newStreets", "北塘街道\n南屏街道");

        assertThat(pages.post(address + "/edit", world.administrator(), form)).hasRedirectedUrl(address);

        DistrictCentre changed = districts.get(centre.id());
        assertThat(changed.code()).isEqualTo("VQ");
        assertThat(changed.centreName()).isEqualTo("云台区维修资金管理中心");
        assertThat(changed.phone()).hasToString("0000-22336677");
        assertThat(streets()).containsExactly("安河街道", "望山街道", "北塘街道", "南屏街道");
        assertThat(changed.streets().get(0).id())
                .isEqualTo(centre.streets().get(0).id());
        Document page = pages.open(address, world.administrator());
        assertThat(page.select(".timeline").text())
                .contains("修改区中心", "编号：VP → VQ", "名称：页面新区 → 云台区", "行政区划代码：990188", "安河街道、望山街道、北塘街道、南屏街道");
        assertThat(pages.open("/centres", world.administrator()).text()).contains("云台路 5 号", "南屏街道");
    }

    @Test
    void aStreetThatAnAreaLiesInStaysAndSoDoTheLettersOfItsNumber() {
        world.enter(AnArea.named("望山花园").in(centre.streets().get(0).id()));
        Map<String, String> form = opened();
        form.put("streets[0].remove", "true");
        form.put("streets[1].name", "安河新街道");

        MvcTestResult refused = pages.post(address + "/edit", world.administrator(), form);

        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused)
                        .select(".error-summary a[href=#streets0.name]")
                        .text())
                .isEqualTo("望山街道已有 1 个物业区域，不能移除");
        assertThat(Pages.parse(refused).select("input[name='streets[0].remove'][checked]"))
                .hasSize(1);
        assertThat(streets()).as("all or nothing").containsExactly("望山街道", "安河街道", "北塘街道");
        Map<String, String> letters = opened();
        letters.put("code", "VZ");
        assertThat(Pages.parse(pages.post(address + "/edit", world.administrator(), letters))
                        .select("#code-error")
                        .text())
                .contains("已有物业区域使用这个区代码编号，不能再改");
        Map<String, String> renamed = opened();
        renamed.put("streets[0].name", "望山新街道");
        assertThat(pages.post(address + "/edit", world.administrator(), renamed))
                .hasStatus(303);
        assertThat(streets()).contains("望山新街道");
    }

    @Test
    void aCentreKeepsAtLeastOneStreet() {
        Map<String, String> form = opened();
        for (int i = 0; i < 3; i++) {
            form.put("streets[" + i + "].remove", "true");
        }

        assertThat(Pages.parse(pages.post(address + "/edit", world.administrator(), form))
                        .select("#newStreets-error")
                        .text())
                .contains("请至少填写一个街道");
    }

    @Test
    void aStaleEditTellsWhatWasDoneMeanwhileAndCanBeSavedOnTop() {
        Map<String, String> mine = opened();
        mine.put("address", "新址路 9 号");
        mine.put("streets[1].name", "安河大街道");
        Map<String, String> theirs = opened();
        theirs.put("phone", "0000-7654321");
        theirs.put("streets[2].remove", "true");
        theirs.put("newStreets", "南屏街道");
        pages.post(address + "/edit", world.administrator(), theirs);

        MvcTestResult stale = pages.post(address + "/edit", world.administrator(), mine);

        assertThat(stale).hasStatus(409);
        Document page = Pages.parse(stale);
        assertThat(page.select(".notice").text()).contains("没有保存");
        assertThat(page.select(".timeline").text()).contains("修改区中心", "管理员", "0000-1234567 → 0000-7654321");
        assertThat(page.select("#address").val()).isEqualTo("新址路 9 号");
        assertThat(page.select("input[name$=.name]").eachAttr("value")).containsExactly("望山街道", "安河大街道", "南屏街道");
        assertThat(streets()).containsExactly("望山街道", "安河街道", "南屏街道");
    }

    @Test
    void nothingChangedIsNothingWritten() {
        Map<String, String> form = opened();

        assertThat(pages.post(address + "/edit", world.administrator(), form)).hasStatus(303);

        assertThat(pages.open(address, world.administrator()).select(".timeline > li"))
                .hasSize(1);
        assertThat(opened().get("version")).isEqualTo(form.get("version"));
    }

    @Test
    void whatIsTamperedWithIsNoFaultOfOurs() {
        Map<String, String> form = opened();
        form.put("streets[0].id", "x");
        form.put("streets[999].name", "多");
        form.put("version", "x");
        assertThat(pages.post(address + "/edit", world.administrator(), form)
                        .getResponse()
                        .getStatus())
                .isBetween(400, 499);
        assertThat(pages.get("/district-centres/00000000-0000-0000-0000-000000000000", world.administrator()))
                .hasStatus(404);
        assertThat(pages.get("/district-centres/x", world.administrator())
                        .getResponse()
                        .getStatus())
                .isBetween(400, 404);
    }
}
