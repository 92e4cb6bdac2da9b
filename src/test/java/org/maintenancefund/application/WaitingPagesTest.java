package org.maintenancefund.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.domain.ApplicationAgeing;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What waits is counted whole, at a fixed price, and said by the days themselves. */
@IntegrationTest
@Transactional
class WaitingPagesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Districts districts;

    @Autowired
    ACommittee committees;

    @Autowired
    ApplicationAgeing ageing;

    @Autowired
    TravellingClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Test
    void organisationsThatWantPeopleAreAllCountedAndAllListed() {
        List<EnterpriseId> companies = new ArrayList<>();
        for (int i = 1; i <= 131; i++) {
            companies.add(world.company("待办物业第" + i + "公司"));
        }
        companies.subList(0, 26).forEach(company -> personFor(company));

        String todos =
                pages.open("/workbench", world.clerk()).select(".todo-list").text();
        assertThat(todos).containsPattern("还没有创建用户名\\S+等105").containsPattern("经办人员少于两位\\S+员26");

        assertThat(pages.open("/operators/new", world.clerk()).text())
                .contains("共 131 个单位", "105 个还没有经办人员", "26 个少于两位");
        Set<String> names = new HashSet<>();
        int rows = 0;
        for (String path = "/operators/new"; !path.isEmpty(); ) {
            Document page = pages.open(path, world.clerk());
            List<String> shown = page.select("td.card-title strong").eachText();
            names.addAll(shown);
            rows += shown.size();
            path = page.select(".pager a[rel=next]").attr("href");
        }
        assertThat(rows).isEqualTo(131);
        assertThat(names).hasSize(131);
    }

    @Test
    void aWorkbenchAsksAHandfulOfQuestionsHoweverMuchWaits() {
        Runnable open = () -> pages.open("/workbench", world.clerk());
        open.run();
        int empty = asked(open).size();
        for (int i = 1; i <= 12; i++) {
            AreaId area = world.area("待办" + i + "号院");
            ApplicationNumber number = committees.submitted(area, "待办" + i + "号院业主委员会");
            if (i > 4) {
                committees.decided(number, i > 8 ? ReviewAction.RETURN : ReviewAction.APPROVE, world.clerk());
            }
            personFor(world.company("待办" + i + "物业公司"));
        }

        List<String> asked = asked(open);

        assertThat(asked).as(String.join("\n", asked)).hasSize(empty).hasSizeBetween(3, 16);
        assertThat(pages.open("/workbench", world.clerk()).select(".todo-list").text())
                .contains("业委会审核都是今天提交的4", "电话通知台业委会注册 8 件待电话通知8", "还没有创建用户名", "经办人员少于两位");
    }

    @Test
    void aListOfOrganisationsThatWantPeopleAsksTheSameForOneAndForTwenty() {
        world.company("单一物业公司");
        world.committee(world.area("单一院"), "单一院业主委员会");
        Runnable open = () -> pages.open("/operators/new", world.clerk());
        open.run();
        int one = asked(open).size();
        for (int i = 1; i <= 9; i++) {
            world.company("之" + i + "物业公司");
            world.committee(world.area("之" + i + "院"), "之" + i + "院业主委员会");
        }

        List<String> asked = asked(open);

        assertThat(asked).as(String.join("\n", asked)).hasSize(one);
    }

    @Test
    void everythingThatWasReturnedAndForgottenLapsesInOneNight() {
        Instant longAgo = Clock.systemUTC().instant().minus(100, ChronoUnit.DAYS);
        ApplicationNumber returned = clock.at(longAgo, () -> {
            ApplicationNumber number = committees.submitted(world.area("久等院"), "久等院业主委员会");
            committees.decided(number, ReviewAction.RETURN, world.clerk());
            return number;
        });
        jdbc.sql("INSERT INTO application SELECT (json_populate_record(a, json_build_object("
                        + "'number', left(a.number, 11) || lpad(n::text, 6, '0'), 'subject_id', gen_random_uuid()))).*"
                        + " FROM application a, generate_series(900001, 900449) n WHERE a.number = :number")
                .param("number", returned.value())
                .update();

        assertThat(ageing.lapseUntouched()).isGreaterThanOrEqualTo(450);

        assertThat(jdbc.sql("SELECT count(*) FROM application WHERE district_id = :district AND status = 'RETURNED'")
                        .param("district", world.district().id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onASaturdayWhatWasDueOnFridayIsOverAndWhatCameOnFridayIsNotOfToday() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        ApplicationNumber number = on(monday, () -> committees.submitted(world.area("周末院"), "周末院业主委员会"));
        String review = "/committees/reviews/" + number;

        on(LocalDate.of(2026, 11, 30), () -> {
            assertThat(pages.open(review, world.clerk()).select(".identity-bar").text())
                    .contains("2026-11-30（今天到期）");
            return null;
        });
        jdbc.sql("UPDATE application SET due_on = '2026-11-27', submitted_at = :friday WHERE number = :number")
                .param(
                        "friday",
                        monday.plusDays(4).atTime(17, 0).atZone(clock.getZone()).toOffsetDateTime())
                .param("number", number.value())
                .update();
        entities.clear();
        on(LocalDate.of(2026, 11, 28), () -> {
            assertThat(pages.open(review, world.clerk()).select(".identity-bar").text())
                    .contains("2026-11-27（昨天到期）");
            assertThat(pages.open("/committees/reviews", world.clerk())
                            .select("tbody")
                            .text())
                    .contains("不足 1 个工作日", "昨天到期")
                    .doesNotContain("今天");
            assertThat(pages.open("/workbench", world.clerk())
                            .select(".todo-list")
                            .text())
                    .contains("最早一件提交于 2026-11-27")
                    .doesNotContain("都是今天");
            return null;
        });
    }

    @Test
    void aDueDateInAYearWithoutAListOfHolidaysIsMarkedAndTheAdministratorIsTold() {
        ApplicationNumber number =
                on(LocalDate.of(2029, 12, 28), () -> committees.submitted(world.area("跨年院"), "跨年院业主委员会"));

        on(LocalDate.of(2029, 12, 29), () -> {
            assertThat(pages.open("/committees/reviews/" + number, world.clerk())
                            .select(".identity-bar")
                            .text())
                    .contains("2030 年的节假日安排还没有录入");
            assertThat(pages.open("/workbench", world.administrator())
                            .select(".todo-list")
                            .text())
                    .contains("2029 年的节假日安排还没有录入", "2030 年的节假日安排还没有录入");
            return null;
        });
        on(LocalDate.of(2026, 6, 1), () -> {
            assertThat(pages.open("/workbench", world.administrator()).text()).doesNotContain("节假日安排还没有录入");
            return null;
        });
    }

    /**
     * Without the districts: they are cached once the transaction is over that founded one, which this test's is not; and
     * without the sign-in that a test does at every request.
     */
    private static List<String> asked(Runnable open) {
        return Statements.of(open).stream()
                .filter(statement -> Stream.of("from district_centre", "made_organisation", "SPRING_SESSION")
                        .noneMatch(statement::contains))
                .toList();
    }

    private void personFor(EnterpriseId company) {
        world.account(
                company.ref(),
                Role.ENTERPRISE_OPERATOR,
                "王建国",
                "13900001234",
                "wp" + company.value().toString().substring(24));
    }

    private <T> T on(LocalDate day, java.util.function.Supplier<T> work) {
        return clock.at(day.atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }
}
