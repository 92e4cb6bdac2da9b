package org.maintenancefund.committee.dissolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.association.Associations;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A committee with its people and the company that manages its area, and 注销 as they fill it in and as the district decides. Nothing
 * is rolled back: each has a district of its own. */
abstract class ACommitteeThatEnds {

    static final String REVIEWS = "/committees/dissolutions/reviews/";

    static final String PASSWORD = "晚风吹过湖面 2026";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ADissolution dissolutions;

    @Autowired
    Committees committees;

    @Autowired
    Associations associations;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TravellingClock clock;

    String areaName;

    CommitteeView committee;

    EnterpriseId company;

    CurrentUser person;

    CurrentUser colleague;

    IssuedAccount account;

    @BeforeEach
    void aCommitteeWithItsPeopleAndItsCompany() {
        String letters = world.district().code();
        areaName = "终止花园" + letters;
        committee = world.committee(world.area(areaName), areaName + "业主委员会");
        company = world.company("终止物业" + letters);
        clock.at(
                clock.instant().minus(Duration.ofDays(30)),
                () -> world.association(
                        committee,
                        company,
                        null,
                        world.today().minusDays(30),
                        world.today().plusYears(2)));
        account = world.account(
                committee.id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "13900001234", "end" + letters.toLowerCase());
        operators.activate(account.username(), account.activationCode(), PASSWORD);
        person = world.personOf(committee);
        colleague = world.anotherClerkOf(committee.district());
    }

    ApplicationNumber submitted(CurrentUser user, String check, String form) {
        assertThat(pages.post(check, user, Map.of()))
                .hasRedirectedUrl(form.startsWith("/my/") ? "/my/committee" : "/committees/" + committee.id());
        return pending("COMMITTEE_DISSOLUTION");
    }

    ApplicationNumber pending(String kind) {
        return jdbc.sql("SELECT number FROM application WHERE kind = :kind AND subject_id = :id AND status = 'PENDING'")
                .param("kind", kind)
                .param("id", committee.id().value())
                .query((row, i) -> new ApplicationNumber(row.getString(1)))
                .single();
    }
}
