package org.maintenancefund.billing.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.MandateId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 撤销授权: the committee takes it back by its own word. */
@IntegrationTest
@Transactional
class RevocationTest extends MandatedArea {

    private MandateId id;
    private String address;

    @BeforeEach
    void anOfficeCollects() {
        managed("听涛苑");
        mandate(0, 300);
        id = mandates.of(area).get(0).mandate().id();
        address = "/mandates/" + id + "/revoke";
    }

    private Map<String, String> typed(LocalDate day) {
        return Map.of("firstDay", day.toString(), "reason", "改由社区代收", "version", "0");
    }

    @Test
    void itIsAskedThenConfirmedAndHoldsAtOnce() {
        Document page = pages.open(address, ofCommittee);
        assertThat(page.selectFirst("h1").text()).isEqualTo("撤销授权");
        assertThat(page.select(".inset").text())
                .contains("云州听涛苑物业有限公司 · 听涛苑管理处", world.today() + " 至 " + day(300), "不用先撤销");
        assertThat(page.select("#firstDay-hint").text()).contains("在 " + day(1) + " 至 " + day(300) + " 之间");

        MvcTestResult asked = pages.post(address + "/check", ofCommittee, typed(day(30)));
        assertThat(asked).hasStatusOk();
        Document check = Pages.parse(asked);
        assertThat(check.select("#consequences").text())
                .contains("代收到 " + day(29) + " 为止；从 " + day(30) + " 起不再出账", "没有单位代收", "撤销原因 改由社区代收");
        assertThat(periods()).as("nothing is done yet").containsExactly("0 to 300");
        assertThat(pages.post(address, ofCommittee, typed(day(30)))).hasRedirectedUrl("/mandates");

        assertThat(periods()).containsExactly("0 to 29 REVOKED");
        assertThat(pages.open("/mandates", ofCommittee).select("table").last().text())
                .contains("业委会撤销", "改由社区代收");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'MANDATE_ENDED' AND object_id = :id")
                        .param("id", id.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void goingBackKeepsWhatWasTyped() {
        Map<String, String> typed =
                Map.of("firstDay", day(30).toString(), "reason", "改由社区代收", "version", "0", "again", "true");

        Document page = Pages.parse(pages.post(address + "/check", ofCommittee, typed));

        assertThat(page.select("#firstDay").val()).isEqualTo(day(30).toString());
        assertThat(page.select("#reason").text()).isEqualTo("改由社区代收");
    }

    @Test
    void theDayIsTomorrowAtTheEarliestAndAReasonIsGiven() {
        String bounds = "撤销的日期应在 " + day(1) + " 至 " + day(300) + " 之间";
        for (int day : List.of(-1, 0, 301)) {
            MvcTestResult refused = pages.post(address + "/check", ofCommittee, typed(day(day)));
            assertThat(refused).hasStatus(400);
            assertThat(Pages.parse(refused).select("#firstDay-error").text()).contains(bounds);
            assertThat(pages.post(address, ofCommittee, typed(day(day)))).hasStatus(400);
        }
        MvcTestResult bare =
                pages.post(address + "/check", ofCommittee, Map.of("firstDay", "", "reason", " ", "version", "0"));
        assertThat(bare).hasStatus(400);
        assertThat(Pages.parse(bare).select(".error-summary a").eachText()).containsExactly("请填写从哪天起撤销", "请填写撤销原因");
        assertThat(pages.post(address + "/check", ofCommittee, typed(day(1)))).hasStatusOk();
        assertThat(periods()).containsExactly("0 to 300");
    }

    @Test
    void whatEndsTodayIsNotTakenBackAndWhatIsOverIsNotThere() {
        on(300, () -> {
            assertThat(pages.open("/mandates", ofCommittee).select("#current a[href$=revoke]"))
                    .isEmpty();
            MvcTestResult late = pages.post(address, ofCommittee, typed(day(301)));
            assertThat(late).hasStatus(400);
            assertThat(Pages.parse(late).text()).contains("授权今天到期，不用撤销");
        });
        on(301, () -> assertThat(pages.get(address, ofCommittee)).hasStatus(404));
    }

    @Test
    void oneThatHasNotBegunNeverBegins() {
        mandate(301, 600);
        MandateId coming = mandates.of(area).get(0).mandate().id();
        String revoke = "/mandates/" + coming + "/revoke";

        assertThat(Pages.parse(pages.post(revoke + "/check", ofCommittee, typed(day(2))))
                        .select("#consequences")
                        .text())
                .contains("原定从 " + day(301) + " 起，不再生效");
        pages.post(revoke, ofCommittee, typed(day(2)));

        assertThat(periods()).containsExactly("0 to 300", "301 to 300 REVOKED");
        assertThat(pages.open("/mandates", ofCommittee).select("table").last().text())
                .contains("原定从 " + day(301) + " 起", "没有生效");
    }

    @Test
    void whoSawAnOlderStateIsShownTheNewOne() {
        aMandate.approved(committee, day(100), day(200), world.clerk());

        MvcTestResult stale = pages.post(address, ofCommittee, typed(day(30)));

        assertThat(stale).hasStatus(409);
        assertThat(Pages.parse(stale).text()).contains("这份授权有变化", world.today() + " 至 " + day(99));
        assertThat(periods()).containsExactly("0 to 99 REPLACED", "100 to 200");
    }

    @Test
    void nobodyElseTakesItBack() {
        CurrentUser stranger = world.personOf(world.committee(world.area("隔壁院"), "隔壁院业主委员会"));
        assertThat(pages.get(address, stranger)).hasStatus(404);
        assertThat(pages.post(address, stranger, typed(day(30)))).hasStatus(404);
        for (CurrentUser other : List.of(ofCompany, ofOffice, world.clerk(), world.municipal())) {
            assertThat(pages.post(address, other, typed(day(30)))).hasStatus(403);
        }
        assertThat(periods()).containsExactly("0 to 300");
    }
}
