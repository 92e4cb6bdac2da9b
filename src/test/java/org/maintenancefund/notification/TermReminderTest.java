package org.maintenancefund.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeForms;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.domain.TermReminders;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Committees and their districts are reminded 90, 30 and 0 days before the end of a term, groups every year, each time once. */
@IntegrationTest
class TermReminderTest {

    @Autowired
    World world;

    @Autowired
    ACommittee committees;

    @Autowired
    TermReminders reminders;

    @Autowired
    TravellingClock clock;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private void mornings(LocalDate... days) {
        for (LocalDate day : days) {
            clock.at(day.atTime(LocalTime.of(9, 0)).atZone(Times.ZONE).toInstant(), reminders::remind);
        }
    }

    private List<String> told(CurrentUser person) {
        return jdbc.sql("SELECT subject FROM message WHERE operator_id = :id AND kind NOT LIKE 'ACCOUNT%'"
                        + " ORDER BY created_at")
                .param("id", person.operatorId().value())
                .query(String.class)
                .list();
    }

    @Test
    void aTermIsTalkedOfThreeTimesToTheCommitteeAndItsDistrict() {
        LocalDate end = world.today().plusDays(200);
        CommitteeView committee =
                committees.approved(CommitteeForms.formal(world.area("任期提醒院"), "任期提醒院业主委员会", end.minusYears(3), end));
        CurrentUser person = world.withAccount(world.personOf(committee), "reminded");
        CurrentUser clerk = world.withAccount(world.clerk(), "reminded-clerk");

        mornings(end.minusDays(91), end.minusDays(90), end.minusDays(89), end.minusDays(31));
        assertThat(told(person)).containsExactly("任期将于 " + end + " 届满：任期提醒院业主委员会");
        mornings(end.minusDays(28), end.minusDays(27), end.minusDays(1));
        assertThat(told(person)).hasSize(2);
        mornings(end, end.plusDays(1), end.plusDays(29), end.plusDays(40));

        assertThat(told(person)).hasSize(3).last().isEqualTo("任期于 " + end + " 届满：任期提醒院业主委员会");
        assertThat(told(clerk)).isEqualTo(told(person));
        assertThat(pages.open("/messages", clerk).select("form[action$=/open]")).hasSize(3);
    }

    @Test
    void aGroupIsRemindedEachYear() {
        CommitteeView group = world.preparatoryGroup("筹备提醒院");
        CurrentUser person = world.withAccount(world.personOf(group), "reminded-group");
        LocalDate registered = world.today();

        mornings(registered.plusYears(1).minusDays(1));
        assertThat(told(person)).isEmpty();
        mornings(
                registered.plusYears(1),
                registered.plusYears(1).plusDays(1),
                registered.plusYears(1).plusDays(80));
        assertThat(told(person)).hasSize(1);
        mornings(registered.plusYears(2).plusDays(3));

        assertThat(told(person)).hasSize(2).last().isEqualTo("筹备组登记已满周年：" + group.name());
    }
}
