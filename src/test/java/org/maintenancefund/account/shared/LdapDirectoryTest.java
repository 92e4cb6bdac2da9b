package org.maintenancefund.account.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.shared.DirectoryLogin.Outcome;
import org.maintenancefund.kernel.CreditCode;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a directory is asked and what becomes of its answers; over the wire. */
class LdapDirectoryTest {

    private final DirectoryFixture server =
            DirectoryFixture.plain().add("lu.xl").add("bai01");
    private final LdapDirectory directory = new LdapDirectory(server.settings());

    @AfterEach
    void stop() {
        server.close();
    }

    private Outcome outcome(String username, String password) {
        return directory.check(username, password).outcome();
    }

    @Test
    void theRightPasswordBringsThePerson() {
        SharedPerson person =
                directory.check("lu.xl", DirectoryFixture.PASSWORD).person().orElseThrow();

        assertThat(person.username()).isEqualTo("lu.xl");
        assertThat(person.personName()).hasToString("陆晓岚");
        assertThat(person.mobile()).hasToString("13900001001");
        assertThat(person.creditCode().value()).isEqualTo(DirectoryFixture.CODE);
        assertThat(person.companyName()).isEqualTo("云州市澄园物业服务有限公司");
        assertThat(person.districtName()).isEqualTo("东湖区");
        assertThat(person.districtCode()).isNull();
        assertThat(person.disabled()).isFalse();
    }

    @Test
    void aWrongPasswordIsWrongAndNobodyIsGone() {
        assertThat(outcome("lu.xl", "not it")).isEqualTo(Outcome.WRONG);
        assertThat(outcome("nobody", "not it")).isEqualTo(Outcome.GONE);
    }

    @Test
    void aNameThatNobodyHasTakesAsManyQuestionsAsOneThatSomebodyHas() {
        outcome("lu.xl", "not it");
        int somebody = server.asked().size();
        outcome("nobody", "not it");

        assertThat(server.asked()).hasSize(somebody);
    }

    @Test
    void aNameThatNobodyHasTakesAsManyQuestionsWhereTheGroupIsAskedToo() {
        LdapDirectory byGroup = new LdapDirectory(server.settings("group-attribute", ""));
        byGroup.check("lu.xl", "not it");
        int somebody = server.asked().size();
        byGroup.check("nobody", "not it");
        assertThat(server.asked()).hasSize(somebody);

        byGroup.checkNobody("not it");

        assertThat(server.asked()).hasSize(somebody).noneMatch(question -> question.contains("not it"));
    }

    @Test
    void whatCanBeNobodysPasswordIsNoQuestionForNobodyEither() {
        for (String password : List.of("", "x".repeat(300), "with\u0000null")) {
            directory.check("lu.xl", password);
            directory.checkNobody(password);
        }

        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whatIsLeftToAnotherServerFailsNothing() {
        LdapDirectory pageByPage = new LdapDirectory(server.settings("page-size", "1"));
        LdapDirectory byGroup = new LdapDirectory(server.settings("group-attribute", ""));
        server.add("chen.my");
        server.refer(true);

        for (LdapDirectory asked : List.of(directory, pageByPage, byGroup)) {
            assertThat(asked.check("lu.xl", DirectoryFixture.PASSWORD).outcome())
                    .isEqualTo(Outcome.RIGHT);
            assertThat(asked.check("lu.xl", "not it").outcome()).isEqualTo(Outcome.WRONG);
            assertThat(asked.check("nobody", "not it").outcome()).isEqualTo(Outcome.GONE);
            assertThat(asked.find("bai01")).isPresent();
            assertThat(asked.all()).extracting(SharedPerson::username).containsExactly("bai01", "chen.my", "lu.xl");
            assertThat(asked.ofCompany(new CreditCode(DirectoryFixture.CODE))).hasSize(3);
            assertThat(asked.takenAmongst(List.of("bai01", "nobody"))).containsExactly("bai01");
            assertThat(asked.failedJustNow()).isFalse();
        }
    }

    @Test
    void nobodyWaitsForItInATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            for (Runnable question : List.<Runnable>of(
                    () -> directory.find("lu.xl"),
                    directory::all,
                    () -> directory.check("lu.xl", "not it"),
                    () -> directory.takenAmongst(List.of("lu.xl")))) {
                assertThatThrownBy(question::run)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("inside a transaction");
            }
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "lu*",
                ")(uid=*",
                "lu.xl)(objectClass=*",
                "lu.xl\u0000",
                "",
                "a",
                "-lu",
                "lu xl,dc=city",
                "uid=lu.xl",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "陆晓岚"
            })
    void whatCanBeNobodysNameIsNeverSent(String name) {
        assertThat(outcome(name, DirectoryFixture.PASSWORD)).isEqualTo(Outcome.WRONG);
        assertThat(directory.find(name)).isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void noPasswordOneTooLongAndOneWithU0000AreNeverSent() {
        assertThat(outcome("lu.xl", "")).isEqualTo(Outcome.WRONG);
        assertThat(outcome("lu.xl", "x".repeat(257))).isEqualTo(Outcome.WRONG);
        assertThat(outcome("lu.xl", "\u0000")).isEqualTo(Outcome.WRONG);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whoIsDisabledOrNotInTheGroupIsBarredAndToldOnlyWithTheRightPassword() {
        server.set("lu.xl", "nsAccountLock", "TRUE");
        server.set("bai01", "memberOf", "cn=others,ou=groups,dc=city,dc=example");

        assertThat(directory.check("lu.xl", DirectoryFixture.PASSWORD))
                .isEqualTo(new DirectoryLogin.Answer(Outcome.DISABLED, true, null));
        assertThat(directory.check("lu.xl", "not it"))
                .isEqualTo(new DirectoryLogin.Answer(Outcome.DISABLED, false, null));
        assertThat(directory.check("bai01", DirectoryFixture.PASSWORD))
                .isEqualTo(new DirectoryLogin.Answer(Outcome.NOT_IN_GROUP, true, null));
        assertThat(directory.find("bai01")).isEmpty();
        assertThat(directory.find("lu.xl").orElseThrow().disabled()).isTrue();
        assertThat(directory.all()).extracting(SharedPerson::username).containsExactly("lu.xl");
    }

    @Test
    void theGroupsOwnEntryMayNameItsPeopleToo() {
        LdapDirectory byGroup = new LdapDirectory(server.settings("group-attribute", ""));
        server.add("outside", "uid=outside", DirectoryFixture.CODE, false);

        assertThat(byGroup.check("bai01", DirectoryFixture.PASSWORD).outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(byGroup.check("outside", DirectoryFixture.PASSWORD).outcome())
                .isEqualTo(Outcome.NOT_IN_GROUP);
        assertThat(byGroup.all()).extracting(SharedPerson::username).containsExactly("bai01", "lu.xl");
    }

    @Test
    void anEntryWithoutACreditCodeCanNotSignInAndIsLeftOut() {
        server.set("lu.xl", "organizationIdentifier", "not one");

        assertThat(outcome("lu.xl", DirectoryFixture.PASSWORD)).isEqualTo(Outcome.UNREADABLE);
        assertThat(directory.all()).extracting(SharedPerson::username).containsExactly("bai01");
    }

    @Test
    void aMobileThatCanNotBeReadIsNone() {
        server.set("lu.xl", "mobile", "0000-22334455");

        assertThat(directory.find("lu.xl").orElseThrow().mobile()).isNull();
    }

    @Test
    void anAliasIsNoUserName() {
        server.set("lu.xl", "mail", "lu@example.com");
        LdapDirectory lenient = new LdapDirectory(server.settings("user-search-filter", "(|(uid={0})(mail={0}))"));

        assertThat(lenient.check("lu@example.com", DirectoryFixture.PASSWORD).outcome())
                .isEqualTo(Outcome.GONE);
        assertThat(lenient.find("LU.XL")).isPresent();
    }

    @Test
    void oddDistinguishedNamesAreNamesToo() {
        server.add("odd", "cn=陆晓岚\\, 一部/二组 \\\"甲\\\"", DirectoryFixture.CODE, true);

        assertThat(outcome("odd", DirectoryFixture.PASSWORD)).isEqualTo(Outcome.RIGHT);
        assertThat(outcome("odd", "not it")).isEqualTo(Outcome.WRONG);
        assertThat(new LdapDirectory(server.settings("group-attribute", "")).find("odd"))
                .isPresent();
    }

    @Test
    void everybodyIsReadPageByPage() {
        for (int i = 10; i < 20; i++) {
            server.add("person" + i);
        }
        LdapDirectory small = new LdapDirectory(server.settings("page-size", "5"));

        assertThat(small.all()).hasSize(12);
        assertThat(server.asked())
                .filteredOn(question -> question.contains("uid=*"))
                .hasSize(3);
    }

    @Test
    void halfADirectoryIsNone() {
        try (DirectoryFixture limited = DirectoryFixture.plain(1).add("one").add("two")) {
            LdapDirectory all = new LdapDirectory(limited.settings());

            assertThatThrownBy(all::all).isInstanceOf(SharedDirectoryDown.class);
        }
    }

    @Test
    void peopleOfACompanyAndTakenNamesAreFound() {
        server.add("other", "uid=other", "91990100MA0010758T", true);
        server.add("outside", "uid=outside", DirectoryFixture.CODE, false);

        assertThat(directory.ofCompany(new CreditCode(DirectoryFixture.CODE)))
                .extracting(SharedPerson::username)
                .containsExactly("bai01", "lu.xl");
        assertThat(directory.takenAmongst(List.of("outside", "free", "lu.xl")))
                .containsExactlyInAnyOrder("outside", "lu.xl");
    }

    @Test
    void aPasswordHashNeverLeavesTheDirectory() {
        assertThat(new PersonReader(server.settings()).attributes())
                .containsExactlyInAnyOrder(
                        "uid", "cn", "mobile", "o", "l", "organizationIdentifier", "memberOf", "nsAccountLock");
    }
}
