package org.maintenancefund.enterprise.qualified;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The whole way over the wire: a real directory, a sign-in, the companies as they are kept, and the refresh. */
@IntegrationTest
@Import(SharedRefreshTest.Directory.class)
class SharedRefreshTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Directory {

        @Bean(destroyMethod = "close")
        DirectoryFixture directory() {
            return DirectoryFixture.plain();
        }

        @Bean
        DynamicPropertyRegistrar directorySettings(DirectoryFixture directory) {
            return properties -> directory
                    .configuration()
                    .forEach((name, value) -> properties.add("app.shared-credentials." + name, () -> value));
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DirectoryFixture directory;

    @Autowired
    SharedRefresh refresh;

    @Autowired
    Operators operators;

    @Autowired
    Enterprises enterprises;

    private static final CurrentUser ADMIN = SignedIn.person(
            "管理员", Role.SYSTEM_ADMIN, new OrgRef(OrgType.MUNICIPAL_CENTRE, UUID.randomUUID()), "市管理中心", null);

    @Test
    void aPersonSignsInAndWhoIsGoneAfterwardsIsOut() throws InterruptedException {
        Pages pages = new Pages(mvc);
        directory.add("refresh.one");
        directory.add("refresh.two");
        assertThat(signIn("refresh.one")).isEqualTo("/workbench");
        assertThat(signIn("refresh.two")).isEqualTo("/workbench");
        assertThat(enterprises.views(List.of())).isEmpty();

        directory.remove("refresh.two");
        assertThat(pages.post("/shared-credentials", ADMIN, Map.of())).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(operators.findByUsername("refresh.two").orElseThrow().state())
                .isEqualTo(OperatorState.DISABLED);
        assertThat(operators.findByUsername("refresh.one").orElseThrow().state())
                .isEqualTo(OperatorState.ACTIVE);
        assertThat(refresh.latest().get(0).gone()).isEqualTo(1);
        assertThat(pages.open("/shared-credentials", ADMIN).text()).contains("管理员", "完成");

        directory.stop();
        refresh.run("定时");
        assertThat(refresh.latest().get(0).failure()).contains("无法连接");
        assertThat(operators.findByUsername("refresh.one").orElseThrow().state())
                .isEqualTo(OperatorState.ACTIVE);
        directory.start();

        Callable<Boolean> running = () -> refresh.run("定时");
        assertThat(Race.of(List.of(running, running, running)))
                .allMatch(Race.Outcome::won)
                .anyMatch(Race.Outcome::value);
    }

    private String signIn(String username) {
        return mvc.post()
                .uri("/login")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("username", username)
                .param("password", DirectoryFixture.PASSWORD)
                .exchange()
                .getResponse()
                .getRedirectedUrl();
    }
}
