package org.maintenancefund.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Who sees the collection of an area, of which months, and who does it. */
@IntegrationTest
@Transactional
class CollectionRightsTest {

    @Autowired
    World world;

    @Autowired
    CollectionRights rights;

    @Autowired
    PropertyAreas areas;

    @Autowired
    TravellingClock clock;

    private AreaId area;
    private CommitteeView committee;
    private EnterpriseId company;
    private OfficeId office;
    private EnterpriseId stranger;

    @BeforeEach
    void anOfficeCollectsForHundredDays() {
        area = world.area("听潮苑");
        committee = world.committee(area, "听潮苑业主委员会");
        company = world.company("云州听潮物业有限公司");
        office = world.office("听潮苑管理处", company);
        stranger = world.company("云州陌路物业有限公司");
        world.association(committee, company, office, world.today(), day(900));
        world.mandate(committee, day(0), day(100));
    }

    private LocalDate day(int days) {
        return world.today().plusDays(days);
    }

    private void on(int days, Runnable work) {
        clock.at(day(days).atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }

    private boolean sees(CurrentUser user) {
        return allowed(() -> rights.get(area, user));
    }

    private boolean collects(CurrentUser user) {
        return allowed(() -> rights.collecting(area, user));
    }

    private static boolean allowed(Runnable asked) {
        try {
            asked.run();
            return true;
        } catch (NotFound no) {
            return false;
        }
    }

    private static CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    @Test
    void theOfficeAndItsCompanyCollectTheOthersLook() {
        for (CurrentUser collector : List.of(world.personOf(office), world.personOf(company))) {
            assertThat(sees(collector)).isTrue();
            assertThat(collects(collector)).isTrue();
            assertThat(rights.of(collector)).containsExactly(area);
        }
        for (CurrentUser reader : List.of(world.personOf(committee), world.clerk(), world.municipal(), auditor())) {
            assertThat(sees(reader)).as(reader.role().name()).isTrue();
            assertThat(collects(reader)).as(reader.role().name()).isFalse();
            assertThat(rights.months(areas.get(area), reader)).isEqualTo(SeenMonths.ALL);
        }
        assertThat(rights.of(world.personOf(committee))).containsExactly(area);
    }

    @Test
    void anothersAreaIsNotThere() {
        CommitteeView others = world.committee(world.area("别潮苑"), "别潮苑业主委员会");
        OfficeId other = world.office("别潮苑管理处", company);

        for (CurrentUser user : List.of(
                world.personOf(stranger), world.personOf(other), world.personOf(others), world.clerkElsewhere())) {
            assertThat(sees(user)).as(user.organisationName()).isFalse();
            assertThat(collects(user)).as(user.organisationName()).isFalse();
        }
        assertThat(rights.of(world.personOf(stranger))).isEmpty();
    }

    @Test
    void managingAnAreaIsNoRightToCollectInIt() {
        AreaId managed = world.area("只管苑");
        world.association(world.committee(managed, "只管苑业主委员会"), stranger, null, world.today(), day(900));

        assertThatThrownBy(() -> rights.get(managed, world.personOf(stranger))).isInstanceOf(NotFound.class);
    }

    @Test
    void whoseMandateIsOverSeesItsMonthsAndDoesNothing() {
        CurrentUser person = world.personOf(office);
        on(100, () -> assertThat(collects(person)).isTrue());
        on(101, () -> {
            assertThat(sees(person)).isTrue();
            assertThat(collects(person)).isFalse();
            assertThat(rights.of(person)).containsExactly(area);
            SeenMonths months = rights.months(areas.get(area), person);
            assertThat(months.all()).isFalse();
            assertThat(months.contains(YearMonth.from(day(0)))).isTrue();
            assertThat(months.contains(YearMonth.from(day(100)))).isTrue();
            assertThat(months.contains(YearMonth.from(day(0)).minusMonths(1))).isFalse();
            assertThat(months.contains(YearMonth.from(day(100)).plusMonths(1))).isFalse();
            assertThat(months.firstDays()).hasSizeBetween(4, 5).allMatch(first -> first.endsWith("-01"));
        });
    }

    /** Who collected before sees nothing of the months of the next one, who sees everything. */
    @Test
    void theNextCollectorSeesTheMonthsBeforeAndTheFormerOneNoneAfter() {
        world.association(committee, stranger, null, day(200), day(900));
        world.mandate(committee, day(200), day(800));
        CurrentUser former = world.personOf(office);
        CurrentUser next = world.personOf(stranger);

        on(150, () -> {
            assertThat(sees(next)).as("to come").isTrue();
            assertThat(collects(next)).isFalse();
            assertThat(rights.months(areas.get(area), next).contains(YearMonth.from(day(0))))
                    .isFalse();
            assertThat(rights.mandateOn(area, day(150))).isEmpty();
        });
        on(300, () -> {
            assertThat(collects(next)).isTrue();
            assertThat(rights.months(areas.get(area), next)).isEqualTo(SeenMonths.ALL);
            assertThat(rights.months(areas.get(area), former).contains(YearMonth.from(day(300))))
                    .isFalse();
            assertThat(rights.mandateOn(area, day(300)))
                    .hasValueSatisfying(
                            mandate -> assertThat(mandate.collector()).isEqualTo(stranger.ref()));
        });
    }

    @Test
    void whatNeverBeganGivesNothing() {
        world.association(committee, stranger, null, day(200), day(900));
        world.mandate(committee, day(200), day(800));
        world.association(committee, world.company("云州捷足物业有限公司"), null, day(150), day(900));

        assertThat(sees(world.personOf(stranger))).isFalse();
        assertThat(rights.of(world.personOf(stranger))).isEmpty();
    }
}
