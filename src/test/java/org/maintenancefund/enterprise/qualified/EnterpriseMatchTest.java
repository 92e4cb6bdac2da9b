package org.maintenancefund.enterprise.qualified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.enterprise.domain.EnterpriseMatch;
import org.maintenancefund.enterprise.domain.EnterpriseMatchState;
import org.maintenancefund.enterprise.domain.EnterpriseMatches;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Companies registered here that turn up in the directory. Nothing is rolled back: who decides at once is two transactions. */
@IntegrationTest
class EnterpriseMatchTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private static final String PATH = "/enterprises/matches";

    @Autowired
    Enterprises enterprises;

    @Autowired
    QualifiedCompanies companies;

    @Autowired
    EnterpriseMatches matches;

    @Autowired
    Operators operators;

    @Autowired
    Passwords passwords;

    private EnterpriseId company;
    private final CreditCode code = World.freeCreditCode();

    @BeforeEach
    void aRegisteredCompanyOfADistrict() {
        company = world.company("云州丁物业", code);
    }

    private String ending() {
        return code.value().substring(9, 17).toLowerCase();
    }

    private NewOperator local() {
        return new NewOperator(
                company.ref(), Role.ENTERPRISE_OPERATOR, "周敏", new MobileNumber("13900007001"), "mlocal" + ending());
    }

    private SharedPerson person(String name, @Nullable String districtName) {
        return new SharedPerson(
                "m.shared" + ending(),
                new PersonName("龚锦程"),
                new MobileNumber("13900007002"),
                code,
                name,
                districtName,
                null,
                false);
    }

    private String tryToComeIn(String name) {
        return companies.admit(person(name, null)).reason().code();
    }

    private EnterpriseMatch found(String name) {
        assertThat(tryToComeIn(name)).isEqualTo("enterprise.shared.unconfirmed");
        return matches.list(world.district().id(), Optional.of(EnterpriseMatchState.OPEN))
                .page(Cursor.start())
                .items()
                .get(0);
    }

    private MvcTestResult decide(EnterpriseMatch match, String how, Map<String, String> more) {
        Map<String, String> form = new java.util.HashMap<>(more);
        form.putIfAbsent("version", Integer.toString(match.version()));
        return pages.post(PATH + "/" + match.id() + "/" + how, world.clerk(), form);
    }

    private long open() {
        return matches.list(world.district().id(), Optional.of(EnterpriseMatchState.OPEN))
                .count()
                .value();
    }

    @Test
    void theDistrictConfirmsAndTheSameRecordIsQualifiedWithItsLocalUsersClosed() {
        var account = operators.create(local());
        EnterpriseMatch match = found("云州丁城市服务");
        tryToComeIn("云州丁城市服务");

        assertThat(open()).as("one, however often they try").isEqualTo(1);
        assertThat(pages.open("/workbench", world.clerk()).text()).contains("已注册企业出现在共享账号目录");
        assertThat(pages.open(PATH, world.clerk()).text()).contains("云州丁物业", "云州丁城市服务");
        assertThat(pages.open(PATH + "/" + match.id(), world.clerk()).text())
                .contains("周敏", "沈澄之", "13900004999", "龚锦程", "13900007002", "确认为同一企业");
        assertThat(decide(match, "confirm", Map.of())).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(companies.admit(person("云州丁城市服务", null)).isOk()).isTrue();
        EnterpriseView qualified = enterprises.find(code).orElseThrow();
        assertThat(qualified.id()).isEqualTo(company);
        assertThat(qualified.qualification()).isEqualTo(Qualification.QUALIFIED);
        assertThat(qualified.name()).isEqualTo("云州丁城市服务");
        assertThat(operators.find(account.id()).orElseThrow().state()).isEqualTo(OperatorState.DISABLED);
        assertThatThrownBy(() -> operators.enable(
                        operators.find(account.id()).orElseThrow().seen(), passwords.newCode()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("account.refusal.shared-accounts");
        assertThat(pages.open(PATH + "?tab=CONFIRMED", world.clerk()).text()).contains("云州丁物业", "陈晓梅");
    }

    @Test
    void whatWasDecidedIsToldToWhoComesLater() {
        EnterpriseMatch match = found("云州丁城市服务");
        decide(match, "confirm", Map.of());

        MvcTestResult again = decide(match, "reject", Map.of("reason", "不是"));

        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(again).text())
                .contains("已经有人核对过", "是同一企业", "陈晓梅（" + world.district().centreName() + "）")
                .doesNotContain("确认为同一企业");
    }

    @Test
    void aRejectionNeedsAReasonAndHoldsForTheSameData() {
        EnterpriseMatch match = found("别家物业");

        assertThat(decide(match, "reject", Map.of("reason", " "))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(decide(match, "reject", Map.of("reason", "代码登记错误"))).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(tryToComeIn("别家物业")).isEqualTo("enterprise.shared.rejected");
        assertThat(open()).isZero();
        assertThat(pages.open(PATH + "/" + match.id(), world.clerk()).text()).contains("不是同一企业", "代码登记错误");
        assertThat(enterprises.get(company).qualification()).isEqualTo(Qualification.UNQUALIFIED);
        assertThat(tryToComeIn("云州丁物业")).as("other data").isEqualTo("enterprise.shared.unconfirmed");
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void aDecisionAboutWhatHasChangedThereIsNotTaken() {
        EnterpriseMatch match = found("云州丁城市服务");
        companies.refresh(person("云州丁集团", "远郊区"));

        MvcTestResult stale = decide(match, "confirm", Map.of());

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(stale).text()).contains("刚刚有了变化", "云州丁集团", "远郊区");
        assertThat(decide(match, "confirm", Map.of("version", "x"))).hasStatus(HttpStatus.CONFLICT);
        assertThat(enterprises.get(company).qualification()).isEqualTo(Qualification.UNQUALIFIED);
    }

    @Test
    void anotherDistrictsMatchIsNotThere() {
        EnterpriseMatch match = found("云州丁物业");

        assertThat(pages.get(PATH + "/" + match.id(), world.clerkElsewhere())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post(PATH + "/" + match.id() + "/confirm", world.clerkElsewhere(), Map.of("version", "0")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post(PATH + "/" + match.id() + "/reject", world.clerkElsewhere(), Map.of("reason", "不是")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.open(PATH, world.clerkElsewhere()).text()).contains("这里没有企业");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoes() throws InterruptedException {
        EnterpriseMatch match = found("云州丁城市服务");
        Callable<Integer> confirms = () -> matches.confirm(match.id(), match.version(), world.clerk());
        Callable<Integer> rejects = () -> {
            matches.reject(match.id(), match.version(), "不是", world.clerk());
            return 0;
        };

        List<Race.Outcome<Integer>> outcomes = Race.of(List.of(confirms, rejects, confirms, rejects));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
    }

    @Test
    void whoTriesToComeInWhileTheDistrictDecidesIsNoDeadlock() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            EnterpriseMatch match = found("云州丁城市服务" + round);
            String name = "云州丁城市服务" + round;
            Callable<Object> rejects = () -> {
                matches.reject(match.id(), match.version(), "不是", world.clerk());
                return "rejected";
            };
            Callable<Object> comes = () -> companies.admit(person(name, null));

            List<Race.Outcome<Object>> outcomes = Race.of(IntStream.range(0, 4)
                    .mapToObj(i -> i == 0 ? rejects : comes)
                    .toList());

            assertThat(outcomes).allMatch(Race.Outcome::won);
            assertThat(open()).isZero();
        }
    }

    @Test
    void anAccountMadeWhileItsCompanyBecomesQualifiedIsClosedToo() throws InterruptedException {
        EnterpriseMatch match = found("云州丁城市服务");
        Callable<Object> confirms = () -> matches.confirm(match.id(), match.version(), world.clerk());
        Callable<Object> creates = () -> operators.create(local());

        Race.of(List.of(confirms, creates));

        assertThat(enterprises.get(company).qualification()).isEqualTo(Qualification.QUALIFIED);
        assertThat(operators.of(company.ref()))
                .extracting(OperatorView::state)
                .allMatch(OperatorState.DISABLED::equals);
    }
}
