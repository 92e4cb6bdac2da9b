package org.maintenancefund.enterprise.qualified;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.enterprise.domain.EnterpriseMatch;
import org.maintenancefund.enterprise.domain.EnterpriseMatchState;
import org.maintenancefund.enterprise.domain.EnterpriseMatches;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The whole way over the wire: the sign-in, the directory, and the company as it is kept. */
@IntegrationTest
@Import(QualifiedCity.class)
class QualifiedSignInTest {

    @Autowired
    World world;

    @Autowired
    QualifiedCity.People people;

    @Autowired
    DirectoryFixture directory;

    @Autowired
    Enterprises enterprises;

    @Autowired
    EnterpriseMatches matches;

    @Autowired
    Operators operators;

    private final CreditCode code = World.freeCreditCode();

    @Test
    void twoOfOneCompanyWhoSignInForTheFirstTimeAtOnceAreBothInAndTheCompanyIsOne() throws InterruptedException {
        String one = people.of(code.value(), "云州同行物业");
        String two = people.of(code.value(), "云州同行物业");

        List<Race.Outcome<MvcTestResult>> both = Race.of(List.of(() -> people.signIn(one), () -> people.signIn(two)));

        assertThat(both).allSatisfy(outcome -> assertThat(outcome.value()).hasRedirectedUrl("/workbench"));
        EnterpriseId company = enterprises.find(code).orElseThrow().id();
        assertThat(operators.of(company.ref())).hasSize(2);
    }

    @Test
    void theFirstPersonOfACompanyWithoutADistrictIsLedToChooseIt() {
        String first = people.of(code.value(), "云州无区物业");
        directory.set(first, "l", null);

        assertThat(people.signIn(first)).hasRedirectedUrl("/my/enterprise/district");
        assertThat(enterprises.find(code).orElseThrow().district()).isNull();
    }

    @Test
    void aCompanyThatRegisteredHereComesInOnceItsDistrictHasConfirmed() {
        EnterpriseId registered = enterprises.register(
                World.newCompany("云州旧册物业", people.district().id(), code));
        String person = people.of(code.value(), "云州新册物业");

        assertThat(refusal(person)).contains("要先由所属区中心核对");
        EnterpriseMatch match = matches
                .list(people.district().id(), Optional.of(EnterpriseMatchState.OPEN))
                .page(Cursor.start())
                .items()
                .stream()
                .filter(found -> found.enterprise().equals(registered))
                .findFirst()
                .orElseThrow();
        matches.confirm(
                match.id(), match.version(), world.clerkOf(people.district().id()));

        assertThat(people.signIn(person)).hasRedirectedUrl("/workbench");
        assertThat(enterprises.get(registered).qualification()).isEqualTo(Qualification.QUALIFIED);
        assertThat(enterprises.get(registered).name()).isEqualTo("云州新册物业");
    }

    private String refusal(String username) {
        MvcTestResult result = people.signIn(username);
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return Pages.parse(result).select(".error-summary h2").text();
    }
}
