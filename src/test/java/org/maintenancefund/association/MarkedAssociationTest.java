package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Marks;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** An application for an association that came back with single lines marked. */
@IntegrationTest
@Transactional
class MarkedAssociationTest extends AssociationPages {

    private ApplicationNumber number;

    private void returned(String place, String reason) {
        number = submitted();
        Map<String, String> decision = new LinkedHashMap<>();
        decision.put("result", "RETURN");
        Marks.put(pages.open("/associations/reviews/" + number, world.clerk()), decision, place, reason);
        assertThat(decide(number, decision, "MISSING", "MISSING")).hasStatus3xxRedirection();
        form = Pages.redirected(pages.post("/associations/applications/" + number + "/revise", applicant, Map.of()));
    }

    @Test
    void onlyTheEndOfTheContractIsOpen() {
        returned("contractEnd", "合同上是另一天");
        assertThat(pages.open("/associations/applications/" + number, applicant).text())
                .contains("请在 " + world.today().plusDays(90) + "（含当日）前修改", "需要修改：合同终止日期（合同上是另一天）");

        Document page = pages.open(form, applicant);
        assertThat(page.select(".returned").text()).contains("合同上是另一天");
        assertThat(page.select("#contractEnd").attr("type")).isEqualTo("date");
        assertThat(page.select("[name=contractStart], [name=target], [name=office], [name='papers[0].copies']")
                        .eachAttr("type"))
                .containsOnly("hidden");
        assertThat(page.select(".field-closed").eachText()).anyMatch(line -> line.contains("听松苑管理处"));
        assertThat(page.select("a:contains(重新选择), #files, button[name=upload]")).isEmpty();
        Map<String, String> mended = filled();
        String end = world.today().plusYears(1).toString();
        mended.put("contractEnd", end);
        mended.put("papers[0].copies", "9");
        mended.put("remark", "偷换");
        pages.post(form, applicant, mended);
        MvcTestResult sent = pages.post(check(), applicant, Map.of());
        assertThat(sent).hasStatus(303);
        assertThat(sent.getMvcResult().getFlashMap().get("notice").toString()).contains("已重新提交（第 2 次）");

        Document review = pages.open("/associations/reviews/" + number, world.clerk());
        assertThat(review.select(".summary-list .changed").eachText())
                .singleElement()
                .asString()
                .contains(end, "合同上是另一天");
        assertThat(review.select("#application").text())
                .contains("原件 2 份", "请尽快")
                .doesNotContain("偷换");
    }

    @Test
    void theStepOfTheCompanyIsLinkedAndPapersAreMarkedAsOne() {
        returned("enterprise", "公司已更名");
        assertThat(pages.open(form, applicant).select(".returned-marks a").attr("href"))
                .startsWith("/associations/new?draft=");
        assertThat(pages.open(form, applicant).select(".inset a:contains(重新选择)"))
                .hasSize(1);
        assertThat(pages.open(form, applicant).select("#target").attr("type")).isEqualTo("radio");

        assertThat(pages.open("/associations/reviews/" + number, world.clerk()).text())
                .contains("需要修改：物业服务企业（公司已更名）");
    }

    @Test
    void thePapersAreOpenedTogether() {
        returned("papers", "少了决议");

        Document page = pages.open(form, applicant);

        assertThat(page.select("#papers-mark").text()).contains("少了决议");
        assertThat(page.select("[name='papers[1].copies']").attr("type")).isEqualTo("text");
        assertThat(page.select("[name=remark]").attr("type")).isEqualTo("hidden");
    }

    @Test
    void anotherCommitteesPersonOpensNothing() {
        returned("contractEnd", "合同上是另一天");
        CurrentUser neighbour = world.personOf(world.committee(world.area("观澜苑"), "观澜苑业主委员会"));

        assertThat(pages.post(form, neighbour, Map.of("open", "true"))).hasRedirectedUrl("/associations/new");
        assertThat(pages.post(check(), neighbour, Map.of("open", "true"))).hasRedirectedUrl("/associations/new");

        assertThat(pages.open(form, applicant).select("button[name=open]")).hasSize(1);
    }
}
