package org.maintenancefund.unit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the pages of 房屋底册 have in common: an area with three buildings that an office manages. */
abstract class PagesOfUnits {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    AreaRegister register;

    @Autowired
    PropertyAreas areas;

    @Autowired
    UnitService units;

    @Autowired
    TransactionTemplate transaction;

    ManagedArea managed;

    String list;

    @BeforeEach
    void anAreaThatAnOfficeManages() {
        managed = ManagedArea.named("听泉苑", world, register, transaction, "1 栋", "2 栋", "10 栋");
        list = "/units/areas/" + managed.id();
    }

    UnitId registered(AUnit unit) {
        return units.register(managed.id(), unit.told(), managed.ofOffice());
    }

    UnitView get(UnitId id) {
        return units.get(id, managed.ofOffice()).unit();
    }

    static String path(UnitId id, String... below) {
        return "/units/" + id + String.join("", below);
    }

    static Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("place.building", "1 栋");
        form.put("place.entrance", "2");
        form.put("place.floor", "3");
        form.put("place.door", "301");
        form.put("facts.floorArea", "89.58");
        form.put("facts.source", "SURVEY");
        form.put("facts.use", "OFFICE");
        form.put("facts.lift", "true");
        form.put("facts.liable", "true");
        form.put("facts.sold", "true");
        form.put("facts.deliveredOn", "2025-12-20");
        form.put("facts.chargedFrom", "2026-03");
        form.put("from", "2026-01");
        form.put("payer.kind", "OWNER");
        form.put("payer.name", "王建国、李红梅");
        form.put("payer.mobile", "139 0000 1234");
        form.put("document", "登记簿 118 号");
        return form;
    }

    static Map<String, String> with(Map<String, String> form, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    static List<String> errors(MvcTestResult result) {
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select(".error-summary li").eachText();
    }

    Map<String, String> change(UnitId id, String... changes) {
        Document page = pages.open(path(id, "/change"), managed.ofOffice());
        Map<String, String> form = new LinkedHashMap<>();
        page.select("main form input[type=text], main form input[type=date], main form input[name=version]")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        page.select("main form input[type=checkbox][checked]").forEach(tick -> form.put(tick.attr("name"), "true"));
        page.select("main form select")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").val()));
        return with(form, changes);
    }
}
