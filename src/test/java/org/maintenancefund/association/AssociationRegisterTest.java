package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** 小区管理处关联查询: what ends next, by its page; and what of it is among a district's to-dos. */
@IntegrationTest
@Transactional
class AssociationRegisterTest {

    private static final String PATH = "/associations/register";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ATermination aTermination;

    @Autowired
    Associations associations;

    private EnterpriseId company;

    @BeforeEach
    void aCompany() {
        company = world.company("云州到期物业公司");
    }

    private CommitteeView managed(String area, int from, int to) {
        CommitteeView committee = world.committee(world.area(area), area + "业主委员会");
        associate(committee, from, to);
        return committee;
    }

    private void associate(CommitteeView committee, int from, int to) {
        world.association(
                committee,
                company,
                null,
                world.today().plusDays(from),
                world.today().plusDays(to));
    }

    private List<String> names(String filter, CurrentUser reader) {
        return pages.open(PATH + filter, reader).select("td.card-title a").eachText();
    }

    @Test
    void whatEndsNextStandsFirstAndTellsHowManyDaysAreLeft() {
        managed("到期一苑", 0, 300);
        managed("到期二苑", 0, 20);
        managed("到期三苑", 10, 100);

        Document page = pages.open(PATH, world.clerk());

        assertThat(page.select("h1").text()).isEqualTo("小区管理处关联查询");
        assertThat(page.select("td.card-title a").eachText()).containsExactly("到期二苑", "到期三苑", "到期一苑");
        assertThat(page.select("tbody tr").get(0).text())
                .contains("云州到期物业公司", "到期二苑业主委员会", "至 " + world.today().plusDays(20), "还有 20 天到期", "有效");
        assertThat(page.select("tbody tr").get(1).text()).contains("尚未生效").doesNotContain("天到期");
        assertThat(Sheets.rows(pages.get(PATH + "/export", world.clerk()))).hasSize(4);
    }

    @Test
    void itIsNarrowedDownByNameByDayAndToWhatNobodyFollows() {
        managed("到期一苑", 0, 60);
        CommitteeView renewed = managed("到期二苑", 0, 50);
        associate(renewed, 51, 400);
        CommitteeView ended = managed("到期三苑", 0, 300);
        aTermination.approved(
                ended, associations.of(ended.id()).get(0), world.today().plusDays(30), world.clerk());

        assertThat(names("", world.clerk())).containsExactly("到期三苑", "到期二苑", "到期一苑", "到期二苑");
        assertThat(names("?watch=DUE", world.clerk()))
                .as("neither the renewed one nor the one that was ended")
                .containsExactly("到期一苑");
        assertThat(pages.open(PATH, world.clerk())
                        .select("tbody tr:contains(天到期) td.card-title a")
                        .eachText())
                .as("whose end is marked")
                .containsExactly("到期一苑");
        assertThat(names("?q=二苑&to=" + world.today().plusDays(90), world.clerk()))
                .containsExactly("到期二苑");
    }

    @Test
    void aDistrictSeesItsOwnAndTheMunicipalCentreAll() {
        managed("到期一苑", 0, 60);

        assertThat(names("", world.clerkElsewhere())).isEmpty();
        assertThat(names("?q=到期一苑", world.municipal())).containsExactly("到期一苑");
        assertThat(names("?q=到期一苑&district=" + world.otherDistrict().id(), world.municipal()))
                .isEmpty();
        assertThat(pages.get(PATH, world.personOf(company))).hasStatus(403);
    }

    @Test
    void aDistrictIsToldOnItsWorkbenchHowManyEndAndTheListHasAsMany() {
        managed("到期一苑", 0, 60);
        managed("到期二苑", 0, 20);
        CommitteeView renewed = managed("到期三苑", 0, 20);
        associate(renewed, 21, 400);

        Document workbench = pages.open("/workbench", world.clerk());

        String link = PATH + "?watch=DUE";
        assertThat(workbench.select("li:has(a[href='" + link + "'])").text())
                .contains("物业服务合同将到期", "90 天内到期", "1 个在 30 天内", "2");
        assertThat(names("?watch=DUE", world.clerk())).hasSize(2);
        assertThat(pages.open("/workbench", world.clerkElsewhere()).text()).doesNotContain("物业服务合同将到期");
    }

    @Test
    void howManyRowsThereAreCostsNoStatementMore() {
        managed("到期一苑", 0, 60);
        pages.open(PATH, world.clerk());
        int before = asked().size();
        for (int i = 0; i < 5; i++) {
            managed("到期" + i + "号院", 0, 100 + i);
        }

        assertThat(asked()).hasSize(before);
    }

    /** Districts are kept, but not those that a test wrote and will roll back. */
    private List<String> asked() {
        return Statements.of(() -> pages.open(PATH, world.clerk())).stream()
                .filter(statement -> !statement.contains("from district_centre"))
                .toList();
    }
}
