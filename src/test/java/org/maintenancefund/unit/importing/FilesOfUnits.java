package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the import of units have in common: an area that an office manages, and sheets that it uploads. */
abstract class FilesOfUnits {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    PropertyAreas areas;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    EntityManager entities;

    @Autowired
    ImportRuns imports;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    ManagedArea managed;

    String path;

    @BeforeEach
    void anAreaThatAnOfficeManages() {
        managed = ManagedArea.named("导房苑", world, register, transaction, "1 栋", "2 栋");
        path = "/units/areas/" + managed.id() + "/import";
        jobs.run();
    }

    UUID read(AUnitSheet sheet) {
        UUID run = sheet.uploadedWith(mvc, managed.id(), managed.ofOffice());
        jobs.run();
        return run;
    }

    Document page(UUID run, String... query) {
        return pages.open(path + "/" + run + String.join("", query), managed.ofOffice());
    }

    void confirm(UUID run, Map<String, String> form) {
        assertThat(pages.post(path + "/" + run + "/confirm", managed.ofOffice(), form))
                .hasStatus(HttpStatus.SEE_OTHER);
        jobs.run();
    }

    UUID registered(AUnitSheet sheet) {
        UUID run = read(sheet);
        confirm(run, Map.of("checked", "true"));
        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        return run;
    }

    /** The units of the area, in the order of their numbers. */
    List<UnitView> onRecord() {
        return onRecord(managed.id());
    }

    List<UnitView> onRecord(AreaId area) {
        entities.clear();
        return jdbc
                .sql("SELECT id FROM unit WHERE area_id = :area ORDER BY number")
                .param("area", area.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> units.get(new UnitId(id), managed.ofOffice()).unit())
                .toList();
    }
}
