package org.maintenancefund.billing.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.billing.CollectionStarts;
import org.maintenancefund.billing.start.ACollectedArea.Collected;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 开通 of a community: who opens it, from which month, who looks on, and what a merge does to it. */
@IntegrationTest
@Transactional
class StartTest extends AnAreaToOpen {

    @Autowired
    StartService service;

    @Autowired
    CollectionStarts starts;

    @Autowired
    AreaMerging merging;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TravellingClock clock;

    @Test
    void whenNothingIsMissingTheCollectorOpensItFromAMonth() {
        Collected area = areas.ready(world, "听莲苑");
        Document page = pages.open(path(area.id()), area.ofOffice());
        assertThat(page.selectFirst("h1").text()).isEqualTo("收取开通：听莲苑");
        assertThat(page.select("#requirements .tag").eachText()).containsOnly("已具备");
        assertThat(page.select("#month option").eachAttr("value"))
                .containsExactly(month(0).toString(), month(1).toString(), month(2).toString(), month(3).toString());
        assertThat(page.select("#answered")).isEmpty();

        assertThat(open(area, month(1), false)).hasRedirectedUrl(path(area.id()));

        assertThat(starts.firstMonth(area.id())).contains(month(1));
        Document opened = pages.open(path(area.id()), area.ofOffice());
        assertThat(opened.select("#started").text()).contains("首个收取月份 " + month(1), world.today() + "　郑负责");
        assertThat(opened.select("#requirements, #open")).isEmpty();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entry WHERE action = 'COLLECTION_OPENED' AND object_name = '听莲苑'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whileSomethingIsMissingNobodyOpensIt() {
        Collected area = areas.mandated(world, "听莲苑");
        assertThat(pages.open(path(area.id()), area.ofOffice()).select("#open").text())
                .contains("还有没具备的");

        MvcTestResult refused = open(area, month(0), true);

        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).select(".error-summary").text()).contains("现在还不能开通：房屋底册，还没有登记房屋");
        assertThat(starts.firstMonth(area.id())).isEmpty();
    }

    @Test
    void whatIsUnlikelyIsAskedAndTheAnswerIsKept() {
        Collected area = areas.ready(world, "听莲苑");
        areas.unit(area, "103");

        MvcTestResult asked = open(area, month(0), false);
        assertThat(asked).hasStatus(400);
        assertThat(Pages.parse(asked).select("#answered-error").text()).contains("请核对标出的内容");
        assertThat(open(area, month(0), true)).hasRedirectedUrl(path(area.id()));

        assertThat(jdbc.sql(
                                "SELECT changes::text FROM audit_entry WHERE action = 'COLLECTION_OPENED' AND object_name = '听莲苑'")
                        .query(String.class)
                        .single())
                .contains("已登记 3 户", "还有 1 户应缴的房屋没有登记");
    }

    @Test
    void itIsOpenedFromThisMonthOrWithinThreeAndWithinTheMandate() {
        Collected area = areas.ready(world, "听莲苑");
        for (Object month : List.of(month(-1), month(4))) {
            MvcTestResult refused = open(area, month, false);
            assertThat(refused).hasStatus(400);
            assertThat(Pages.parse(refused).select("#month-error").text()).contains("首个收取月份只能是授权期内的本月到三个月以后");
        }
        assertThat(Pages.parse(open(area, "", false)).select("#month-error").text())
                .contains("请选择首个收取月份");
        assertThat(Pages.parse(open(area, "2026-13", false))
                        .select("#month-error")
                        .text())
                .isNotBlank();
        LocalDate last = world.today().plusMonths(1).withDayOfMonth(1);
        mandates.approved(area.committee(), last.plusDays(1), last.plusMonths(6), world.clerk());

        assertThat(pages.open(path(area.id()), area.ofOffice())
                        .select("#month option")
                        .eachAttr("value"))
                .as("the mandate ends within next month")
                .containsExactly(month(0).toString(), month(1).toString());
    }

    @Test
    void itIsOpenedOnce() {
        Collected area = areas.opened(world, "听莲苑", month(0));

        assertThatThrownBy(() -> service.open(area.id(), month(1), false, area.ofCompany()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).isEqualTo("本小区已经开通"));
        assertThat(open(area, month(1), false)).hasStatus(400);
        assertThat(starts.firstMonth(area.id())).contains(month(0));
    }

    @Test
    void districtCommitteeAndCityLookOnAndOthersSeeNothing() {
        Collected area = areas.ready(world, "听莲苑");
        CurrentUser auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
        for (CurrentUser reader : List.of(area.ofCommittee(), world.clerk(), world.municipal(), auditor)) {
            Document page = pages.open(path(area.id()), reader);
            assertThat(page.select("#requirements li")).as(reader.role().name()).isNotEmpty();
            assertThat(page.select("#open")).as(reader.role().name()).isEmpty();
            assertThat(pages.post(opening(area.id()), reader, Map.of("month", month(0).toString())))
                    .as(reader.role().name())
                    .hasStatus(403);
        }
        Collected other = areas.mandated(world, "听藕苑");
        for (CurrentUser stranger :
                List.of(other.ofCommittee(), other.ofCompany(), other.ofOffice(), world.clerkElsewhere())) {
            assertThat(pages.get(path(area.id()), stranger))
                    .as(stranger.organisationName())
                    .hasStatus(404);
        }
        assertThat(pages.post(opening(area.id()), other.ofOffice(), Map.of("month", month(0).toString())))
                .hasStatus(404);
        assertThat(pages.get(path(AreaId.next()), world.municipal())).hasStatus(404);
    }

    @Test
    void whoseMandateIsOverReadsAndOpensNothing() {
        Collected area = areas.ready(world, "听莲苑");
        LocalDate after = world.today().plusYears(1).plusDays(1);

        clock.at(after.atTime(9, 0).atZone(clock.getZone()).toInstant(), () -> {
            assertThat(pages.open(path(area.id()), area.ofOffice()).select("#open"))
                    .isEmpty();
            assertThat(open(area, YearMonth.from(after), false)).hasStatus(404);
        });
    }

    @Test
    void theListHasTheAreasOfTheReaderAndHowTheyStand() {
        Collected waiting = areas.mandated(world, "听莲苑");
        Collected opened = areas.opened(world, "听藕苑", month(0));
        areas.managed(world, "听菱苑");

        assertThat(row("/collection", waiting.ofOffice(), "听莲苑"))
                .contains("云州听莲苑物业有限公司 · 听莲苑管理处", "授权 " + world.today(), "未开通");
        assertThat(pages.open("/collection", opened.ofCompany()).select("tbody tr"))
                .hasSize(1);
        assertThat(row("/collection", opened.ofCommittee(), "听藕苑")).contains("已开通 自 " + month(0));
        assertThat(pages.open("/collection", world.clerk())
                        .select("tbody tr td.card-title")
                        .eachText())
                .as("of the district those that somebody has a mandate for")
                .containsExactly("听莲苑", "听藕苑");
        assertThat(pages.open("/collection?state=OPENED", world.clerk())
                        .select("tbody tr td.card-title")
                        .eachText())
                .containsExactly("听藕苑");
        assertThat(pages.open("/collection?text=听莲", world.clerk())
                        .select("tbody tr td.card-title")
                        .eachText())
                .containsExactly("听莲苑");
        assertThat(pages.open("/collection", world.clerkElsewhere()).select("tbody tr"))
                .isEmpty();
        assertThat(pages.get("/collection", world.administrator())).hasStatus(403);
    }

    private String row(String list, CurrentUser reader, String area) {
        return pages.open(list, reader)
                .select("tbody tr:has(td.card-title:contains(" + area + "))")
                .text();
    }

    @Test
    void aCommitteeWithoutAMandateFindsItsAreaInTheList() {
        Collected area = areas.managed(world, "听莲苑");

        assertThat(row("/collection", area.ofCommittee(), "听莲苑")).contains("没有授权", "未开通");
    }

    @Test
    void anOpenedAreaGoesAlongWithAMergeAndComesBack() {
        Collected area = areas.opened(world, "听莲苑", month(1));
        AreaId kept = world.area("听莲苑东区");

        UUID merge = merging.merge(new MergeOrder(kept, List.of(area.id()), "听莲苑", "登记了两次"), world.municipal());

        assertThat(starts.firstMonth(kept)).contains(month(1));
        assertThat(pages.open(path(area.id()), area.ofOffice())
                        .select("#started")
                        .text())
                .contains(month(1).toString());

        merging.undo(merge, world.municipal());

        assertThat(starts.firstMonth(kept)).isEmpty();
        assertThat(starts.firstMonth(area.id())).contains(month(1));
    }

    @Test
    void whatWasOpenedAfterAMergeStandsAgainstTakingItApart() {
        Collected area = areas.ready(world, "听莲苑");
        AreaId kept = world.area("听莲苑东区");
        UUID merge = merging.merge(new MergeOrder(kept, List.of(area.id()), "听莲苑", "登记了两次"), world.municipal());

        clock.at(clock.instant().plusSeconds(60), () -> service.open(kept, month(0), true, area.ofOffice()));

        clock.at(
                clock.instant().plusSeconds(120),
                () -> assertThat(merging.whyNotUndone(merge))
                        .hasValueSatisfying(
                                reason -> assertThat(Messages.of(reason)).contains("合并后开通了收取")));
    }

    @Test
    void theFirstMonthIsTheFirstOfAMonthInTheDatabaseToo() {
        Collected area = areas.opened(world, "听莲苑", month(0));

        assertThatThrownBy(() -> jdbc.sql(
                                "UPDATE collection_start SET first_month = first_month + 14 WHERE area_id = :area")
                        .param("area", area.id().value())
                        .update())
                .hasMessageContaining("ck_collection_start_first_month");
    }
}
