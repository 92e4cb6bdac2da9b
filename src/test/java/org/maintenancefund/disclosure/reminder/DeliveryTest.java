package org.maintenancefund.disclosure.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.disclosure.LookUpCodes;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 送达记录: by whom, of which days, with which proof, and how one that was wrong is voided. */
@IntegrationTest
@Transactional
class DeliveryTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;
    private UnitId flat;
    private String batch;

    @BeforeEach
    void aBatchOfTwo() {
        area = CollectedArea.named("送达苑", world, context);
        flat = area.flat("101");
        area.flat("102");
        area.bill(area.first());
        LocalDate payBy = area.today().plusDays(15);
        batch = "/reminders/"
                + context.getBean(ReminderService.class)
                        .make(
                                area.id(),
                                new NewBatch(Optional.empty(), SoldChoice.ALL, 1, Money.ZERO, payBy),
                                area.clerk());
    }

    private Map<String, String> form(String... changes) {
        Map<String, String> form =
                new HashMap<>(Map.of("day", area.today().toString(), "way", "POSTED", "by", "郑负责", "note", "单元门口"));
        for (int at = 0; at < changes.length; at += 2) {
            form.put(changes[at], changes[at + 1]);
        }
        return form;
    }

    private Document page(String path) {
        return pages.open(path, area.clerk());
    }

    @Test
    void whatIsPostedAtAHouseIsRecordedOfAllItsFlatsAtOnce() {
        MvcTestResult result = mvc.post()
                .uri(batch + "/deliveries")
                .with(SignedIn.as(area.clerk()))
                .with(csrf())
                .param("places", "1", "2")
                .param("day", area.today().toString())
                .param("way", "POSTED")
                .param("by", "郑负责")
                .exchange();

        assertThat(result).hasStatus(303).hasRedirectedUrl(batch);
        assertThat(page(batch).select("td[data-label=送达]").eachText())
                .containsOnly(area.today() + " 张贴")
                .hasSize(2);
        assertThat(page(batch + "?undelivered=1").select("main tbody tr")).isEmpty();
        assertThat(pages.post(batch + "/deliveries", area.clerk(), form("places", "1")))
                .as("the same again")
                .hasStatus(400);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "day, 2020-01-01, 送达日期不能早于催缴日期",
        "day, 2099-01-01, 送达日期不能晚于今天",
        "day, '', 请填写送达日期",
        "way, X, 请选择送达方式",
        "by, '', 请填写送达人",
    })
    void whatCantBeIsSaidAndStaysTyped(String field, String typed, String said) {
        for (String path : List.of(batch + "/deliveries", batch + "/1/deliveries")) {
            MvcTestResult result = pages.post(path, area.clerk(), form(field, typed, "places", "1"));

            assertThat(result).hasStatus(400);
            assertThat(Pages.parse(result).select(".error-summary").text()).contains(said);
            assertThat(Pages.parse(result).select("[name=note]").val()).isEqualTo("单元门口");
        }
    }

    @Test
    void withoutATickNothingIsRecorded() {
        MvcTestResult result = pages.post(batch + "/deliveries", area.clerk(), form());

        assertThat(result).hasStatus(400);
        assertThat(Pages.parse(result).select(".error-summary").text()).contains("请在上面勾选送达的户");
        assertThat(pages.post(batch + "/deliveries", area.clerk(), form("places", "77")))
                .hasStatus(404);
    }

    @Test
    void aScanProvesItAndIsSeenByWhoSeesTheReminder() {
        MvcTestResult result = scanned("签收.pdf", SampleFiles.pdf());
        assertThat(result).hasStatus(303);

        String scan = page(batch + "/1").select("a[href^=/attachments/]").attr("href");

        assertThat(scan).isNotEmpty();
        assertThat(pages.get(scan, area.clerk())).hasStatusOk();
        assertThat(pages.get(scan, world.clerk())).hasStatusOk();
        assertThat(pages.get(scan, world.clerkElsewhere())).hasStatus(404);
        assertThat(pages.get(scan, world.personOf(area.managed().committee()))).hasStatus(404);
        assertThat(mvc.get().uri(scan)).hasStatus(404);
    }

    @Test
    void whatIsNoScanIsRefused() {
        MvcTestResult refused = scanned("签收.pdf", "no scan at all".getBytes(StandardCharsets.UTF_8));

        assertThat(refused).hasStatus(400);
        assertThat(page(batch + "/1").text()).contains("还没有送达记录");
    }

    private MvcTestResult scanned(String name, byte[] content) {
        return mvc.post()
                .uri(batch + "/1/deliveries")
                .multipart()
                .file(new MockMultipartFile("proof", name, "application/pdf", content))
                .with(SignedIn.as(area.clerk()))
                .with(csrf())
                .param("day", area.today().toString())
                .param("way", "HANDED")
                .param("by", "郑负责")
                .exchange();
    }

    @Test
    void oneThatWasWrongIsVoidedWithAReasonOnce() {
        pages.post(batch + "/1/deliveries", area.clerk(), form());
        String path = page(batch + "/1").select("form[action$=/void]").attr("action");

        pages.post(path, area.clerk(), Map.of("reason", ""));
        assertThat(page(batch + "/1").select("form[action$=/void]"))
                .as("without a reason")
                .hasSize(1);
        pages.post(path, area.colleague(), Map.of("reason", "贴错了楼"));
        assertThat(page(batch + "/1").text()).contains("已作废", "原因：贴错了楼");
        assertThat(page(batch).select("td[data-label=送达]").eachText()).contains("没有送达");
        assertThat(pages.post(path, area.clerk(), Map.of("reason", "再来一次"))).hasStatus(303);
        assertThat(page(batch + "/1").text()).doesNotContain("再来一次");

        assertThat(pages.post(batch + "/1/deliveries", area.clerk(), form()))
                .as("recorded anew")
                .hasStatus(303);
        assertThatThrownBy(() -> jdbc.sql("UPDATE reminder_delivery SET delivered_on = made_on, note = 'x'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodyElseRecordsOrVoids() {
        pages.post(batch + "/1/deliveries", area.clerk(), form());
        String path = page(batch + "/1").select("form[action$=/void]").attr("action");
        CollectedArea other = CollectedArea.named("别送苑", world, context);

        for (CurrentUser stranger : List.of(other.clerk(), other.managed().ofCompany())) {
            assertThat(pages.post(batch + "/deliveries", stranger, form("places", "1")))
                    .hasStatus(404);
            assertThat(pages.post(batch + "/1/deliveries", stranger, form())).hasStatus(404);
            assertThat(pages.post(path, stranger, Map.of("reason", "不对"))).hasStatus(404);
        }
        assertThat(pages.post(batch + "/1/deliveries", world.clerk(), form())).hasStatus(403);
        area.endMandate(area.today().minusDays(1));
        assertThat(pages.post(batch + "/2/deliveries", area.clerk(), form())).hasStatus(404);
    }

    @Test
    void theHouseholdSeesThatItWasReminded() {
        pages.post(batch + "/1/deliveries", area.clerk(), form());
        String code = context.getBean(LookUpCodes.class)
                .issue(flat, null, area.clerk())
                .grouped();
        MvcTestResult result = mvc.post()
                .uri("/fund")
                .with(csrf())
                .param("number", context.getBean(UnitLookup.class).get(flat).number())
                .param("code", code)
                .exchange();

        assertThat(Pages.parse(result).select("main").text())
                .contains("催缴（1）", area.today().toString(), "22.40", "张贴");
    }
}
