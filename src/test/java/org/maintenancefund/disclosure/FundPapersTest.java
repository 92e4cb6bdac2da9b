package org.maintenancefund.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Papers that a household prints itself, from the page that its code has opened. */
@IntegrationTest
@Transactional
class FundPapersTest {

    private static int networks;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    LookUpCodes codes;

    @Autowired
    HouseholdTokens tokens;

    private CollectedArea area;
    private UnitId flat;
    private String receipt;
    private String token;

    @BeforeEach
    void aHouseholdThatIsOpened() {
        networks++;
        area = CollectedArea.named("自印苑", world, context);
        flat = area.flat("101");
        area.bill(area.first());
        receipt = area.receive(area.payment(flat, "22.40")).value();
        String code = codes.issue(flat, null, area.clerk()).grouped();
        String number = context.getBean(UnitLookup.class).get(flat).number();
        Document page = Pages.parse(post("/fund", Map.of("number", number, "code", code)));
        token = page.select("input[name=token]").first().val();
        assertThat(page.select("form[action=/fund/papers] button").eachText())
                .containsExactly("打印缴款证明：" + receipt, "打印余额证明", "打印分户账对账单");
        assertThat(token).doesNotContain(code.replace("-", ""));
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(csrf()).with(sent -> {
            sent.setRemoteAddr("198.17." + networks / 250 + "." + networks % 250);
            return sent;
        });
        form.forEach(request::param);
        return request.exchange();
    }

    @Test
    void aPaymentIsProvenWithTheNameMaskedAndWithoutAStamp() {
        MvcTestResult result = post("/fund/papers", Map.of("token", token, "receipt", receipt));

        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(Pages.parse(result).select(".sheet").text())
                .contains("住宅专项维修资金缴款证明", receipt, "王*国", "由业主凭户号和查询码在网上打印，不盖章")
                .doesNotContain("王建国", "郑负责");
        String number = Pages.parse(result).select(".paper-number").text();
        MvcTestResult again = post("/fund/papers", Map.of("token", token, "receipt", receipt));
        assertThat(Pages.parse(again).select(".paper-number").text()).isEqualTo(number);
    }

    @Test
    void whereNothingIsBookedThePageSaysSoAndStays() {
        MvcTestResult balance = post("/fund/papers", Map.of("token", token, "balance", "1"));
        MvcTestResult statement =
                post("/fund/papers", Map.of("token", token, "first", "2026-01-01", "last", "2026-13-01"));

        assertThat(balance).hasStatus(400);
        assertThat(Pages.parse(balance).text()).contains("本户的分户账还没有记录，不能开具", "自印苑 1 栋 101");
        assertThat(statement).hasStatus(400);
        assertThat(Pages.parse(statement).select("[name=last]").val()).isEqualTo("2026-13-01");
    }

    @Test
    void aTokenOpensItsOwnHouseholdAndNothingElse() {
        UnitId neighbours = area.unit(AUnit.at("1 栋", "102"));
        String theirs = area.receive(area.payment(neighbours, "5.00")).value();
        codes.issue(neighbours, null, area.clerk());
        String forged = neighbours + token.substring(token.indexOf('.'));

        assertThat(post("/fund/papers", Map.of("token", token, "receipt", theirs)))
                .hasStatus(404);
        assertThat(post("/fund/papers", Map.of("token", forged, "receipt", theirs)))
                .hasStatus(409);
        assertThat(post("/fund/papers", Map.of("receipt", theirs))).hasStatus(409);
        assertThat(Pages.parse(post("/fund/papers", Map.of("token", "x", "balance", "1")))
                        .text())
                .contains("请返回维修资金查询，重新输入户号和查询码");
    }

    @Test
    void aTokenEndsWithTimeAndWithTheCodeItCameFrom() {
        var clock = context.getBean(TravellingClock.class);
        clock.at(
                clock.instant().plus(Duration.ofMinutes(21)),
                () -> assertThat(tokens.open(token)).isEmpty());
        assertThat(tokens.open(token)).contains(flat);

        codes.issue(flat, codes.issued(flat).orElseThrow().at(), area.clerk());

        assertThat(tokens.open(token)).isEmpty();
    }
}
