package org.maintenancefund.enterprise.qualified;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the refresh takes over from the directory, over the wire, and what an outage keeps it from doing. */
@IntegrationTest
@Import(QualifiedCity.class)
class SharedRefreshTest {

    @Autowired
    World world;

    @Autowired
    QualifiedCity.People people;

    @Autowired
    DirectoryFixture directory;

    @Autowired
    Operators operators;

    @Autowired
    Enterprises enterprises;

    @Autowired
    QualifiedCompanies companies;

    private final CreditCode code = World.freeCreditCode();

    @AfterEach
    void allAnswered() {
        directory.answerOnly(-1);
    }

    private OperatorView kept(String username) {
        return operators.findByUsername(username).orElseThrow();
    }

    private EnterpriseView company() {
        return enterprises.find(code).orElseThrow();
    }

    @Test
    void aNewNameANewMobileAndANewDistrictAreTakenOver() {
        String one = people.signedIn(code.value(), "云州晨光物业");
        String two = people.signedIn(code.value(), "云州晨光物业");
        assertThat(company().district()).isEqualTo(people.district().id());
        DistrictCentre other = world.district("XH", "西湖片区", "乙街道");
        for (String person : new String[] {one, two}) {
            directory.set(person, "o", "云州晨光城市服务");
            directory.set(person, "l", "西湖片区");
        }
        directory.set(two, "mobile", "13900007123");

        RefreshRun run = people.refreshed();

        assertThat(run.state()).isEqualTo(RefreshRun.State.DONE);
        assertThat(run.changed()).as("one company, one person").isEqualTo(2);
        assertThat(company().name()).isEqualTo("云州晨光城市服务");
        assertThat(company().district()).isEqualTo(other.id());
        assertThat(kept(two).mobile()).hasToString("13900007123");
        assertThat(people.refreshed().changed()).as("nothing new").isZero();
    }

    @Test
    void whoIsGoneOrDisabledThereIsOutAndBackWhenTheyAreBack() {
        String gone = people.of(code.value(), "云州暮色物业");
        String disabled = people.of(code.value(), "云州暮色物业");
        Cookie ofGone = people.session(gone);
        Cookie ofDisabled = people.session(disabled);

        directory.remove(gone);
        RefreshRun first = people.refreshed();
        directory.set(disabled, "nsAccountLock", "true");
        RefreshRun second = people.refreshed();

        assertThat(first.gone()).isEqualTo(1);
        assertThat(second.gone()).isEqualTo(1);
        assertThat(people.isIn(ofGone)).isFalse();
        assertThat(people.isIn(ofDisabled)).isFalse();
        assertThat(kept(gone).state()).isEqualTo(OperatorState.DISABLED);

        directory.set(disabled, "nsAccountLock", null);
        people.refreshed();
        assertThat(kept(disabled).state()).isEqualTo(OperatorState.ACTIVE);
    }

    @Test
    void anOutageBeforeOrInTheMiddleOfTheReadingChangesNothing() {
        String stays = people.signedIn(code.value(), "云州停云物业");
        String leaves = people.signedIn(code.value(), "云州停云物业");
        // More than are read with one question.
        people.of(code.value(), "云州停云物业");
        people.of(code.value(), "云州停云物业");
        directory.set(stays, "o", "云州停云城市服务");
        directory.remove(leaves);

        directory.stop();
        RefreshRun before = people.refreshed();
        directory.start();
        directory.answerOnly(1);
        RefreshRun inTheMiddle = people.refreshed();

        for (RefreshRun run : new RefreshRun[] {before, inTheMiddle}) {
            assertThat(run.state()).isEqualTo(RefreshRun.State.FAILED);
            assertThat(run.failure()).contains("没有作任何更改");
        }
        assertThat(company().name()).isEqualTo("云州停云物业");
        assertThat(kept(leaves).state()).isEqualTo(OperatorState.ACTIVE);
        directory.answerOnly(-1);
        assertThat(people.refreshed().gone()).isEqualTo(1);
    }

    @Test
    void anOutageAfterTheReadingKeepsWhatWasDoneAndDisablesNobody() {
        String stays = people.signedIn(code.value(), "云州断桥物业");
        String leaves = people.signedIn(code.value(), "云州断桥物业");
        directory.set(stays, "o", "云州断桥城市服务");
        directory.remove(leaves);
        directory.asked();
        assertThat(people.refreshed().gone())
                .as("to learn how many questions a run asks")
                .isEqualTo(1);
        int questions = directory.asked().stream()
                .filter(asked -> asked.startsWith("("))
                .toList()
                .size();
        String next = people.signedIn(code.value(), "云州断桥城市服务");
        directory.set(stays, "mobile", "13900007555");
        directory.remove(next);

        directory.answerOnly(questions - 1);
        RefreshRun run = people.refreshed();

        assertThat(run.state()).isEqualTo(RefreshRun.State.FAILED);
        assertThat(run.failure()).contains("已做的更改保留");
        assertThat(run.changed()).isEqualTo(1);
        assertThat(kept(stays).mobile()).hasToString("13900007555");
        assertThat(kept(next).state()).isEqualTo(OperatorState.ACTIVE);
        directory.answerOnly(-1);
        people.refreshed();
    }

    @Test
    void aRegisteredCompanyThatTurnsUpIsAMatchOnce() {
        enterprises.register(World.newCompany("云州新绿物业", people.district().id(), code));
        people.of(code.value(), "云州新绿城市服务");

        assertThat(people.refreshed().matches()).isEqualTo(1);
        assertThat(people.refreshed().matches()).isZero();
        assertThat(company().qualification()).isEqualTo(Qualification.UNQUALIFIED);
        assertThat(company().name()).isEqualTo("云州新绿物业");
    }

    @Test
    void whoWorksForAnotherCompanyGoesWithItAndIsOutWhereItCanNotComeIn() {
        String mover = people.of(code.value(), "云州旧居物业");
        Cookie session = people.session(mover);
        String newCode = World.freeCreditCode().value();
        directory.set(mover, "organizationIdentifier", newCode);
        directory.set(mover, "o", "云州新居物业");

        people.refreshed();

        EnterpriseView entered = enterprises.find(new CreditCode(newCode)).orElseThrow();
        assertThat(kept(mover).organisation()).isEqualTo(entered.id().ref());
        assertThat(people.isIn(session))
                .as("the right to the former company's records")
                .isFalse();

        EnterpriseId registered = enterprises.register(
                World.newCompany("云州未明物业", people.district().id(), World.freeCreditCode()));
        directory.set(
                mover,
                "organizationIdentifier",
                enterprises.get(registered).creditCode().value());
        people.refreshed();
        assertThat(kept(mover).state()).isEqualTo(OperatorState.DISABLED);
        directory.remove(mover);
    }

    @Test
    void oneWhoCanNotBeTakenOverStopsNoOther() {
        String fails = people.signedIn(code.value(), "云州半途物业");
        String goesOn = people.signedIn(code.value(), "云州半途物业");
        directory.set(fails, "organizationIdentifier", World.freeCreditCode().value());
        directory.set(fails, "mobile", null);
        directory.set(goesOn, "cn", "陆小满");

        RefreshRun run = people.refreshed();

        assertThat(run.state()).isEqualTo(RefreshRun.State.DONE);
        assertThat(run.failures()).isEqualTo(1);
        assertThat(kept(goesOn).personName()).isEqualTo("陆小满");
        directory.remove(fails);
        people.refreshed();
    }

    @Test
    void aCompanyOfTheDirectoryIsKnownAsQualifiedBeforeAnybodySignsInUnlessTheDirectoryIsDown() {
        people.of(code.value(), "云州早春物业");
        assertThat(enterprises.find(code)).isEmpty();
        CreditCode nobodys = World.freeCreditCode();
        assertThat(companies.isKnownQualified(code)).as("nobody asked yet").isFalse();

        companies.askDirectory(code);
        companies.askDirectory(nobodys);
        assertThat(companies.isKnownQualified(code)).isTrue();
        assertThat(companies.isKnownQualified(nobodys)).isFalse();

        directory.stop();
        try {
            companies.askDirectory(code);
            assertThat(companies.isKnownQualified(code)).as("what it said last").isTrue();
        } finally {
            directory.start();
        }
    }
}
