package org.maintenancefund.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/**
 * 统计报表 of a district in which, in March 2026, three committees registered on Monday the 2nd: one was approved on Tuesday, one
 * returned on Thursday, one refused on the Monday after. The first is then managed by a company until the end of the year.
 */
@IntegrationTest
@Transactional
class StatisticsPagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee registrations;

    @Autowired
    Committees committees;

    @Autowired
    TravellingClock clock;

    @Autowired
    EntityManager entities;

    @BeforeEach
    void threeCommitteesRegister() {
        AreaId first = world.area("统计一号院");
        AreaId second = world.area(
                AnArea.named("统计二号院").in(world.district().streets().get(1).id()));
        AreaId third = world.area("统计三号院");
        List<ApplicationNumber> numbers = on(
                MONDAY,
                () -> List.of(
                        registrations.submitted(first, "统计一号院业主委员会"),
                        registrations.submitted(second, "统计二号院业主委员会"),
                        registrations.submitted(third, "统计三号院业主委员会")));
        decide(MONDAY.plusDays(1), numbers.get(0), ReviewAction.APPROVE);
        decide(MONDAY.plusDays(3), numbers.get(1), ReviewAction.RETURN);
        decide(MONDAY.plusDays(7), numbers.get(2), ReviewAction.REFUSE);
        on(MONDAY.plusDays(8), () -> {
            CommitteeView committee = committees.inOfficeFor(first).orElseThrow();
            return world.association(
                    committee, world.company("统计物业公司"), null, MONDAY.plusDays(8), LocalDate.of(2026, 12, 31));
        });
        entities.flush();
    }

    private void decide(LocalDate day, ApplicationNumber number, ReviewAction action) {
        on(day, () -> {
            registrations.decided(number, action, world.clerk());
            return number;
        });
    }

    private <T> T on(LocalDate day, java.util.function.Supplier<T> work) {
        return clock.at(
                ZonedDateTime.of(day, LocalTime.of(10, 0), clock.getZone()).toInstant(), work);
    }

    private Document open(String path, CurrentUser user) {
        return on(MONDAY.plusDays(9), () -> pages.open(path, user));
    }

    private List<String> row(String path, String key, String label) {
        return open(path, world.clerk()).select("section[aria-labelledby=table-" + key + "] tbody tr").stream()
                .filter(row -> row.selectFirst("th").text().equals(label))
                .findFirst()
                .orElseThrow()
                .select("td")
                .eachText();
    }

    @Test
    void aDueDateInAYearWithoutHolidaysIsMarkedInTheListAndInWhatGoesOut() {
        LocalDate monday = LocalDate.of(2029, 3, 5);
        AreaId fourth = world.area("统计四号院");
        on(monday, () -> registrations.submitted(fourth, "统计四号院业主委员会"));

        Document list = on(monday, () -> pages.open("/reports/applications?status=PENDING", world.clerk()));
        List<List<String>> sheet =
                on(monday, () -> Sheets.rows(pages.get("/reports/applications/export?status=PENDING", world.clerk())));

        assertThat(list.select("tbody tr td[data-label=办理期限]").text())
                .contains("2029-03-12", "还剩 5 个工作日", "节假日未录入，期限可能变动");
        assertThat(sheet.get(1)).contains("2029-03-12（节假日公布后可能变动）");
    }

    @Test
    void applicationsStandWithTheirStatesInTheirMonthAndStreet() {
        // 待审核, 已退回, 已通过, 不予受理, 已撤回, 已失效, 合计: the fourth is the 关联.
        assertThat(row("/reports", "applications-months", "2026-03"))
                .containsExactly("0", "1", "2", "1", "0", "0", "4");
        assertThat(row("/reports", "applications-places", "甲街道")).containsExactly("0", "0", "2", "1", "0", "0", "3");
        assertThat(row("/reports", "applications-places", "乙街道")).containsExactly("0", "1", "0", "0", "0", "0", "1");
        assertThat(row("/reports?kind=COMMITTEE_REGISTRATION", "applications-months", "2026-03"))
                .containsExactly("0", "1", "1", "1", "0", "0", "3");
        assertThat(row("/reports?year=2025", "applications-months", "合计"))
                .last()
                .isEqualTo("0");
    }

    @Test
    void workingDaysCountFromTheDayAfterTheSubmissionWithoutTheWeekend() {
        assertThat(row("/reports?tab=days&kind=COMMITTEE_REGISTRATION", "days-months", "2026-03"))
                .containsExactly("3", "3", "5");
        assertThat(row("/reports?tab=days", "days-places", "乙街道")).containsExactly("1", "3", "3");
        assertThat(row("/reports?tab=days", "days-months", "2026-02")).containsExactly("0", "—", "—");
    }

    @Test
    void oneOfFourDecisionsWasAReturnAndItsReasonWasATextAlone() {
        assertThat(row("/reports?tab=returns", "returns-months", "2026-03")).containsExactly("4", "2", "1", "1", "25%");
        assertThat(row("/reports?tab=returns", "reasons", "只写了说明")).containsExactly("1", "100%");
    }

    @Test
    void oneOfTwoAreasOfTheStreetHasACommitteeAndACompany() {
        assertThat(row("/reports?tab=coverage", "coverage", "甲街道"))
                .containsExactly("2", "1", "0", "0", "1", "1", "50%", "1", "50%");
        assertThat(row("/reports?tab=coverage", "coverage", "乙街道"))
                .containsExactly("1", "0", "0", "0", "1", "0", "0%", "0", "0%");
    }

    @Test
    void theContractEndsInTheFourthQuarterAndTheTermLaterAndTheListOfItHasTheCommittee() {
        assertThat(row("/reports?tab=endings", "endings-quarters", "2026 年第 4 季度"))
                .containsExactly("0", "1");
        assertThat(row("/reports?tab=endings", "endings-quarters", "更晚")).containsExactly("1", "0");
        Element later = open("/reports?tab=endings", world.clerk()).selectFirst("td a[href*=committees]");

        Document list = open(later.attr("href"), world.clerk());

        assertThat(list.select("tbody .card-title").eachText()).containsExactly("统计一号院业主委员会");
        assertThat(list.select(".chips").text()).contains("最近一届届满日期");
    }

    @Test
    void anotherDistrictHasNoneOfThemAndTheMunicipalCentreHasBothSideBySide() {
        assertThat(open("/reports", world.clerkElsewhere())
                        .select("section[aria-labelledby=table-applications-months] .sum td")
                        .last()
                        .text())
                .isEqualTo("0");
        assertThat(open("/reports", world.municipal())
                        .select("section[aria-labelledby=table-applications-places] tbody th")
                        .eachText())
                .contains(world.district().name(), world.otherDistrict().name());
    }
}
