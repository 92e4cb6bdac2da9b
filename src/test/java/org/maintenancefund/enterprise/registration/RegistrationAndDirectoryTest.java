package org.maintenancefund.enterprise.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.account.shared.DirectoryLogin;
import org.maintenancefund.enterprise.qualified.QualifiedCity;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Whether a company that registers has its account in the directory: asked at each step, and always before a transaction
 * begins – inside of one nothing would be asked.
 */
@IntegrationTest
@Import(QualifiedCity.class)
class RegistrationAndDirectoryTest extends RegisteringCompany {

    private static final String HAS_ACCOUNT = "请用市物业管理信息系统的用户名和密码登录";

    private static int people;

    @Autowired
    DirectoryFixture directory;

    @Autowired
    DirectoryLogin shared;

    @BeforeEach
    void theDirectoryAnswers() {
        shared.check("somebody", "not it");
        directory.asked();
    }

    @AfterEach
    void itAnswersAgain() {
        directory.answerOnly(-1);
        shared.check("somebody", "not it");
    }

    private String companyInTheDirectory() {
        String username = "registering.p" + ++people;
        directory.add(username, "uid=" + username, code.value(), true);
        return username;
    }

    private boolean wasAskedForTheCompany() {
        return directory.asked().stream().anyMatch(question -> question.contains(code.value()));
    }

    @Test
    void aCompanyOfTheDirectoryIsToldWhenItFillsTheFormIn() {
        companyInTheDirectory();

        MvcTestResult refused = fillIn(filled());

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(refused).select(".error-summary").text()).contains(HAS_ACCOUNT);
        assertThat(wasAskedForTheCompany()).isTrue();
    }

    @Test
    void oneThatCameIntoTheDirectoryMeanwhileIsToldWhenItSubmits() {
        fillIn(filled());
        companyInTheDirectory();
        directory.asked();

        MvcTestResult refused = post(check, Map.of());

        assertThat(wasAskedForTheCompany()).isTrue();
        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(refused).select(".error-summary").text()).contains(HAS_ACCOUNT);
    }

    @Test
    void theReviewerSeesItAndCanNotApprove() {
        fillIn(filled());
        String number = submitted();
        assertThat(pages.open("/enterprises/reviews/" + number, world.clerk()).text())
                .contains("不在有资质企业之列");
        String version = version(number);
        companyInTheDirectory();
        directory.asked();

        Map<String, String> approval = Map.of("result", "APPROVE", "remark", "", "version", version);
        MvcTestResult refused = pages.post("/enterprises/reviews/" + number, world.clerk(), approval);

        assertThat(wasAskedForTheCompany()).isTrue();
        assertThat(refused.getResponse().getStatus()).isNotEqualTo(500);
        assertThat(enterprises.find(code)).isEmpty();
        assertThat(pages.open("/enterprises/reviews/" + number, world.clerk()).text())
                .contains("该企业已有物业管理信息系统的共享账号");
        assertThat(wasAskedForTheCompany()).isTrue();
    }

    @Test
    void whatTheDirectorySaidLastGoesOnWhileItIsDown() {
        companyInTheDirectory();
        fillIn(filled());
        directory.stop();
        try {
            assertThat(fillIn(filled())).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(fillIn(filled())).hasStatus(HttpStatus.BAD_REQUEST);
        } finally {
            directory.start();
        }
    }

    @Test
    void aCompanyThatLeftTheDirectoryMayRegister() {
        String username = companyInTheDirectory();
        assertThat(fillIn(filled())).hasStatus(HttpStatus.BAD_REQUEST);
        directory.remove(username);

        assertThat(fillIn(filled())).hasStatus3xxRedirection();
        assertThat(submitted()).startsWith("WG");
    }
}
