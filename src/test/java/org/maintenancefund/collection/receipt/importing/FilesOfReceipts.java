package org.maintenancefund.collection.receipt.importing;

import java.util.UUID;
import org.jsoup.nodes.Document;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What tests of 收款导入 have in common: an area that is collected, and files that its clerk uploads. */
abstract class FilesOfReceipts {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

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

    CollectedArea area;
    String path;

    void collected(String name) {
        area = CollectedArea.named(name, world, context);
        path = "/collection/receipts/areas/" + area.id() + "/import";
    }

    String number(UnitId unit) {
        return jdbc.sql("SELECT number FROM unit WHERE id = :id")
                .param("id", unit.value())
                .query(String.class)
                .single();
    }

    AReceiptSheet sheet() {
        return new AReceiptSheet(area);
    }

    /** Uploaded, and read by the job. */
    UUID read(AReceiptSheet sheet) {
        UUID run = sheet.uploadedWith(mvc, area.clerk());
        jobs.run();
        return run;
    }

    Document page(UUID run, String... query) {
        return pages.open(path + "/" + run + String.join("", query), area.clerk());
    }
}
