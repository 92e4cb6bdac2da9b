package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.StaleDecision;
import org.maintenancefund.association.web.AssociationDefinition;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens when people do things at the very same moment. Nothing is rolled back: the races are real. */
@IntegrationTest
class AssociationRacesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Offices offices;

    @Autowired
    Operators operators;

    @Autowired
    Associations associations;

    @Autowired
    Applications applications;

    @Autowired
    Applicants applicants;

    @Autowired
    AnAssociation anAssociation;

    private CommitteeView committee;
    private EnterpriseId company;
    private CurrentUser companyPerson;

    @BeforeEach
    void aCityOfItsOwn() {
        committee = world.committee(world.area("争先花园"), "争先花园业主委员会");
        company = world.company("云州争先物业公司");
        companyPerson = world.personOf(company);
    }

    @Test
    void twoReviewersApproveTheSameApplicationAtOnceAndOneRightBegins() throws InterruptedException {
        ApplicationNumber number = submitted(null);
        CurrentUser colleague = world.anotherClerkOf(world.district().id());

        List<Race.Outcome<Object>> outcomes =
                Race.of(List.of(approval(number, world.clerk()), approval(number, colleague)));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleDecision.class));
        assertThat(associations.of(committee.id())).hasSize(1);
    }

    /** Whatever comes first: a withdrawn application gives no right, an approved one is not withdrawn. */
    @Test
    void anApprovalAndAWithdrawalAtOnceEndInOneOfThem() throws InterruptedException {
        ApplicationNumber number = submitted(null);
        CurrentUser applicant = world.personOf(committee);

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(approval(number, world.clerk()), () -> {
            applicants.withdraw(applicants.require(AssociationDefinition.KIND, number, applicant));
            return null;
        }));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        boolean approved = status(number) == ReviewStatus.APPROVED;
        assertThat(associations.of(committee.id())).hasSize(approved ? 1 : 0);
    }

    @RepeatedTest(4)
    void anOfficeDeletedWhileItIsApprovedIsEitherKeptOrRefused() throws InterruptedException {
        OfficeId office = world.office("争先管理处", company);
        ApplicationNumber number = submitted(office);

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(approval(number, world.clerk()), () -> deletion(office)));

        assertThat(outcomes.get(1).failure()).isNull();
        boolean approved = outcomes.get(0).won();
        assertThat(offices.find(office).isPresent()).isEqualTo(approved);
        assertThat(associations.areasOf(office.ref())).hasSize(approved ? 1 : 0);
        assertThat(status(number)).isEqualTo(approved ? ReviewStatus.APPROVED : ReviewStatus.PENDING);
        if (!approved) {
            assertThat(outcomes.get(0).failure())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason().code()).isEqualTo("association.office.gone"));
        }
    }

    @RepeatedTest(4)
    void anOfficeDeletedWhileItGetsAnAccountIsEitherKeptOrRefused() throws InterruptedException {
        OfficeId office = world.office("争先账号管理处", company);
        String username = "race" + office.value().toString().substring(24);
        Callable<Object> account =
                () -> world.account(office.ref(), Role.OFFICE_OPERATOR, "郑负责", "13900004321", username);

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(account, () -> deletion(office)));

        boolean created = outcomes.get(0).won();
        assertThat(offices.find(office).isPresent()).isEqualTo(created);
        assertThat(operators.of(office.ref())).hasSize(created ? 1 : 0);
        if (!created) {
            assertThat(outcomes.get(0).failure()).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void twoColleaguesOpenAnOfficeOfTheSameNameAtOnceAndOneIsToldSo() throws InterruptedException {
        OfficeDetails mine = World.newOffice("争先同名管理处", world.district());
        OfficeDetails theirs = new OfficeDetails(
                "争先 同名管理处",
                world.district().id(),
                "别处",
                mine.head(),
                mine.contactName(),
                mine.contactMobile(),
                null,
                null,
                "");

        List<Race.Outcome<OfficeId>> outcomes = Race.of(List.<Callable<OfficeId>>of(
                () -> offices.open(mine, companyPerson), () -> offices.open(theirs, companyPerson)));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.reason().code()).isEqualTo("office.refusal.name-taken")));
    }

    @Test
    void aDoubleClickOpensOneOfficeAndBothLandOnIt() throws InterruptedException {
        OfficeDetails details = World.newOffice("争先双击管理处", world.district());
        Callable<OfficeId> click = () -> offices.open(details, companyPerson);

        List<Race.Outcome<OfficeId>> outcomes = Race.of(List.of(click, click, click));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(outcomes)
                .extracting(Race.Outcome::value)
                .containsOnly(outcomes.get(0).value());
        assertThat(offices.allOf(company)).hasSize(1);
    }

    private ApplicationNumber submitted(OfficeId office) {
        return anAssociation.submitted(
                committee,
                company,
                office,
                world.today().minusDays(1),
                world.today().plusYears(1));
    }

    private Callable<Object> approval(ApplicationNumber number, CurrentUser by) {
        return () -> {
            anAssociation.decided(number, ReviewAction.APPROVE, by);
            return null;
        };
    }

    /** By its page, as the company does it; 303 or 409, nothing else. */
    private Object deletion(OfficeId office) {
        int status = pages.post("/my/offices/" + office + "/delete", companyPerson, Map.of())
                .getResponse()
                .getStatus();
        assertThat(status).isIn(303, 409);
        return null;
    }

    private ReviewStatus status(ApplicationNumber number) {
        return applications
                .forReview(AssociationDefinition.KIND, number, world.clerk())
                .status();
    }
}
