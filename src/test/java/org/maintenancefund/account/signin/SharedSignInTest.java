package org.maintenancefund.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.account.username.UsernameSuggestions;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People of qualified companies sign in with the password of the 物业管理信息系统; a real directory answers. */
@IntegrationTest
@Import(SharedCity.class)
@ExtendWith(OutputCaptureExtension.class)
class SharedSignInTest {

    @Autowired
    World world;

    private static final String PASSWORD = DirectoryFixture.PASSWORD;

    private static int people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DirectoryFixture directory;

    @Autowired
    SharedCity.Companies companies;

    @Autowired
    Operators operators;

    @Autowired
    UsernameSuggestions suggestions;

    @Autowired
    JdbcClient jdbc;

    private String username;

    @BeforeEach
    void somebodyInTheDirectory() {
        companies.prepare(DirectoryFixture.CODE);
        username = "shared.p" + ++people;
        directory.add(username).asked();
    }

    private MvcTestResult signIn(String name, String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("198.51.100." + (people % 250));
                    return request;
                })
                .param("username", name)
                .param("password", password)
                .exchange();
    }

    private String messageOf(String name, String password) {
        MvcTestResult result = signIn(name, password);
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return Pages.parse(result).select(".error-summary h2").text();
    }

    private MvcTestResult get(String path, Cookie session) {
        return mvc.get().uri(path).cookie(session).exchange();
    }

    private Cookie session() {
        MvcTestResult signedIn = signIn(username, PASSWORD);
        assertThat(signedIn).hasRedirectedUrl("/workbench");
        return signedIn.getResponse().getCookie("SESSION");
    }

    private OperatorView kept() {
        return operators.findByUsername(username).orElseThrow();
    }

    private IssuedAccount local(String name) {
        return world.auditor(name);
    }

    @Test
    void theFirstSignInMakesTheAccountWithoutAnyPassword() {
        assertThat(get("/workbench", session())).hasStatusOk().bodyText().contains("陆晓岚");

        assertThat(kept().role()).isEqualTo(Role.ENTERPRISE_OPERATOR);
        assertThat(kept().passwordSource()).isEqualTo(PasswordSource.DIRECTORY);
        assertThat(kept().state()).isEqualTo(OperatorState.ACTIVE);
        assertThat(kept().lastSignInAt()).isNotNull();
    }

    @Test
    void twoFirstSignInsAtOnceMakeOneAccount() throws Exception {
        List<Race.Outcome<MvcTestResult>> both =
                Race.of(List.of(() -> signIn(username, PASSWORD), () -> signIn(username, PASSWORD)));

        assertThat(both).allSatisfy(one -> assertThat(one.value()).hasRedirectedUrl("/workbench"));
        assertThat(jdbc.sql("SELECT count(*) FROM operator WHERE username = :name")
                        .param("name", username)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void laterOnesTakeOverWhatChangedThere() {
        session();
        directory.set(username, "mobile", "13900001777");
        directory.set(username, "cn", "陆小兰");

        session();

        assertThat(kept().mobile()).hasToString("13900001777");
        assertThat(kept().personName()).isEqualTo("陆小兰");
    }

    @Test
    void aWrongPasswordAnUnknownNameAndALocalNameGetTheSameAnswer() {
        local("localone" + people);

        String wrong = messageOf(username, "not it");

        assertThat(wrong).contains("用户名或密码不正确");
        assertThat(messageOf("nobody.at.all" + people, "not it")).isEqualTo(wrong);
        assertThat(messageOf("localone" + people, "not it")).isEqualTo(wrong);
        assertThat(messageOf("*", "not it")).isEqualTo(wrong);
        assertThat(messageOf(")(uid=*", PASSWORD)).isEqualTo(wrong);
    }

    @Test
    void aLocalNameIsNeverSentToTheDirectoryAndGoesOn() {
        String name = "collides" + people;
        local(name);
        directory.add(name).asked();

        messageOf(name, PASSWORD);

        assertThat(directory.asked())
                .as("the steps are taken for nobody")
                .isNotEmpty()
                .noneMatch(question -> question.contains(name));
        assertThat(signIn(name, "1")).hasRedirectedUrl("/account/password");
    }

    @Test
    void whoIsDisabledOrGoneThereIsOutHereAndBackWhenTheyAreBack() {
        Cookie session = session();
        directory.set(username, "nsAccountLock", "true");

        assertThat(messageOf(username, "not it")).contains("用户名或密码不正确").doesNotContain("停用");
        assertThat(messageOf(username, PASSWORD)).contains("在物业管理信息系统里已停用");
        assertThat(get("/workbench", session)).hasStatus3xxRedirection();
        assertThat(kept().state()).isEqualTo(OperatorState.DISABLED);

        directory.set(username, "nsAccountLock", null);
        Cookie again = session();
        assertThat(kept().state()).isEqualTo(OperatorState.ACTIVE);

        directory.remove(username);
        messageOf(username, PASSWORD);
        assertThat(get("/workbench", again)).hasStatus3xxRedirection();
    }

    @Test
    void whoWasDisabledHereIsNotBroughtBackByTheDirectory() {
        session();
        jdbc.sql("UPDATE operator SET state = 'DISABLED', session_epoch = session_epoch + 1 WHERE username = :name")
                .param("name", username)
                .update();

        assertThat(messageOf(username, PASSWORD)).contains("在本系统已停用");
        assertThat(kept().state()).isEqualTo(OperatorState.DISABLED);
    }

    @Test
    void outsideOfTheGroupOrWithoutAMobileOrWhereTheCompanyIsRefusedNobodyComesIn() {
        directory.set(username, "mobile", null);
        assertThat(messageOf(username, PASSWORD)).contains("没有您的手机号码");
        directory.set(username, "mobile", "13900001001");

        companies.refuse("account.shared.no-companies");
        try {
            assertThat(messageOf(username, PASSWORD)).contains("还不能用");
        } finally {
            companies.refuse(null);
        }
        directory.set(username, "memberOf", null);
        assertThat(messageOf(username, PASSWORD)).contains("没有开通本系统");
        assertThat(operators.findByUsername(username)).isEmpty();
    }

    @Test
    void anOutageIsSaidTellsNobodyWhichNamesAreLocalAndLeavesLocalAccountsAlone() {
        String steady = "steady" + people;
        operators.activate(steady, local(steady).activationCode(), "a long quiet evening");
        List<String> names = List.of(username, "nobody.at.all" + people, steady);
        List<List<String>> told;
        directory.stop();
        try {
            // One more than are free: also who waits, and from when on, is the same.
            told = names.stream()
                    .map(name -> IntStream.range(0, 7)
                            .mapToObj(i -> messageOf(name, "wrong " + i))
                            .toList())
                    .toList();
            for (int i = 0; i < 70; i++) {
                assertThat(messageOf("colleague" + i + "of" + people, PASSWORD))
                        .as("an office of many people")
                        .isEqualTo(told.get(0).get(0));
            }
            local("waiting" + people);
            assertThat(signIn("waiting" + people, "1")).hasRedirectedUrl("/account/password");
        } finally {
            directory.start();
        }

        assertThat(told.get(0).get(0)).contains("暂时无法连接物业管理信息系统");
        assertThat(told.get(0).get(6)).contains("分钟后再试");
        assertThat(told.get(1)).isEqualTo(told.get(0));
        assertThat(told.get(2)).isEqualTo(told.get(0));
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE object_id = :name AND action = 'SIGN_IN'"
                                + " AND result = 'FAILURE' AND changes::text LIKE '%AuthenticationServiceException%'")
                        .param("name", username)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void wrongPasswordsAreCountedAsForLocalAccounts() {
        for (int i = 0; i < 5; i++) {
            messageOf(username, "wrong " + i);
        }
        directory.asked();

        assertThat(messageOf(username, PASSWORD)).contains("1 分钟后再试");
        assertThat(directory.asked()).isEmpty();
    }

    @Test
    void theirPasswordIsChangedElsewhereAndTheServerRefusesIt() {
        Cookie session = session();

        assertThat(get("/account/password", session))
                .hasStatusOk()
                .bodyText()
                .contains("请到物业管理信息系统修改")
                .doesNotContain("name=\"password\"");
        assertThat(mvc.post()
                        .uri("/account/password")
                        .with(csrf())
                        .cookie(session)
                        .param("current", PASSWORD)
                        .param("password", "another quiet evening")
                        .param("repeated", "another quiet evening")
                        .exchange())
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("请在物业管理信息系统修改或找回");
    }

    @Test
    void theLoginPageOffersIt() {
        assertThat(mvc.get().uri("/login").exchange()).bodyText().contains("有资质的物业服务企业");
    }

    @Test
    void aNameOfTheDirectoryIsTakenForLocalAccountsAndWhileItDoesNotAnswerEveryNameIs() {
        String other = "other" + people;
        directory.add(other);
        session();
        assertThat(suggestions.takenAnywhereAmongst(List.of(other, "nobody-has-this")))
                .containsExactly(other);

        directory.stop();
        try {
            for (String name : List.of(other, "nobody-has-this")) {
                assertThatThrownBy(() -> suggestions.takenAnywhereAmongst(List.of(name)))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("account.username.unchecked");
            }
        } finally {
            directory.start();
        }
    }

    @Test
    void noPasswordOfTheirsIsStoredOrLoggedAnywhere(CapturedOutput log) {
        session();
        messageOf(username, PASSWORD + " mistyped");

        assertThat(log.getAll()).doesNotContain(PASSWORD);
        List<String> columns = jdbc.sql("SELECT format(CASE data_type WHEN 'bytea' THEN"
                        + " 'SELECT count(*) FROM %I t WHERE encode(t.%I, ''escape'') LIKE :secret'"
                        + " ELSE 'SELECT count(*) FROM %I t WHERE t.%I::text LIKE :secret' END, table_name, column_name) FROM information_schema.columns"
                        + " WHERE table_schema = 'public' AND is_generated = 'NEVER'")
                .query(String.class)
                .list();
        assertThat(columns).hasSizeGreaterThan(100);
        for (String column : columns) {
            assertThat(jdbc.sql(column)
                            .param("secret", "%" + PASSWORD + "%")
                            .query(Integer.class)
                            .single())
                    .as(column)
                    .isZero();
        }
    }
}
