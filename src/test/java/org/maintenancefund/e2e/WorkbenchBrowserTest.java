package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The workbench of each role through a browser at both widths, and a number of it followed to its list. */
@Lengthy
@DemoCityTest
class WorkbenchBrowserTest {

    private static final List<String> ROLES =
            List.of("enterprise", "office", "committee", "district", "municipal", "admin", "auditor");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void eachRoleSeesItsOwn(Width width) {
        for (String role : ROLES) {
            try (Visitor visitor = signedIn(port, width, "demo-" + role)) {
                visitor.open("/workbench");
                assertThat(visitor.heading()).isEqualTo("工作台");
                see(visitor, "workbench-" + role + "-" + width);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMunicipalCentreFollowsANumberToItsList(Width width) {
        try (Visitor visitor = signedIn(port, width, "demo-municipal")) {
            visitor.open("/workbench");
            var number =
                    visitor.page().locator("section:has-text('各区办理情况') td a").first();
            String counted = number.innerText();
            number.click();
            assertThat(visitor.heading()).isEqualTo("申请清单");
            assertThat(visitor.page().locator(".list-bar p strong").first().innerText())
                    .isEqualTo(counted);
        }
    }
}
