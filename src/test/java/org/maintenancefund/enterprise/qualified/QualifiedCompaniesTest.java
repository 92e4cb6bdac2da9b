package org.maintenancefund.enterprise.qualified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;

/** Companies of the city's directory. Nothing is rolled back: two who come in at once are two transactions. */
@IntegrationTest
class QualifiedCompaniesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Districts districts;

    @Autowired
    Enterprises enterprises;

    @Autowired
    QualifiedCompanies companies;

    @Autowired
    Operators operators;

    private final CreditCode code = World.freeCreditCode();

    @Test
    void theFirstPersonEntersTheCompanyAndLaterOnesRefreshIt() {
        EnterpriseView entered = admitted(person("云州甲物业", world.district().name()));
        assertThat(entered.qualification()).isEqualTo(Qualification.QUALIFIED);
        assertThat(entered.district()).isEqualTo(world.district().id());

        EnterpriseView renamed = admitted(person("云州甲城市服务", null));

        assertThat(renamed.id()).isEqualTo(entered.id());
        assertThat(renamed.name()).isEqualTo("云州甲城市服务");
        assertThat(renamed.district())
                .as("what the directory does not say stays")
                .isEqualTo(world.district().id());
        assertThat(companies.isKnownQualified(code)).isTrue();
    }

    @Test
    void twoWhoComeInForTheFirstTimeAtOnceAreOfOneCompany() throws InterruptedException {
        Callable<Checked<OrgRef>> coming = () -> companies.admit(person("云州乙物业", null));

        List<Race.Outcome<Checked<OrgRef>>> outcomes = Race.of(List.of(coming, coming, coming));

        assertThat(outcomes).filteredOn(Race.Outcome::won).isNotEmpty();
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(
                        outcome -> assertThat(outcome.failure()).isInstanceOf(DataIntegrityViolationException.class));
        assertThat(enterprises.find(code)).isPresent();
    }

    @Test
    void aCompanyWithoutADistrictHasItChosenByItsFirstPersonOnce() {
        DistrictCentre district = world.district();
        EnterpriseView company = admitted(person("云州丙物业", null));
        CurrentUser first =
                SignedIn.person("周敏", Role.ENTERPRISE_OPERATOR, company.id().ref(), company.name(), null);

        assertThat(pages.open("/workbench", first).text()).contains("请选择企业所属的区");
        assertThat(pages.open("/my/enterprise/district", first).text()).contains(district.name());
        assertThat(pages.post("/my/enterprise/district", first, Map.of("district", "nonsense")))
                .hasStatus(HttpStatus.BAD_REQUEST);
        Map<String, String> choice = Map.of("district", district.id().toString());
        assertThat(pages.post("/my/enterprise/district", first, choice)).hasRedirectedUrl("/workbench");

        assertThat(enterprises.get(company.id()).district()).isEqualTo(district.id());
        assertThat(pages.open("/workbench", first).text()).doesNotContain("请选择企业所属的区");
        DistrictCentre other = districts.all().stream()
                .filter(c -> !c.id().equals(district.id()))
                .findFirst()
                .orElse(district);
        pages.post(
                "/my/enterprise/district", first, Map.of("district", other.id().toString()));
        assertThat(enterprises.get(company.id()).district()).as("once").isEqualTo(district.id());
    }

    @Test
    void accountsOfAQualifiedCompanyAreNotMadeHere() {
        EnterpriseView company = admitted(person("云州庚物业", world.district().name()));

        assertThatThrownBy(() -> operators.create(local(company.id())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("account.refusal.shared-accounts");
    }

    @Test
    void withoutADirectoryThePageSaysSoAndNothingRuns() {
        assertThat(pages.open("/shared-credentials", world.administrator()).text())
                .contains("没有配置目录")
                .doesNotContain("立即刷新");
        assertThat(pages.post("/shared-credentials", world.administrator(), Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private EnterpriseView admitted(SharedPerson person) {
        Checked<OrgRef> admitted = companies.admit(person);
        assertThat(admitted.isOk()).isTrue();
        return enterprises.get(EnterpriseId.of(admitted.value()));
    }

    private String ending() {
        return code.value().substring(9, 17).toLowerCase();
    }

    private NewOperator local(EnterpriseId company) {
        return new NewOperator(
                company.ref(), Role.ENTERPRISE_OPERATOR, "周敏", new MobileNumber("13900007001"), "qlocal" + ending());
    }

    private SharedPerson person(String company, String districtName) {
        return new SharedPerson(
                "q.shared" + ending(),
                new PersonName("龚锦程"),
                new MobileNumber("13900007002"),
                code,
                company,
                districtName,
                null,
                false);
    }
}
