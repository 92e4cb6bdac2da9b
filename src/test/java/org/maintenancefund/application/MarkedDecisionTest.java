package org.maintenancefund.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The ticks 需要修改 beside the lines of an application. */
@IntegrationTest
@Transactional
class MarkedDecisionTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee committee;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

    private ApplicationNumber number;
    private String review;

    @BeforeEach
    void anApplicationThatWaits() {
        number = committee.submitted(world.area("标记花园"), "标记花园业主委员会");
        review = "/committees/reviews/" + number;
    }

    private Document page() {
        return pages.open(review, world.clerk());
    }

    private MvcTestResult decide(String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", page().select("input[name=version]").val());
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return pages.post(review, world.clerk(), form);
    }

    private String status() {
        return page().select(".identity-bar .tag").first().text();
    }

    @Test
    void everyLineOfTheFormHasATickThatBelongsToTheDecision() {
        Document page = page();

        assertThat(page.select(".mark-tick input").eachAttr("value"))
                .containsExactly(
                        "areaId",
                        "attribute",
                        "name",
                        "termNumber",
                        "termStart",
                        "termEnd",
                        "filingNumber",
                        "officeAddress",
                        "contactName",
                        "contactMobile",
                        "operators",
                        "certificate",
                        "others");
        assertThat(page.select(".mark-tick input, .mark-reason input").eachAttr("form"))
                .containsOnly("decision");
        assertThat(page.select("form#decision input[name=version]")).hasSize(1);
        assertThat(page.select("#mark-reasons option").eachAttr("value")).contains("附件缺失或看不清");
        assertThat(page.select(".mark-tick").get(2).text()).isEqualTo("需要修改：业委会名称");
    }

    @Test
    void marksAloneAreReasonEnoughAndStandInTheRecordAndInTheTrail() {
        assertThat(decide("result", "RETURN", "marks", "name", "markReason2", " 与公章不一致 "))
                .hasRedirectedUrl("/calls/" + number);

        Document page = page();
        assertThat(page.select(".timeline").text()).contains("需要修改：业委会名称（与公章不一致）");
        assertThat(page.select(".mark-tick")).as("it is decided").isEmpty();
        assertThat(jdbc.sql(
                                "SELECT changes::text FROM audit_entry WHERE action = 'APPLICATION_RETURN' AND object_id = :id")
                        .param("id", number.value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("业委会名称（与公章不一致）");
    }

    @Test
    void marksComeWithAReturnOnly() {
        for (String result : List.of("APPROVE", "REFUSE")) {
            MvcTestResult refused = decide("result", result, "opinion", "好", "marks", "name", "markReason2", "不对");

            assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
            Document page = Pages.parse(refused);
            assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#result");
            assertThat(page.select(".error-summary").text()).contains("请选择“退回修改”");
            assertThat(page.select(".mark-tick input[checked]").eachAttr("value"))
                    .containsExactly("name");
            assertThat(page.select("#markReasons2").val()).isEqualTo("不对");
        }
        assertThat(status()).isEqualTo("待审核");
    }

    @Test
    void aReasonWithoutItsTickIsNotDroppedInSilence() {
        MvcTestResult refused = decide("result", "APPROVE", "markReason2", "与公章不一致");

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(refused);
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#markReasons2");
        assertThat(page.select(".error-summary").text()).contains("请勾选这一项的“需要修改”");
        assertThat(page.select("#markReasons2").val()).isEqualTo("与公章不一致");
        assertThat(status()).isEqualTo("待审核");
    }

    @Test
    void aMarkThatSaysNothingNeedsAReasonElsewhere() {
        assertThat(Pages.parse(decide("result", "RETURN", "marks", "name"))
                        .select(".error-summary")
                        .text())
                .contains("请勾选退回原因");

        assertThat(decide("result", "RETURN", "marks", "name", "opinion", "与公章不一致"))
                .hasStatus3xxRedirection();
    }

    @Test
    void whatTheFormHasNotIsNotMarked() {
        for (String place :
                List.of("contact", "organisation", "name;x", "certificate:" + java.util.UUID.randomUUID())) {
            MvcTestResult refused = decide("result", "RETURN", "opinion", "请改", "marks", place);

            assertThat(refused).as(place).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(Pages.parse(refused).select(".error-summary").text()).contains("标记的内容不在这件申请里");
        }
        Decision decision = new Decision(
                ReviewAction.RETURN,
                Integer.parseInt(page().select("input[name=version]").val()),
                List.of(),
                "请改",
                "",
                List.of(),
                "",
                List.of(new Mark("password", null, "密码", "")));
        assertThatThrownBy(() -> decisions.decide(ACommittee.KIND, number, decision, world.clerk()))
                .isInstanceOf(Refusal.class);
        assertThat(status()).isEqualTo("待审核");
    }

    @Test
    void aReasonThatIsTooLongIsToldAtItsInput() {
        MvcTestResult refused = decide("result", "RETURN", "marks", "areaId", "markReason0", "长".repeat(201));

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(refused);
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#markReasons0");
        assertThat(page.select("#markReasons0-error").text()).contains("200");
        assertThat(page.select("#markReasons0").val()).hasSize(201);
    }

    @Test
    void markingTwiceIsMarkingOnce() {
        assertThat(decide("result", "RETURN", "marks", "name,name", "markReason2", "不对"))
                .hasStatus3xxRedirection();

        assertThat(page().select(".timeline blockquote p").eachText()).containsExactly("需要修改：业委会名称（不对）");
    }

    @Test
    void anotherDistrictsClerkMarksNothing() {
        String version = page().select("input[name=version]").val();

        MvcTestResult attempt = pages.post(
                review,
                world.clerkElsewhere(),
                Map.of("version", version, "result", "RETURN", "marks", "name", "markReason2", "不对"));

        assertThat(attempt).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(status()).isEqualTo("待审核");
    }
}
