package org.maintenancefund.association.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.association.Associations;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.maintenancefund.office.domain.OfficeService;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** 停用 at the very moment in which somebody begins something for the company. Nothing is rolled back. */
@IntegrationTest
class CompanySuspensionRacesTest {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Offices offices;

    @Autowired
    OfficeService keeping;

    @Autowired
    Organisations organisations;

    @Autowired
    Associations associations;

    @Autowired
    AnAssociation association;

    @Autowired
    TransactionOperations transactions;

    private SuspendedCompany city;

    @BeforeEach
    void aCompany() {
        city = new SuspendedCompany(mvc, operators, world);
    }

    @RepeatedTest(3)
    void anApprovalIsEitherBeforeItOrRefused() throws InterruptedException {
        ApplicationNumber number = submitted();

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(approval(number), disabling()));

        assertThat(outcomes.get(1).failure()).isNull();
        assertApprovedOrRefused(outcomes.get(0), "association.enterprise.gone");
        assertThat(associations.areasOf(city.office.ref()))
                .as("while it rests, approved or not")
                .isEmpty();
    }

    @RepeatedTest(3)
    void anApprovalForAnOfficeIsEitherBeforeItsDisablingOrRefused() throws InterruptedException {
        ApplicationNumber number = submitted();

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(approval(number), () -> {
            keeping.disable(city.office, city.companyPerson);
            return null;
        }));

        assertThat(outcomes.get(1).failure()).isNull();
        assertApprovedOrRefused(outcomes.get(0), "association.office.gone");
    }

    /** The approval has read that the company is active; it must not get through before 停用 is decided. */
    @Test
    void anApprovalWaitsForADisablingThatIsUnderWay() throws Exception {
        assertRefusedAfterWaiting(disabling(), "association.enterprise.gone");
    }

    @Test
    void anApprovalWaitsForTheDisablingOfTheOfficeToo() throws Exception {
        assertRefusedAfterWaiting(
                () -> {
                    keeping.disable(city.office, city.companyPerson);
                    return null;
                },
                "association.office.gone");
    }

    private void assertRefusedAfterWaiting(Callable<Object> disabling, String code) throws Exception {
        ApplicationNumber number = submitted();
        CompletableFuture<Object> approval = transactions.execute(status -> {
            call(disabling);
            CompletableFuture<Object> waiting = CompletableFuture.supplyAsync(() -> call(approval(number)));
            assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return waiting;
        });

        assertThatThrownBy(() -> approval.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(Refusal.class)
                .satisfies(failed -> assertThat(
                                ((Refusal) failed.getCause()).reason().code())
                        .isEqualTo(code));
    }

    private static Object call(Callable<Object> step) {
        try {
            return step.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @RepeatedTest(3)
    void whoSignsInMeanwhileIsOutAtTheNextRequest() throws InterruptedException {
        List<Callable<Object>> runners = new ArrayList<>(List.of(disabling()));
        for (String username : List.of(city.ofCompany, city.ofOffice, city.ofCompany, city.ofOffice)) {
            runners.add(() -> city.signIn(username));
        }

        List<Race.Outcome<Object>> outcomes = Race.of(runners);

        assertThat(outcomes).allMatch(Race.Outcome::won);
        for (Race.Outcome<Object> outcome : outcomes.subList(1, outcomes.size())) {
            MvcTestResult signedIn = (MvcTestResult) outcome.value();
            if (signedIn.getResponse().getStatus() == 302) {
                assertThat(city.open("/workbench", SuspendedCompany.session(signedIn)))
                        .hasStatus3xxRedirection()
                        .redirectedUrl()
                        .endsWith("/login");
            } else {
                assertThat(signedIn).hasStatus(400).bodyText().contains("停用");
            }
        }
    }

    @RepeatedTest(3)
    void anOfficeOpenedMeanwhileRestsTooOrIsRefused() throws InterruptedException {
        Callable<Object> opening = () -> offices.open(city.officeNamed("赶在停用前管理处"), city.companyPerson);

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(opening, disabling()));

        assertThat(outcomes.get(1).failure()).isNull();
        if (outcomes.get(0).won()) {
            OrgRef opened = ((OfficeId) outcomes.get(0).value()).ref();
            assertThat(organisations.suspension(opened)).isPresent();
        } else {
            assertThat(outcomes.get(0).failure()).isInstanceOf(Refusal.class);
        }
    }

    @RepeatedTest(3)
    void twoWhoDisableItAtOnceDoItOnce() throws InterruptedException {
        List<Race.Outcome<Object>> outcomes = Race.of(List.of(disabling(), disabling()));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
    }

    private ApplicationNumber submitted() {
        AreaId area = world.area("争停花园");
        CommitteeView committee = world.committee(area, "争停花园业主委员会");
        LocalDate today = world.today();
        return association.submitted(committee, city.company, city.office, today, today.plusYears(1));
    }

    private Callable<Object> approval(ApplicationNumber number) {
        return () -> {
            association.decided(number, ReviewAction.APPROVE, city.clerk);
            return null;
        };
    }

    private Callable<Object> disabling() {
        return () -> {
            enterprises.disable(city.company, "停业整顿", city.clerk);
            return null;
        };
    }

    private static void assertApprovedOrRefused(Race.Outcome<Object> approval, String code) {
        if (!approval.won()) {
            assertThat(approval.failure())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
        }
    }
}
