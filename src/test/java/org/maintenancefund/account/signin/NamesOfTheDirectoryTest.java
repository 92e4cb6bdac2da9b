package org.maintenancefund.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.account.shared.DirectoryLogin;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A user name that somebody in the directory may have is given to nobody here; and nothing slow is done behind a lock. */
@IntegrationTest
@Import(SharedCity.class)
class NamesOfTheDirectoryTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private static final String UNCHECKED = "暂时无法连接物业管理信息系统，不能核对用户名";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DirectoryFixture directory;

    @Autowired
    DirectoryLogin shared;

    @Autowired
    SharedCity.CountedPasswords passwords;

    @Autowired
    Operators operators;

    private String letters;
    private OrgRef company;

    @BeforeEach
    void aCompanyWithoutPeople() {
        letters = world.district().code().toLowerCase();
        company = world.company("云州重名物业" + letters).ref();
        theDirectoryAnswersAgain();
        shared.takenAmongst(java.util.List.of("somebody"));
    }

    @AfterEach
    void theDirectoryAnswersAgain() {
        directory.answerOnly(-1);
        // Whatever is asked next forgets the outage.
        shared.check("somebody", "not it");
    }

    private MvcTestResult create(String username) {
        Map<String, String> form = new HashMap<>();
        form.put("submission", UUID.randomUUID().toString());
        form.put("rows[0].create", "true");
        form.put("rows[0].name", "周敏");
        form.put("rows[0].mobile", "13900009001");
        form.put("rows[0].username", username);
        return pages.post("/operators/new/ENTERPRISE/" + company.id(), world.clerk(), form);
    }

    private MvcTestResult createStaff(String username) {
        return pages.post(
                "/staff/new",
                world.administrator(),
                Map.of(
                        "organisation",
                        "CITY",
                        "role",
                        Role.AUDITOR.name(),
                        "personName",
                        "秦素文",
                        "mobile",
                        "13900000102",
                        "username",
                        username,
                        "submission",
                        UUID.randomUUID().toString()));
    }

    private static String told(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return Pages.parse(result).select(".error-summary").text();
    }

    @Test
    void aNameOfTheDirectoryIsTakenBeforeAnyRefreshForCompaniesAndForStaff() {
        directory.add("zhoum" + letters);

        assertThat(told(create("ZhouM" + letters))).contains("zhoum" + letters + " 已被占用");
        assertThat(told(createStaff("zhoum" + letters))).contains("zhoum" + letters + " 已被占用");
        assertThat(operators.findByUsername("zhoum" + letters)).isEmpty();
        assertThat(create("zhoum" + letters + "2")).hasStatusOk();
    }

    @Test
    void whileTheDirectoryIsDownNoNameIsGivenAndWhatWasTypedStays() {
        directory.stop();
        try {
            MvcTestResult refused = create("zhoum" + letters);
            assertThat(told(refused)).contains(UNCHECKED, "填写的内容都还在");
            Document page = Pages.parse(refused);
            assertThat(page.select("[name='rows[0].name']").val()).isEqualTo("周敏");
            assertThat(page.select("[name='rows[0].username']").val()).isEqualTo("zhoum" + letters);
            MvcTestResult staff = createStaff("qinsw" + letters);
            assertThat(told(staff)).contains(UNCHECKED);
            assertThat(Pages.parse(staff).select("[name=personName]").val()).isEqualTo("秦素文");
        } finally {
            directory.start();
        }

        assertThat(told(create("zhoum" + letters)))
                .as("nor in the half minute after it failed, in which it isn't asked")
                .contains(UNCHECKED);
        assertThat(operators.of(company)).isEmpty();

        shared.check("somebody", "not it");
        assertThat(create("zhoum" + letters)).hasStatusOk();
        assertThat(createStaff("qinsw" + letters)).hasStatusOk();
    }

    @Test
    void aDirectoryThatRefusesToAnswerIsOneThatIsDown() {
        directory.answerOnly(0);

        assertThat(told(create("zhoum" + letters))).contains(UNCHECKED);
        assertThat(told(createStaff("qinsw" + letters))).contains(UNCHECKED);
    }

    @Test
    void nothingIsHashedInATransactionFromTheAccountToItsPassword() {
        passwords.inTransactions();
        String username = "zhoum" + letters;
        assertThat(create(username)).hasStatusOk();
        OperatorView made = operators.findByUsername(username).orElseThrow();
        MvcTestResult renewed = slips(made, false);
        pages.post("/operators/" + made.id() + "/disable", world.clerk(), Map.of("seen", seen(username)));
        assertThat(pages.post("/operators/" + made.id() + "/enable", world.clerk(), Map.of("seen", seen(username))))
                .hasStatusOk();
        renewed = slips(operators.findByUsername(username).orElseThrow(), false);
        OneTimeCode code = OneTimeCode.parse(
                        Pages.parse(renewed).text().replaceAll("(?s).*激活码\\s+(\\S{4}-\\S{4}).*", "$1"))
                .orElseThrow();
        Cookie session = session(username, "1");
        assertThat(change(session, "code", "0000-0000", "a long quiet evening")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(change(session, "code", code.grouped(), "a long quiet evening"))
                .hasRedirectedUrl("/workbench");
        session = session(username, "a long quiet evening");
        assertThat(change(session, "current", "not it", "another quiet evening"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(change(session, "current", "a long quiet evening", "another quiet evening"))
                .hasRedirectedUrl("/workbench");
        slips(operators.findByUsername(username).orElseThrow(), true);
        world.account(company, Role.ENTERPRISE_OPERATOR, "吴德明", "13900009002", "wudm" + letters);

        assertThat(passwords.hashed()).isGreaterThan(10);
        assertThat(passwords.inTransactions()).isZero();
    }

    private String seen(String username) {
        return operators.findByUsername(username).orElseThrow().seen().toString();
    }

    private MvcTestResult slips(OperatorView operator, boolean reset) {
        MvcTestResult result = pages.post(
                "/operators/slips",
                world.clerk(),
                Map.of(
                        "operator", operator.seen().toString(),
                        "submission", UUID.randomUUID().toString(),
                        "reset", String.valueOf(reset)));
        assertThat(result).hasStatusOk();
        return result;
    }

    private Cookie session(String username, String password) {
        MvcTestResult result = mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", username)
                .param("password", password)
                .exchange();
        assertThat(result).hasStatus3xxRedirection();
        return result.getResponse().getCookie("SESSION");
    }

    private MvcTestResult change(Cookie session, String proof, String value, String password) {
        return mvc.post()
                .uri("/account/password")
                .with(csrf())
                .cookie(session)
                .param(proof, value)
                .param("password", password)
                .param("repeated", password)
                .exchange();
    }
}
