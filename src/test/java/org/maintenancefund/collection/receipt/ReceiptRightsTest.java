package org.maintenancefund.collection.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose payments somebody sees and records: of units of the area alone, of an area that is opened, and of their own receipts. */
@IntegrationTest
@Transactional
class ReceiptRightsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;
    private UnitId flat;

    @BeforeEach
    void anAreaWithABill() {
        area = CollectedArea.named("收讫苑", world, context);
        flat = area.flat("101");
        area.bill(area.first());
    }

    private String counter(UnitId unit) {
        return "/collection/receipts/areas/" + area.id() + "/counter/" + unit;
    }

    private Map<String, String> payment() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("amount", "22.40");
        form.put("way", "CASH");
        form.put("day", area.today().toString());
        form.put("from", "OWNER");
        form.put("payer", "王建国");
        form.put("externalNumber", "");
        form.put("note", "");
        return form;
    }

    @Test
    void aUnitOfAnotherAreaIsNotShownAtTheCounterOfOnesOwn() {
        CollectedArea other = CollectedArea.named("邻家苑", world, context);
        UnitId foreign = other.flat("201");
        other.bill(other.first());

        assertThat(pages.get(counter(foreign), area.clerk())).hasStatus(404);
        assertThat(pages.post(counter(foreign), area.clerk(), payment())).hasStatus(404);
        assertThat(pages.get(counter(flat), area.clerk())).hasStatusOk();
    }

    @Test
    void nothingIsReceivedBeforeTheAreaIsOpened() {
        jdbc.sql("DELETE FROM collection_start WHERE area_id = :area")
                .param("area", area.id().value())
                .update();

        MvcTestResult refused = pages.post(counter(flat), area.clerk(), payment());

        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).select(".error-summary li").text()).isEqualTo("收讫苑还没有开通收取，开通以后才能登记收款");
    }

    @Test
    void whoCollectsNextDoesNotChangeTheFiscalNumberOfWhatTheOneBeforeReceived() {
        ReceiptNumber number = area.receive(area.payment(flat, "22.40"));
        String receipt = "/collection/receipts/" + number;
        assertThat(pages.open(receipt, area.clerk()).select("form[action$=/fiscal]"))
                .isNotEmpty();

        CurrentUser next = successor();

        Document shown = pages.open(receipt, next);
        assertThat(shown.select("form[action$=/fiscal]")).isEmpty();
        MvcTestResult refused =
                pages.post(receipt + "/fiscal", next, Map.of("version", "0", "fiscalNumber", "3301-118"));
        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).text()).contains("这笔款项由别的单位收取，财政票据号由它补记");
    }

    /** Of an office of another company, which collects from today on. */
    private CurrentUser successor() {
        LocalDate today = area.today();
        ManagedArea other = ManagedArea.named(
                "后来苑", world, context.getBean(AreaRegister.class), context.getBean(TransactionTemplate.class), "1 栋");
        area.endMandate(today.minusDays(1));
        jdbc.sql(
                        "INSERT INTO collection_mandate (id, area_id, committee_id, enterprise_id, office_id, association_id, valid_from,"
                                + " valid_to, granted_to, approved_by, approved_at, version)"
                                + " SELECT gen_random_uuid(), :area, s.committee_id, s.enterprise_id, s.office_id, s.id, :today, :to, :to,"
                                + " s.approved_by, now(), 0 FROM association s WHERE s.area_id = :other")
                .param("area", area.id().value())
                .param("other", other.id().value())
                .param("today", today)
                .param("to", today.plusMonths(6))
                .update();
        return other.ofOffice();
    }
}
