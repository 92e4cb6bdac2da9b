package org.maintenancefund.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What a stranger may not learn can't be told apart by time either: the same hashes are made, the same statements sent, the
 * directory is asked as often. Steps are counted and no clock is read: a clock says something else on each machine.
 */
@IntegrationTest
@Import(SharedCity.class)
class SameStepsTest {

    @Autowired
    World world;

    private static int people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DirectoryFixture directory;

    @Autowired
    SharedCity.CountedPasswords passwords;

    @Autowired
    SharedCity.Companies companies;

    @Autowired
    Operators operators;

    /** What an answer took, and what it said. */
    private record Steps(int hashes, int questions, List<String> statements, String said) {}

    @BeforeEach
    void somebodyInTheDirectory() {
        companies.prepare(DirectoryFixture.CODE);
        people++;
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(csrf()).with(sent -> {
            sent.setRemoteAddr("198.18.9." + people);
            return sent;
        });
        form.forEach(request::param);
        return request.exchange();
    }

    private Steps signIn(String username, String password) {
        return steps("/login", Map.of("username", username, "password", password), ".error-summary h2");
    }

    private Steps steps(String path, Map<String, String> form, String said) {
        passwords.hashed();
        directory.asked();
        List<MvcTestResult> result = new ArrayList<>();
        List<String> statements = Statements.of(() -> result.add(post(path, form)));
        return new Steps(
                passwords.hashed(),
                directory.asked().size(),
                statements,
                Pages.parse(result.get(0)).select(said).text());
    }

    private IssuedAccount local(String username) {
        return world.auditor(username);
    }

    /** Names of every kind, each of which a stranger may try. */
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("nobody's", "nobody" + people);
        String there = "there" + people;
        directory.add(there);
        names.put("the directory's, never here", there);
        String came = "came" + people;
        directory.add(came);
        assertThat(post("/login", Map.of("username", came, "password", DirectoryFixture.PASSWORD)))
                .hasRedirectedUrl("/workbench");
        names.put("the directory's, here before", came);
        String barred = "barred" + people;
        directory.add(barred, "uid=" + barred, DirectoryFixture.CODE, false);
        names.put("the directory's, of another group", barred);
        names.put("local, waiting", local("waits" + people).username());
        IssuedAccount active = local("active" + people);
        operators.activate(active.username(), active.activationCode(), "a long quiet evening");
        names.put("local, in use", active.username());
        IssuedAccount disabled = local("disabled" + people);
        operators.activate(disabled.username(), disabled.activationCode(), "a long quiet evening");
        operators.disable(operators.find(disabled.id()).orElseThrow().seen());
        names.put("local, disabled", disabled.username());
        return names;
    }

    @Test
    void aWrongPasswordTakesTheSameStepsWhoeverHasTheName() {
        Map<String, String> names = names();
        for (int attempt = 0; attempt < 7; attempt++) {
            Steps nobodys = signIn(names.get("nobody's"), "wrong");
            assertThat(nobodys.hashes()).isEqualTo(attempt < 5 ? 1 : 0);
            assertThat(nobodys.questions()).isEqualTo(attempt < 5 ? 3 : 0);
            assertThat(nobodys.statements()).isNotEmpty();
            names.forEach((kind, name) -> {
                if (!kind.equals("nobody's")) {
                    assertThat(signIn(name, "wrong")).as(kind).isEqualTo(nobodys);
                }
            });
        }
    }

    @Test
    void soItDoesWhileTheDirectoryIsDown() {
        Map<String, String> names = names();
        directory.stop();
        try {
            for (int attempt = 0; attempt < 7; attempt++) {
                Steps nobodys = signIn(names.get("nobody's"), "wrong");
                names.forEach((kind, name) -> assertThat(kind.equals("nobody's") ? nobodys : signIn(name, "wrong"))
                        .as(kind)
                        .isEqualTo(nobodys));
            }
        } finally {
            directory.start();
        }
    }

    @Test
    void whatCanBeNobodysPasswordTakesTheSameStepsToo() {
        Map<String, String> names = names();
        Steps nobodys = signIn(names.get("nobody's"), "x".repeat(255));

        names.forEach((kind, name) -> {
            if (!kind.equals("nobody's")) {
                assertThat(signIn(name, "x".repeat(255))).as(kind).isEqualTo(nobodys);
            }
        });
    }

    @Test
    void anUnknownOrganisationAndAWrongMobileTakeTheSameStatements() {
        String letters = world.district().code();
        String name = "云州同步物业" + letters;
        OrgRef company = world.company(name).ref();
        for (int i = 0; i < 4; i++) {
            world.account(
                    company, Role.ENTERPRISE_OPERATOR, "周敏", "1390000910" + i, "same" + letters.toLowerCase() + i);
        }

        Steps wrong = look("ENTERPRISE", name, "13900007777");
        assertThat(wrong.said()).contains("没有查到");
        assertThat(wrong.statements()).isNotEmpty();
        assertThat(look("ENTERPRISE", "没有的物业", "13900009101")).isEqualTo(wrong);
        assertThat(look("ENTERPRISE", "x".repeat(100), "13900009101")).isEqualTo(wrong);
        assertThat(look("OFFICE", name, "13900009101").statements()).isEqualTo(wrong.statements());
        assertThat(look("COMMITTEE", name, "13900009101").statements()).isEqualTo(wrong.statements());
        assertThat(look("ENTERPRISE", name, "13900009101").said()).contains("same" + letters.toLowerCase() + "3");
        assertThat(look("ENTERPRISE", name, "13900009101").statements())
                .as("and the right one is one statement too")
                .isEqualTo(wrong.statements());
    }

    private Steps look(String type, String name, String mobile) {
        return steps("/username-lookup", Map.of("type", type, "name", name, "mobile", mobile), "main");
    }
}
