package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;

/** 业委会信息查询: search, reminders with the list of exactly those they are about, export. */
@IntegrationTest
@Transactional
class CommitteeRegisterTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    TravellingClock clock;

    private CommitteeView formal;
    private CommitteeView preparatory;

    @BeforeEach
    void aCommitteeAndAGroup() {
        formal = world.committee(world.area("望月苑"), "望月苑业主委员会");
        preparatory = world.preparatoryGroup("揽月苑");
    }

    @Test
    void ofExactNamesAndBeginningsAndPartsTheBestComeFirst() {
        world.committee(world.area("小望月苑"), "小望月苑业主委员会");
        world.committee(world.area("望月苑业"), "望月苑业委会后街业主委员会");

        assertThat(names("/committees?q=望月苑业主委员会"))
                .as("业委会 and 业主委员会 are the same word")
                .containsExactly("望月苑业主委员会", "望月苑业委会后街业主委员会", "小望月苑业主委员会");
    }

    @Test
    void ninetyThirtyAndNoDaysBeforeItsEndATermIsTold() {
        LocalDate end = formal.term().end();
        CurrentUser person = world.personOf(formal);

        on(end.minusDays(91), () -> {
            assertThat(todos(world.clerk())).doesNotContain("业委会任期");
            assertThat(todos(person)).doesNotContain("本届任期");
            assertThat(names("/committees?watch=DUE")).isEmpty();
        });
        on(end.minusDays(90), () -> {
            assertThat(todos(world.clerk())).contains("业委会任期将满").doesNotContain("在 30 天内");
            assertThat(todos(person)).contains("本届任期将满", end + " 届满");
            assertThat(names("/committees?watch=DUE")).containsExactly("望月苑业主委员会");
        });
        on(end.minusDays(30), () -> {
            assertThat(todos(world.clerk())).contains("1 个在 30 天内");
            assertThat(todos(person)).contains("还有 30 天");
        });
        on(end, () -> assertThat(todos(person)).contains("今天届满"));
        on(end.plusDays(1), () -> {
            assertThat(todos(world.clerk())).contains("业委会任期已满", "1 个已届满").doesNotContain("业委会任期将满");
            assertThat(todos(person)).contains("本届任期已满");
            assertThat(names("/committees?watch=DUE")).containsExactly("望月苑业主委员会");
        });
    }

    @Test
    void aPreparatoryGroupIsRemindedAfterAYear() {
        CurrentUser person = world.personOf(preparatory);
        LocalDate today = world.today();

        on(today.plusYears(1).minusDays(1), () -> {
            assertThat(todos(world.clerk())).doesNotContain("筹备组已满一年");
            assertThat(todos(person)).doesNotContain("筹备组已满一年");
        });
        on(today.plusYears(1), () -> {
            assertThat(todos(world.clerk())).contains("筹备组已满一年");
            assertThat(todos(person)).contains("筹备组已满一年", "请申请信息变更");
            assertThat(names("/committees?watch=OLD_GROUP")).containsExactly("揽月苑业主委员会筹备组");
        });
    }

    @Test
    void filtersStandAsChipsThatTakeThemOff() {
        Document page = pages.open("/committees?q=揽月&attribute=PREPARATORY&watch=", world.clerk());

        assertThat(page.select(".chips a").eachText()).hasSize(2).anyMatch(chip -> chip.contains("包含“揽月”"));
        assertThat(page.select(".chips a").first().attr("href")).isEqualTo("/committees?attribute=PREPARATORY");
        assertThat(pages.open("/committees?q=没有这个名字", world.clerk())
                        .select(".empty")
                        .text())
                .contains("没有查到");
    }

    @Test
    void whatIsFilteredIsExportedWithMaskedMobiles() {
        List<List<String>> rows = Sheets.rows(pages.get("/committees/export?q=望月", world.clerk()));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains("望月苑业主委员会", "甲街道", "正式").noneMatch(cell -> cell.matches("1\\d{10}"));
    }

    @Test
    void anotherDistrictSeesNoneOfThem() {
        CurrentUser other = world.clerkElsewhere();

        assertThat(pages.open("/committees", other).select("tbody tr")).isEmpty();
        assertThat(pages.get("/committees/export?district=" + world.district().id(), other))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(Sheets.rows(pages.get("/committees/export", other))).hasSize(1);
    }

    private void on(LocalDate day, Runnable work) {
        Instant morning = day.atTime(9, 0).atZone(clock.getZone()).toInstant();
        clock.at(morning, work);
    }

    private String todos(CurrentUser user) {
        return pages.open("/workbench", user).select(".todo-list").text();
    }

    private List<String> names(String path) {
        return pages.open(path, world.clerk()).select("td.card-title strong").eachText();
    }
}
