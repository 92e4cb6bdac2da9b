package org.maintenancefund.billing.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.ATermination;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.committee.dissolution.ADissolution;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A mandate ends with the association, in whatever way that ends, and in the same transaction. */
@IntegrationTest
@Transactional
class MandateEndsTest extends MandatedArea {

    @Autowired
    AnAssociation anAssociation;

    @Autowired
    ATermination aTermination;

    @Autowired
    ADissolution aDissolution;

    @Autowired
    Enterprises enterprises;

    @Autowired
    CollectionRights rights;

    @Autowired
    PropertyAreas areas;

    private EnterpriseId second;

    @BeforeEach
    void anOfficeCollects() {
        managed("听泉苑");
        second = world.company("云州再聘物业有限公司");
        mandate(0, 700);
    }

    @Test
    void withAReplacement() {
        world.association(committee, second, null, day(40), day(500));

        assertThat(periods()).containsExactly("0 to 39 ASSOCIATION_ENDED");
    }

    @Test
    void withATerminationWhichSaysSoBefore() {
        ApplicationNumber number = aTermination.submitted(committee, right(), day(60));
        assertThat(pages.open("/associations/terminations/reviews/" + number, world.clerk())
                        .select(".findings")
                        .text())
                .contains("听泉苑管理处的收取授权（" + world.today() + " 至 " + day(700) + "）随之终止，最后一天是 " + day(59));

        aTermination.decided(number, ReviewAction.APPROVE, world.clerk());

        assertThat(periods()).containsExactly("0 to 59 ASSOCIATION_ENDED");
    }

    @Test
    void withTheCommittee() {
        on(10, () -> {
            ApplicationNumber number = aDissolution.submitted(committee);
            assertThat(pages.open("/committees/dissolutions/reviews/" + number, world.clerk())
                            .text())
                    .contains("收取授权（" + world.today() + " 至 " + day(700) + "）随之终止");
            aDissolution.decided(number, ReviewAction.APPROVE, world.clerk());
        });

        assertThat(periods()).containsExactly("0 to 9 ASSOCIATION_ENDED");
    }

    @Test
    void onTheDayItBeganItHasNoDay() {
        aDissolution.approved(committee, world.clerk());

        assertThat(periods()).containsExactly("0 to -1 ASSOCIATION_ENDED");
        assertThat(rights.mandateOn(area, world.today())).isEmpty();
    }

    @Test
    void oneOfALaterAssociationNeverBegins() {
        world.association(committee, second, null, day(100), day(500));
        world.mandate(committee, day(100), day(400));
        aTermination.approved(committee, associations.comingFor(area).get(0), day(50), world.clerk());

        assertThat(periods()).containsExactly("0 to 99 ASSOCIATION_ENDED", "100 to 99 ASSOCIATION_ENDED");
    }

    /** An association that begins later gives way at its beginning, and its mandate with it. */
    @Test
    void oneOfAnAssociationThatIsPutOffIsPutOff() {
        world.association(committee, second, null, day(100), day(700));
        world.mandate(committee, day(100), day(400));
        EnterpriseId between = world.company("云州过渡物业有限公司");

        world.association(committee, between, null, day(90), day(200));

        assertThat(periods()).containsExactly("0 to 89 ASSOCIATION_ENDED", "201 to 400");
    }

    @Test
    void whatEndsBeforeTheAssociationDoesIsNotTouched() {
        aTermination.approved(committee, right(), day(720), world.clerk());

        assertThat(periods()).containsExactly("0 to 700");
    }

    /** While a company is disabled its right to manage rests, and so does the mandate. */
    @Test
    void aDisabledCompanyCollectsNothingUntilItIsEnabledAgain() {
        assertThat(rights.mayCollect(areas.get(area), ofOffice)).isTrue();
        enterprises.disable(company, "长期失联", world.clerk());

        assertThat(rights.mayCollect(areas.get(area), ofOffice)).isFalse();
        assertThat(rights.mayCollect(areas.get(area), ofCompany)).isFalse();
        assertThat(periods()).containsExactly("0 to 700");
    }

    @Test
    void onItsOwnLastDayNothingHasToHappen() {
        on(700, () -> assertThat(rights.mandateOn(area, day(700))).isPresent());
        on(701, () -> {
            assertThat(rights.mandateOn(area, day(701))).isEmpty();
            assertThat(pages.open("/mandates", ofCommittee)
                            .select("table")
                            .last()
                            .text())
                    .contains("到期");
        });
    }

    @Test
    void theViewForOtherModulesHasItsDaysAndWhoCollects() {
        world.association(committee, second, null, day(40), day(500));
        world.mandate(committee, day(50), day(400));

        assertThat(collectors(39)).containsExactly(office.value());
        assertThat(collectors(45)).isEmpty();
        assertThat(collectors(50)).containsExactly(second.value());
    }

    private List<UUID> collectors(int days) {
        return jdbc.sql(
                        "SELECT collector_id FROM area_collected WHERE area_id = :area AND validity @> cast(:day AS date)")
                .param("area", area.value())
                .param("day", day(days))
                .query((row, i) -> row.getObject(1, UUID.class))
                .list();
    }
}
