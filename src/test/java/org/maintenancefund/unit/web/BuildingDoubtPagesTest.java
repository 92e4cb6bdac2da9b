package org.maintenancefund.unit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.Building;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** A building of 200 ㎡ and two households whose units become far from that is asked about, also where they are typed one by one. */
@IntegrationTest
@Transactional
class BuildingDoubtPagesTest extends PagesOfUnits {

    @BeforeEach
    void aSmallBuilding() {
        transaction.executeWithoutResult(status -> register.changeBuildings(
                managed.id(), List.of(new Building("1 栋", 2, 1, 2, new BigDecimal("200.00")))));
    }

    private MvcTestResult register(String door, String floorArea, String... changes) {
        Map<String, String> form = with(
                filled(),
                "place.entrance",
                "1",
                "place.door",
                door,
                "facts.floorArea",
                floorArea,
                "facts.use",
                "RESIDENTIAL");
        return pages.post(list + "/new", managed.ofOffice(), with(form, changes));
    }

    private static List<String> asked(MvcTestResult result) {
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select("main form li").eachText();
    }

    @Test
    void moreThanTheBuildingIsAskedAboutAndRegisteredOnceItIsTicked() {
        assertThat(register("101", "100.00")).hasStatus(303);

        MvcTestResult result = register("102", "120.01");

        assertThat(asked(result)).singleElement().asString().contains("1 栋共 2 户，建筑面积合计 220.01", "社区信息里是 200", "不是套内面积");
        assertThat(register("102", "120.00")).as("a tenth more is nothing").hasStatus(303);
        assertThat(register("103", "10.00", "facts.use", "PARKING"))
                .as("a parking space is no part of the building")
                .hasStatus(303);
    }

    @Test
    void lessIsAskedAboutOnceAllHouseholdsAreThere() {
        assertThat(register("101", "80.00")).as("one is to come").hasStatus(303);

        MvcTestResult result = register("102", "80.00");

        assertThat(asked(result)).singleElement().asString().contains("建筑面积合计 160");
        String about = Pages.parse(result).select("input[name=asked.about]").val();
        assertThat(register("102", "80.00", "asked.about", about, "asked.checked", "true"))
                .hasStatus(303);
        assertThat(register("103", "30.00")).as("far before, near by now").hasStatus(303);
    }

    @Test
    void aChangeThatMakesItFarIsAskedAboutAndAnotherOneIsNot() {
        UnitId first = registered(AUnit.at("1 栋", "101").of("100.00"));
        registered(AUnit.at("1 栋", "102").of("100.00"));

        assertThat(asked(pages.post(path(first, "/change"), managed.ofOffice(), correction(first, "150.00"))))
                .singleElement()
                .asString()
                .contains("建筑面积合计 250");
        assertThat(pages.post(path(first, "/change"), managed.ofOffice(), correction(first, "105.00")))
                .hasStatus(303);
    }

    private Map<String, String> correction(UnitId id, String floorArea) {
        return change(id, "facts.floorArea", floorArea, "from", "2026-02", "reason", "实测", "document", "实测报告");
    }
}
