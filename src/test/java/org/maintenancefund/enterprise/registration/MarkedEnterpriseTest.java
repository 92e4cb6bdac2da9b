package org.maintenancefund.enterprise.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.Marks;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A company's registration that came back with its code marked, and with a scan of two. */
@IntegrationTest
class MarkedEnterpriseTest extends RegisteringCompany {

    private String number;

    private void returned(String place, String reason) {
        Map<String, String> decision = new LinkedHashMap<>();
        Marks.put(pages.open("/enterprises/reviews/" + number, world.clerk()), decision, place, reason);
        decision.put("result", "RETURN");
        decision.put("version", version(number));
        assertThat(pages.post("/enterprises/reviews/" + number, world.clerk(), decision))
                .hasStatus3xxRedirection();
        goOnAt(Pages.redirected(
                post("/progress/resubmit", Map.of("number", number, "mobile", "13900006001", "code", receiptCode))));
    }

    @Test
    void onlyTheCodeIsOpenAndTheRestStays() {
        fillIn(filled());
        number = submitted();
        returned("creditCode", "与营业执照不一致");

        Document form = Pages.parse(get(address));
        assertThat(form.select(".returned").text()).contains("统一社会信用代码：与营业执照不一致");
        assertThat(form.select("#creditCode").attr("type")).isEqualTo("text");
        assertThat(form.select("[name=name], [name=district], [name=email]").eachAttr("type"))
                .containsOnly("hidden");
        assertThat(form.select(".field-closed").eachText())
                .anyMatch(line -> line.contains(world.district().name()));
        assertThat(form.select("#licence, button[name=upload]")).isEmpty();
        Map<String, String> mended = filled();
        String another = World.freeCreditCode().value();
        mended.put("creditCode", another);
        mended.put("name", "云州偷换物业服务有限公司");
        assertThat(post(address, mended)).hasRedirectedUrl(check);
        assertThat(post(check, Map.of())).hasStatus3xxRedirection();

        Document review = pages.open("/enterprises/reviews/" + number, world.clerk());
        assertThat(review.select("h1").text()).isEqualTo("云州登高物业服务有限公司" + code);
        assertThat(review.select(".summary-list .changed").eachText())
                .singleElement()
                .asString()
                .contains(another, "上次：" + code.value(), "与营业执照不一致");
    }

    @Test
    void somebodyElsesCodeIsToldAtItsFieldWhichIsOpenThen() {
        fillIn(filled());
        number = submitted();
        returned("officeAddress", "写到门牌号");
        world.company("云州捷足物业" + code, code);

        MvcTestResult refused = post(check, Map.of());

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(refused);
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#creditCode");
        assertThat(page.select("#creditCode").attr("type")).isEqualTo("text");
        assertThat(page.select("[name=name]").attr("type")).isEqualTo("hidden");
    }

    @Test
    void oneScanOfTwoIsMarkedByItself() {
        fillIn(filled());
        fillIn(filled());
        number = submitted();
        Document review = pages.open("/enterprises/reviews/" + number, world.clerk());
        String second =
                review.select(".mark-tick input[value^=licence:]").last().val();
        returned(second, "第二页看不清");

        Document form = Pages.parse(get(address));

        assertThat(form.select("#licence-mark").text()).contains("营业执照", "执照.pdf", "第二页看不清");
        assertThat(form.select(".file-list button[name=removeFile]")).hasSize(2);
        assertThat(form.select("[name=creditCode]").attr("type")).isEqualTo("hidden");
    }
}
