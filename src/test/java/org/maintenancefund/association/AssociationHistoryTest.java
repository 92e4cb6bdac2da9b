package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** 谁管理过: on the page of an area, of its committee, and on the committee's own. */
@IntegrationTest
@Transactional
class AssociationHistoryTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Associations associations;

    @Autowired
    ATermination aTermination;

    @Autowired
    Enterprises enterprises;

    @Autowired
    TravellingClock clock;

    private AreaId area;
    private CommitteeView committee;
    private EnterpriseId first;
    private EnterpriseId second;
    private LocalDate today;

    @BeforeEach
    void aCommitteeAndTwoCompanies() {
        area = world.area("往来花园");
        committee = world.committee(area, "往来花园业主委员会");
        first = world.company("云州前任物业公司");
        second = world.company("云州后任物业公司");
        today = world.today();
    }

    @Test
    void anAreaThatNobodyEverManagedSaysSo() {
        assertThat(history(page("/areas/" + area, world.clerk())).text()).isEqualTo("谁管理过（0） 还没有单位管理过。");
    }

    /** Managed, ended, nobody, another one, which was replaced; a contract that never began, and one that is to come. */
    @Test
    void everyRightHasItsLineAndSoHaveTheDaysWithoutOne() {
        OfficeId office = world.office("往来花园管理处", second);
        ApplicationNumber one = approved(first, null, 0, 300);
        ApplicationNumber end =
                on(50, () -> aTermination.approved(committee, right(first), today.plusDays(60), world.clerk()));
        ApplicationNumber two = on(70, () -> approved(second, office, 90, 400));
        ApplicationNumber three = on(80, () -> approved(first, null, 401, 700));
        ApplicationNumber neverBegins =
                on(85, () -> aTermination.approved(committee, right(first), today.plusDays(85), world.clerk()));
        ApplicationNumber four = on(100, () -> approved(first, null, 200, 500));

        List<String> lines = on(210, () -> lines(page("/areas/" + area, world.clerk())));

        assertThat(lines)
                .containsExactly(
                        "云州前任物业公司 | 原定从 " + day(401) + " 起 | " + three + " | 已解除" + neverBegins + " | 没有生效",
                        "云州前任物业公司 | " + period(200, 500) + " | " + four + " | — | 有效",
                        "云州后任物业公司 · 往来花园管理处 | " + period(90, 199) + " | " + two + " | 由新的关联接替" + four + " | 已结束",
                        "无管理单位 | " + period(60, 89) + " | — | — | 空档",
                        "云州前任物业公司 | " + period(0, 59) + " | " + one + " | 已解除" + end + " | 已结束");
    }

    @Test
    void anEndThatIsStillToComeIsToldAsSuch() {
        approved(first, null, 0, 300);
        aTermination.approved(committee, right(first), today.plusDays(60), world.clerk());

        assertThat(on(10, () -> lines(page("/areas/" + area, world.clerk()))))
                .singleElement()
                .asString()
                .contains("将于 " + day(60) + " 解除")
                .endsWith("有效");
    }

    @Test
    void sinceTheLastOneEndedNobodyManagesIt() {
        approved(first, null, 0, 30);

        assertThat(on(30, () -> lines(page("/areas/" + area, world.clerk()))))
                .as("on its last day")
                .hasSize(1);
        assertThat(on(31, () -> lines(page("/areas/" + area, world.clerk()))))
                .satisfiesExactly(
                        gap -> assertThat(gap).isEqualTo("无管理单位 | " + day(31) + " 起 | — | — | 空档"),
                        over -> assertThat(over).endsWith("合同到期 | 已结束"));
    }

    @Test
    void aContractThatFollowsLaterLeavesDaysBetweenAlsoBeforeTheyCome() {
        approved(first, null, 0, 30);
        approved(second, null, 41, 400);

        assertThat(lines(page("/areas/" + area, world.clerk())))
                .satisfiesExactly(
                        coming -> assertThat(coming).contains(period(41, 400)).endsWith("尚未生效"),
                        gap -> assertThat(gap).contains("无管理单位", period(31, 40)),
                        running -> assertThat(running).endsWith("— | 有效"));
        enterprises.disable(first, "停业整顿", world.clerk());
        assertThat(lines(page("/areas/" + area, world.clerk())).get(2)).endsWith("停用期间不起作用");
    }

    @Test
    void theSameStandsOnAllPagesAndLeadsWhereTheReaderMayGo() {
        ApplicationNumber one = approved(first, null, 0, 300);
        ApplicationNumber end = aTermination.approved(committee, right(first), today.plusDays(60), world.clerk());
        CurrentUser own = world.personOf(committee);
        String record = "/committees/" + committee.id();

        assertThat(links("/areas/" + area, world.clerk()))
                .containsExactly("/associations/reviews/" + one, "/associations/terminations/reviews/" + end);
        assertThat(links(record, world.clerk())).isEqualTo(links("/areas/" + area, world.clerk()));
        assertThat(links("/my/committee", own))
                .containsExactly("/associations/applications/" + one, "/associations/terminations/own/" + end);
        assertThat(links("/associations", own)).isEqualTo(links("/my/committee", own));
        assertThat(links("/areas/" + area, world.municipal())).isEmpty();
        assertThat(lines(page(record, world.municipal()))).isEqualTo(lines(page("/areas/" + area, world.clerk())));
        links("/my/committee", own)
                .forEach(link -> assertThat(pages.get(link, own)).hasStatusOk());
        links(record, world.clerk())
                .forEach(link -> assertThat(pages.get(link, world.clerk())).hasStatusOk());
    }

    @Test
    void howManyThereWereCostsNoStatementMore() {
        approved(first, null, 0, 30);
        page("/areas/" + area, world.clerk());
        int before = Statements.of(() -> page("/areas/" + area, world.clerk())).size();
        for (int i = 1; i < 6; i++) {
            approved(i % 2 == 0 ? first : second, null, 40 * i, 40 * i + 30);
        }

        assertThat(Statements.of(() -> page("/areas/" + area, world.clerk()))).hasSize(before);
        assertThat(lines(page("/areas/" + area, world.clerk()))).hasSize(11);
    }

    private Document page(String path, CurrentUser reader) {
        return pages.open(path, reader);
    }

    private static Element history(Document page) {
        return page.select("section.panel:has(> h2:contains(谁管理过))").first();
    }

    private List<String> links(String path, CurrentUser reader) {
        return history(page(path, reader)).select("a").eachAttr("href");
    }

    private static List<String> lines(Document page) {
        return history(page).select("tbody tr").stream()
                .map(row -> String.join(" | ", row.select("td").eachText()))
                .toList();
    }

    private AssociationView right(EnterpriseId company) {
        return associations.of(committee.id()).stream()
                .filter(association -> association.enterprise().equals(company))
                .findFirst()
                .orElseThrow();
    }

    private ApplicationNumber approved(EnterpriseId company, OfficeId office, int from, int to) {
        return world.association(committee, company, office, today.plusDays(from), today.plusDays(to));
    }

    private String day(int days) {
        return today.plusDays(days).toString();
    }

    private String period(int from, int to) {
        return day(from) + " 至 " + day(to);
    }

    private <T> T on(int days, java.util.function.Supplier<T> work) {
        return clock.at(
                today.plusDays(days).atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }
}
