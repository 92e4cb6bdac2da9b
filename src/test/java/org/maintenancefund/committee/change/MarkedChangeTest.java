package org.maintenancefund.committee.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Marks;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;

/** 业委会信息变更 that came back with single lines marked. */
@IntegrationTest
@Transactional
class MarkedChangeTest {

    private static final String FORM = "/my/committee/change";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Applications applications;

    private CommitteeView committee;
    private CurrentUser person;
    private String number;

    @BeforeEach
    void aGroupThatBecomesACommittee() {
        committee = world.preparatoryGroup("标记里");
        person = world.personOf(committee);
        pages.post(Pages.redirected(pages.post(FORM, person, formal())), person, Map.of());
        number = applications
                .own(CommitteeChangeDefinition.KIND, person.organisation())
                .page(Cursor.start())
                .items()
                .get(0)
                .number()
                .value();
    }

    private static Map<String, String> formal() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("items", "FORMALISE");
        form.put("name", "标记里业主委员会");
        form.put("termNumber", "1");
        form.put("termStart", "2026-01-01");
        form.put("termEnd", "2030-12-31");
        form.put("filingNumber", "备 2026-001");
        form.put("reason", "业主大会选举产生");
        return form;
    }

    private void returned(String place) {
        String review = "/committees/changes/reviews/" + number;
        Map<String, String> decision = new LinkedHashMap<>();
        decision.put("result", "RETURN");
        decision.put(
                "version",
                pages.open(review, world.clerk()).select("input[name=version]").val());
        Marks.put(pages.open(review, world.clerk()), decision, place, "与备案证明不一致");
        assertThat(pages.post(review, world.clerk(), decision)).hasStatus3xxRedirection();
    }

    private String revised() {
        return Pages.redirected(pages.post("/my/committee/changes/" + number + "/revise", person, Map.of()));
    }

    @Test
    void onlyTheMarkedFieldIsOpenAndTheRestStays() {
        returned("filingNumber");
        String form = revised();
        Document page = pages.open(form, person);
        assertThat(page.select(".returned").text())
                .contains("备案号：与备案证明不一致", "请在 " + world.today().plusDays(90));
        assertThat(page.select("#filingNumber").attr("type")).isEqualTo("text");
        assertThat(page.select("[name=items], [name=name], [name=reason]").eachAttr("type"))
                .containsOnly("hidden");
        assertThat(page.select(".field-closed").text()).contains("临时转正式", "业主大会选举产生");
        Map<String, String> mended = formal();
        mended.put("filingNumber", "备 2026-002");
        mended.put("name", "标记里第二业主委员会");
        mended.put("items", "OFFICE");

        String check = Pages.redirected(pages.post(form, person, mended));

        assertThat(pages.open(check, person).select(".summary-list").text())
                .contains("备 2026-002", "标记里业主委员会", "临时转正式")
                .doesNotContain("标记里第二业主委员会");
        assertThat(pages.post(check, person, Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(pages.open("/committees/changes/reviews/" + number, world.clerk())
                        .select(".summary-list .changed")
                        .eachText())
                .singleElement()
                .asString()
                .contains("备 2026-002", "与备案证明不一致");
    }

    @Test
    void whereTheItemsAreMarkedEverythingThatTheyTakeIsOpen() {
        returned("items");

        Document page = pages.open(revised(), person);

        assertThat(page.select("#items").attr("type")).isEqualTo("checkbox");
        assertThat(page.select("#officeAddress").attr("type")).isEqualTo("text");
        assertThat(page.select("[name=reason]").attr("type")).isEqualTo("hidden");
    }

    @Test
    void theAttributeIsToldAtTheItemsThatChangeIt() {
        returned("attribute");

        Document page = pages.open(revised(), person);

        assertThat(page.select(".returned-marks a").attr("href")).isEqualTo("#items");
        assertThat(page.select("#items-mark").text()).contains("与备案证明不一致");
    }

    @Test
    void anotherCommitteesPersonOpensNothing() {
        returned("filingNumber");
        String form = revised();
        CurrentUser stranger = world.personOf(world.committee(world.area("别里"), "别里业主委员会"));

        assertThat(pages.post(form.replace("/change?", "/change/check?"), stranger, Map.of("open", "true")))
                .hasRedirectedUrl("/my/committee");

        assertThat(pages.open(form, person).select("button[name=open]")).hasSize(1);
    }
}
