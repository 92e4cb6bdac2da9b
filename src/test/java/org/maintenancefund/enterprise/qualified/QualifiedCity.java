package org.maintenancefund.enterprise.qualified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A city with a directory beside it, which is asked over the wire; the district 东湖区 is what the directory calls it. */
@TestConfiguration(proxyBeanMethods = false)
public class QualifiedCity {

    static final CurrentUser ADMIN = SignedIn.person(
            "管理员", Role.SYSTEM_ADMIN, new OrgRef(OrgType.MUNICIPAL_CENTRE, UUID.randomUUID()), "市管理中心", null);

    @Bean(destroyMethod = "close")
    DirectoryFixture directory() {
        return DirectoryFixture.plain();
    }

    /** Few to a page, so that everybody takes several; one may go unasked, so that a handful is too many. */
    @Bean
    DynamicPropertyRegistrar directorySettings(DirectoryFixture directory) {
        return properties -> {
            directory
                    .configuration()
                    .forEach((name, value) -> properties.add("app.shared-credentials." + name, () -> value));
            properties.add("app.shared-credentials.page-size", () -> "2");
            properties.add("app.shared-credentials.refresh.few-gone", () -> "1");
        };
    }

    @Bean
    People people(MockMvcTester mvc, DirectoryFixture directory, World world, SharedRefresh refresh, Jobs jobs) {
        return new People(mvc, directory, world, refresh, jobs);
    }

    /** The people of the directory. */
    static final class People {

        private static final AtomicInteger NUMBER = new AtomicInteger();

        private final MockMvcTester mvc;
        private final DirectoryFixture directory;
        private final SharedRefresh refresh;
        private final Jobs jobs;
        private final DistrictCentre district;

        private People(MockMvcTester mvc, DirectoryFixture directory, World world, SharedRefresh refresh, Jobs jobs) {
            this.mvc = mvc;
            this.directory = directory;
            this.refresh = refresh;
            this.jobs = jobs;
            this.district = world.district("DH", "东湖区", "甲街道");
        }

        DistrictCentre district() {
            return district;
        }

        /** Somebody in the directory, of that company. */
        String of(String creditCode, String company) {
            String username = "qualified.p" + NUMBER.incrementAndGet();
            directory.add(username, "uid=" + username, creditCode, true);
            directory.set(username, "o", company);
            return username;
        }

        MvcTestResult signIn(String username) {
            int address = NUMBER.incrementAndGet() % 250;
            return mvc.post()
                    .uri("/login")
                    .with(csrf())
                    .with(request -> {
                        request.setRemoteAddr("198.51.100." + address);
                        return request;
                    })
                    .param("username", username)
                    .param("password", DirectoryFixture.PASSWORD)
                    .exchange();
        }

        /** Somebody in the directory, of that company, who has signed in. */
        String signedIn(String creditCode, String company) {
            String username = of(creditCode, company);
            session(username);
            return username;
        }

        Cookie session(String username) {
            MvcTestResult result = signIn(username);
            assertThat(result).hasRedirectedUrl("/workbench");
            Cookie session = result.getResponse().getCookie("SESSION");
            assertThat(session).isNotNull();
            return session;
        }

        /** Whether the session still opens the workbench. */
        boolean isIn(Cookie session) {
            return mvc.get()
                            .uri("/workbench")
                            .cookie(session)
                            .exchange()
                            .getResponse()
                            .getStatus()
                    == 200;
        }

        /** Runs a refresh as the administrator starts it, to its end. */
        RefreshRun refreshed() {
            assertThat(refresh.start(ADMIN)).isTrue();
            return ended();
        }

        RefreshRun ended() {
            jobs.run();
            assertThat(refresh.latest().get(0).isRunning()).isFalse();
            return refresh.latest().get(0);
        }
    }
}
