package org.maintenancefund.billing.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.association.ATermination;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * What happens to a mandate at the very same moment. Nothing is rolled back: the races are real, and each has an area of its own in one
 * district.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MandateRacesTest extends MandatedArea {

    private static final int PEOPLE = 8;

    @Autowired
    ATermination aTermination;

    @Autowired
    MandateService service;

    private int areas;

    @BeforeEach
    void anOfficeCollects() {
        managed("竞听苑" + ++areas);
        mandate(0, 300);
    }

    private Mandate standing() {
        return mandates.of(area).stream()
                .map(NamedMandates.NamedMandate::mandate)
                .filter(mandate -> mandate.validFrom().equals(world.today()))
                .findFirst()
                .orElseThrow();
    }

    /** No mandate has a day outside of its association, nor shares one with another: asked of the database itself. */
    private void assertWithinTheAssociation() {
        assertThat(jdbc.sql("SELECT count(*) FROM collection_mandate m JOIN association s ON s.id = m.association_id"
                                + " WHERE m.area_id = :area AND NOT m.validity <@ s.effective")
                        .param("area", area.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void manyRowsForTheSameDaysLeaveOne() throws InterruptedException {
        MandateId id = standing().id();
        service.revoke(id, 0, day(1), "让位", ofCommittee);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            ApplicationNumber number = aMandate.submitted(committee, right(), day(2), day(90));
            numbers.add(number.value());
            aMandate.decided(number, ReviewAction.REFUSE, world.clerk());
        }
        List<Callable<Integer>> writers = numbers.stream()
                .map(number -> (Callable<Integer>) () -> jdbc.sql(
                                "INSERT INTO collection_mandate (id, area_id, committee_id,"
                                        + " enterprise_id, office_id, association_id, valid_from, valid_to, granted_to, approved_by,"
                                        + " approved_at, version) SELECT gen_random_uuid(), area_id, committee_id, enterprise_id, office_id,"
                                        + " association_id, :from, :to, :to, :number, now(), 0 FROM collection_mandate WHERE id = :id")
                        .param("from", day(2))
                        .param("to", day(90))
                        .param("number", number)
                        .param("id", id.value())
                        .update())
                .toList();

        List<Race.Outcome<Integer>> outcomes = Race.of(writers);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOf(DataIntegrityViolationException.class)
                        .hasMessageContaining("ex_collection_mandate_one_per_area"));
        assertThat(periods()).containsExactly("0 to 0 REVOKED", "2 to 90");
    }

    @RepeatedTest(4)
    void aMandateAndTheEndOfItsAssociationApprovedAtOnceLeaveNoDayOutside() throws InterruptedException {
        AssociationView right = right();
        ApplicationNumber mandate = aMandate.submitted(committee, right, day(10), day(400));
        ApplicationNumber end = aTermination.submitted(committee, right, day(200));

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(approved(mandate), ended(end)));

        assertThat(outcomes.get(1).failure()).isNull();
        assertWithinTheAssociation();
        if (outcomes.get(0).won()) {
            assertThat(periods()).containsExactly("0 to 9 REPLACED", "10 to 199 ASSOCIATION_ENDED");
        } else {
            assertThat(outcomes.get(0).failure())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason().code()).isEqualTo("billing.mandate.outside-now"));
            assertThat(periods()).containsExactly("0 to 199 ASSOCIATION_ENDED");
        }
    }

    @RepeatedTest(4)
    void aRevocationAndAReplacementAtOnceLeaveNoDayToBoth() throws InterruptedException {
        ApplicationNumber next = aMandate.submitted(committee, right(), day(20), day(400));
        MandateId id = standing().id();

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(approved(next), revoked(id, day(30))));

        assertThat(outcomes.get(0).failure()).isNull();
        if (!outcomes.get(1).won()) {
            assertThat(outcomes.get(1).failure()).isInstanceOf(StaleVersion.class);
        }
        assertThat(periods()).containsExactly("0 to 19 REPLACED", "20 to 400");
    }

    @Test
    void manyTakeItBackAtOnceAndOneDoes() throws InterruptedException {
        MandateId id = standing().id();
        List<Callable<Object>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(revoked(id, day(30 + i)));
        }

        List<Race.Outcome<Object>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleVersion.class));
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'MANDATE_ENDED' AND object_id = :id")
                        .param("id", id.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Callable<Object> approved(ApplicationNumber number) {
        return () -> {
            aMandate.decided(number, ReviewAction.APPROVE, world.clerk());
            return null;
        };
    }

    private Callable<Object> ended(ApplicationNumber number) {
        return () -> {
            aTermination.decided(
                    number,
                    ReviewAction.APPROVE,
                    world.anotherClerkOf(world.district().id()));
            return null;
        };
    }

    private Callable<Object> revoked(MandateId id, LocalDate firstDay) {
        return () -> {
            service.revoke(id, 0, firstDay, "改由社区代收", ofCommittee);
            return null;
        };
    }
}
