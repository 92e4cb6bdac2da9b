package org.maintenancefund.enterprise.qualified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.enterprise.CompanyFixture.aCompany;
import static org.maintenancefund.enterprise.CompanyFixture.aCreditCode;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
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
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The whole way over the wire: the sign-in, the directory, and the company as it is kept. */
@IntegrationTest
@Import(QualifiedCity.class)
class QualifiedSignInTest {

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

    private final CreditCode code = aCreditCode();

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
        EnterpriseId registered =
                enterprises.register(aCompany("云州旧册物业", people.district().id(), code));
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
        CurrentUser clerk = SignedIn.person(
                "陈晓梅",
                Role.DISTRICT_STAFF,
                new OrgRef(OrgType.DISTRICT_CENTRE, people.district().id().value()),
                people.district().centreName(),
                people.district().id());
        matches.confirm(match.id(), match.version(), clerk);

        assertThat(people.signIn(person)).hasRedirectedUrl("/workbench");
        assertThat(enterprises.get(registered).qualification()).isEqualTo(Qualification.QUALIFIED);
        assertThat(enterprises.get(registered).name()).isEqualTo("云州新册物业");
    }

    private String refusal(String username) {
        MvcTestResult result = people.signIn(username);
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return Pages.parse(result).select(".error-summary li").text();
    }
}
