package org.maintenancefund.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.association.ATermination;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.domain.ContractReminders;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.domain.TermReminders;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Committee, company, office and district are reminded 90, 30 and 0 days before the end of a contract, each time once. */
@IntegrationTest
class ContractReminderTest {

    @Autowired
    World world;

    @Autowired
    ContractReminders reminders;

    @Autowired
    TermReminders termReminders;

    @Autowired
    ATermination aTermination;

    @Autowired
    Associations associations;

    @Autowired
    TravellingClock clock;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private CommitteeView committee;
    private EnterpriseId company;
    private LocalDate end;

    @BeforeEach
    void aCommitteeAndACompany() {
        committee = world.committee(world.area("合同提醒院"), "合同提醒院业主委员会");
        company = world.company("云州合同物业公司");
        end = world.today().plusDays(200);
    }

    private void mornings(LocalDate... days) {
        for (LocalDate day : days) {
            morning(day, reminders::remind);
        }
    }

    private int morning(LocalDate day, java.util.function.Supplier<Integer> job) {
        return clock.at(day.atTime(LocalTime.of(9, 0)).atZone(Times.ZONE).toInstant(), job);
    }

    private List<String> told(CurrentUser person) {
        return jdbc.sql("SELECT subject FROM message WHERE operator_id = :id"
                        + " AND kind IN ('CONTRACT_ENDING', 'CONTRACT_ENDED') ORDER BY created_at")
                .param("id", person.operatorId().value())
                .query(String.class)
                .list();
    }

    @Test
    void everybodyWhomAContractConcernsIsToldThreeTimes() {
        OfficeId office = world.office("合同提醒院管理处", company);
        world.association(committee, company, office, world.today(), end);
        String suffix = end.toString().substring(5).replace("-", "");
        CurrentUser person = world.withAccount(world.personOf(committee), "contract-committee" + suffix);
        CurrentUser manager = world.withAccount(world.personOf(office), "contract-office" + suffix);
        CurrentUser boss = world.withAccount(world.personOf(company), "contract-company" + suffix);
        CurrentUser clerk = world.withAccount(world.clerk(), "contract-clerk" + suffix);

        mornings(end.minusDays(91));
        assertThat(told(person)).isEmpty();
        mornings(end.minusDays(90), end.minusDays(89), end.minusDays(31));
        String name = "合同提醒院（云州合同物业公司 · 合同提醒院管理处）";
        assertThat(told(person)).containsExactly("物业服务合同将于 " + end + " 到期：" + name);
        mornings(end.minusDays(28), end.minusDays(1));
        assertThat(told(person)).hasSize(2);
        mornings(end, end.plusDays(1), end.plusDays(30), end.plusDays(31));

        assertThat(told(person)).hasSize(3).last().isEqualTo("物业服务合同于 " + end + " 到期：" + name);
        for (CurrentUser other : List.of(manager, boss, clerk)) {
            assertThat(told(other)).isEqualTo(told(person));
        }
        assertThat(pages.open("/messages", manager).select("main").text()).contains("到期后关联自动终止");
    }

    @Test
    void nobodyIsToldOfAContractThatWasEndedOrThatALaterOneFollows() {
        CurrentUser person = world.withAccount(world.personOf(committee), "contract-ended");
        world.association(committee, company, null, world.today(), end);
        world.association(committee, company, null, end.plusDays(1), end.plusDays(400));
        mornings(end.minusDays(90), end);
        assertThat(told(person)).as("a later one follows").isEmpty();

        aTermination.approved(
                committee, associations.comingFor(committee.area()).get(0), world.today(), world.clerk());
        mornings(end.minusDays(90));
        assertThat(told(person)).as("and now none does").hasSize(1);

        aTermination.approved(
                committee, associations.effectiveFor(committee.area()).orElseThrow(), end.minusDays(60), world.clerk());
        mornings(end.minusDays(30), end);
        assertThat(told(person)).as("it was ended before").hasSize(1);
    }

    @Test
    void aLaterContractAfterDaysWithoutOneSilencesNothing() {
        CurrentUser person = world.withAccount(world.personOf(committee), "contract-gap");
        world.association(committee, company, null, world.today(), end);
        world.association(committee, company, null, end.plusDays(10), end.plusDays(400));

        mornings(end.minusDays(90));

        assertThat(told(person)).hasSize(1);
    }

    @Test
    void aCompanyIsToldWhenItsRightEnds() {
        CurrentUser boss = world.withAccount(world.personOf(company), "contract-told");
        world.association(committee, company, null, world.today(), end);

        aTermination.approved(
                committee, associations.effectiveFor(committee.area()).orElseThrow(), end.minusDays(60), world.clerk());

        assertThat(pages.open("/messages", boss).select("main").text())
                .contains("关联到 " + end.minusDays(61) + " 为止：合同提醒院（云州合同物业公司）");
    }

    @Test
    void aCompanyIsToldWhenItsRightBeginsLater() {
        CurrentUser boss = world.withAccount(world.personOf(company), "contract-later");
        world.association(committee, company, null, world.today().plusDays(30), end);

        EnterpriseId interim = world.company("云州先来物业公司");
        world.association(committee, interim, null, world.today(), world.today().plusDays(60));

        assertThat(pages.open("/messages", boss).select("main").text())
                .contains("关联改从 " + world.today().plusDays(61) + " 起：合同提醒院（云州合同物业公司）");
    }

    /** Two instances in the same minute, of both jobs: nobody is told the same twice. */
    @Test
    void twoInstancesTellEverybodyOnce() throws InterruptedException {
        CurrentUser person = world.withAccount(world.personOf(committee), "contract-raced");
        world.association(committee, company, null, world.today(), end);
        LocalDate termEnd = committee.term() == null
                ? end
                : jdbc.sql("SELECT term_end FROM committee WHERE id = :id")
                        .param("id", committee.id().value())
                        .query(LocalDate.class)
                        .single();
        Callable<Integer> contracts = () -> morning(end.minusDays(90), reminders::remind);
        Callable<Integer> terms = () -> morning(termEnd.minusDays(30), termReminders::remind);

        List<Race.Outcome<Integer>> outcomes = Race.of(List.of(contracts, contracts, terms, terms));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(outcomes).extracting(Race.Outcome::value).allMatch(due -> due > 0);
        assertThat(told(person)).hasSize(1);
        assertThat(jdbc.sql("SELECT count(*) FROM message WHERE operator_id = :id AND kind = 'TERM_ENDING'")
                        .param("id", person.operatorId().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
