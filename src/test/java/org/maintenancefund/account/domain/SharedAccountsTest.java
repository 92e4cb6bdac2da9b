package org.maintenancefund.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.SharedAccounts;
import org.maintenancefund.account.SharedNames;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.username.UsernameSuggestions;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.OrganisationEntry;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** People of the 物业管理信息系统 as accounts. */
@IntegrationTest
@Transactional
class SharedAccountsTest {

    private static final SharedPerson PERSON = person("wy.0001", "13900001001", false);

    @Autowired
    Operators operators;

    @Autowired
    SharedAccounts shared;

    @Autowired
    Passwords passwords;

    @Autowired
    OperatorRepository rows;

    @Autowired
    SharedNames names;

    @Autowired
    UsernameSuggestions suggestions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Organisations organisations;

    private final OrgRef company = new OrgRef(OrgType.ENTERPRISE, UUID.randomUUID());

    @BeforeEach
    void somebodySignedInBefore() {
        register(company);
        rows.saveAndFlush(Operator.shared(PERSON, PERSON.mobile(), company, Instant.parse("2026-11-23T00:00:00Z")));
    }

    private void register(OrgRef ref) {
        organisations.register(new OrganisationEntry(
                ref,
                PERSON.companyName(),
                null,
                null,
                PERSON.personName().value(),
                "13900001001",
                PERSON.creditCode().value(),
                true));
    }

    private static SharedPerson person(String username, String mobile, boolean disabled) {
        return new SharedPerson(
                username,
                new PersonName("陆晓岚"),
                new MobileNumber(mobile),
                new CreditCode("91990100MA0010017X"),
                "云州市澄园物业服务有限公司",
                null,
                null,
                disabled);
    }

    private OperatorView kept() {
        return operators.findByUsername(PERSON.username()).orElseThrow();
    }

    private int epoch() {
        return rows.findByUsername(PERSON.username()).orElseThrow().sessionEpoch();
    }

    @Test
    void areInUseAtOnceWithoutAnySecret() {
        assertThat(kept().state()).isEqualTo(OperatorState.ACTIVE);
        assertThat(kept().isShared()).isTrue();
        assertThat(jdbc.sql("SELECT count(*) FROM operator WHERE username = :name AND password_hash IS NULL"
                                + " AND code_hash IS NULL")
                        .param("name", PERSON.username())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoIsGoneIsOutAndMayComeBack() {
        int before = epoch();

        assertThat(shared.markGone(PERSON.username())).isTrue();
        assertThat(shared.markGone(PERSON.username())).isFalse();

        assertThat(kept().state()).isEqualTo(OperatorState.DISABLED);
        assertThat(epoch()).isEqualTo(before + 1);

        assertThat(shared.refresh(PERSON, company)).isTrue();
        assertThat(kept().state()).isEqualTo(OperatorState.ACTIVE);
    }

    @Test
    void aRefreshTakesOverWhatChangedAndSaysWhetherAnythingDid() {
        assertThat(shared.refresh(PERSON, company)).isFalse();
        assertThat(shared.refresh(person(PERSON.username(), "13900001002", false), company))
                .isTrue();
        assertThat(kept().mobile()).hasToString("13900001002");

        int before = epoch();
        OrgRef other = new OrgRef(OrgType.ENTERPRISE, UUID.randomUUID());
        register(other);
        assertThat(shared.refresh(PERSON, other)).isTrue();
        assertThat(kept().organisation()).isEqualTo(other);
        assertThat(epoch()).isEqualTo(before + 1);

        shared.refresh(person(PERSON.username(), "13900001002", true), other);
        assertThat(kept().state()).isEqualTo(OperatorState.DISABLED);
    }

    @Test
    void noPasswordOfTheirsCanBeResetOrSetHere() {
        assertThatThrownBy(() -> operators.resetPassword(kept().id(), passwords.newCode()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> operators.reissueActivation(kept().id(), passwords.newCode()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void closingACompanysLocalAccountsLeavesTheDirectorysPeople() {
        local("lijd");

        assertThat(shared.closeLocal(company)).isEqualTo(1);
        assertThat(shared.closeLocal(company)).isZero();

        assertThat(operators.findByUsername("lijd").orElseThrow().state()).isEqualTo(OperatorState.DISABLED);
        assertThat(kept().state()).isEqualTo(OperatorState.ACTIVE);
    }

    @Test
    void aNameThatIsLocalAndTheDirectorysIsACollisionUntilItIsGoneThere() {
        local("lijd");

        names.learn(List.of(PERSON, person("lijd", "13900001003", false)));
        names.learn(List.of(PERSON, person("lijd", "13900001003", false)));

        assertThat(names.collisions()).singleElement().satisfies(collision -> {
            assertThat(collision.username()).isEqualTo("lijd");
            assertThat(collision.localPerson()).isEqualTo("李建党");
            assertThat(collision.companyName()).isEqualTo(PERSON.companyName());
        });
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'DIRECTORY_COLLISION'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        names.learn(List.of(PERSON));
        assertThat(names.collisions()).isEmpty();
    }

    @Test
    void namesTheDirectoryHadAreTaken() {
        names.learn(List.of(person("wangjg", "13900001003", false)));

        assertThat(suggestions.of("王建国").orElseThrow().username()).isEqualTo("wangjg2");
        assertThatThrownBy(() -> operators.create(new NewOperator(
                        company, Role.ENTERPRISE_OPERATOR, "王建国", new MobileNumber("13900001009"), "wangjg")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoIsGoneThereComesBackOnlyThere() {
        shared.markGone(PERSON.username());
        Operator gone = rows.findByUsername(PERSON.username()).orElseThrow();
        assertThatThrownBy(gone::enable).isInstanceOf(Refusal.class);

        shared.refresh(PERSON, company);
        gone.disable();
        shared.refresh(PERSON, company);
        assertThat(kept().state()).isEqualTo(OperatorState.DISABLED);
        gone.enable();
        assertThat(kept().state()).isEqualTo(OperatorState.ACTIVE);
    }

    private void local(String username) {
        rows.saveAndFlush(Operator.created(
                new NewOperator(company, Role.ENTERPRISE_OPERATOR, "李建党", new MobileNumber("13900001009"), username),
                username,
                "hash",
                Instant.parse("2026-12-23T00:00:00Z"),
                Instant.parse("2026-11-23T00:00:00Z")));
    }
}
