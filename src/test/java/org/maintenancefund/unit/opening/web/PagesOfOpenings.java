package org.maintenancefund.unit.opening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** An area with two flats whose 期初余额 its company tells, asked by pages alone. */
@IntegrationTest
@Transactional
abstract class PagesOfOpenings {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    AnOpening an;

    ManagedArea managed;
    UnitId first;
    UnitId second;
    String path;

    @BeforeEach
    void anAreaWithTwoFlats() {
        managed = ManagedArea.named("期初苑", world, register, transaction, "1 栋", "2 栋");
        first = flat("101");
        second = flat("102");
        path = "/units/areas/" + managed.id() + "/opening";
    }

    UnitId flat(String door) {
        return units.register(managed.id(), AUnit.at("1 栋", door).told(), managed.ofOffice());
    }

    void bothEntered() {
        an.begun(managed, "8,000.00");
        an.entered(managed, first, "10,000.00", "2,999.99");
        an.entered(managed, second, null, "5,000.01");
    }

    String record() {
        return "/units/openings/" + an.view(managed).id();
    }

    static Map<String, String> form(String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    static List<String> errors(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return Pages.parse(result).select(".error-summary li").eachText();
    }

    String version() {
        return Integer.toString(an.view(managed).version());
    }

    MvcTestResult post(String below, String... fields) {
        return pages.post(path + "/" + below, managed.ofOffice(), form(fields));
    }
}
