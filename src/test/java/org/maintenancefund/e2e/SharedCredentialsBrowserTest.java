package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 共享账号 and 核对共享账号企业 through a browser. */
@Lengthy
@DemoCityTest
class SharedCredentialsBrowserTest {

    private static final String COMPANY = "云州市澄园物业服务有限公司";

    @LocalServerPort
    private int port;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private QualifiedCompanies companies;

    @ParameterizedTest
    @EnumSource
    void aDistrictLooksAtBothRecordsAndRejects(Width width) {
        EnterpriseView company =
                enterprises.active(COMPANY).page(Cursor.start()).items().get(0);
        companies.admit(new SharedPerson(
                "browser.shared",
                new PersonName("龚锦程"),
                new MobileNumber("13900007002"),
                company.creditCode(),
                "云州市别园物业服务有限公司 " + width,
                "西湖区",
                null,
                false));
        try (Visitor clerk = Browser.visitor(port, width)) {
            clerk.signIn("demo-district", DemoStep.PASSWORD);
            clerk.open("/enterprises/matches");
            see(clerk, "matches-" + width);
            clerk.follow(COMPANY);
            see(clerk, "match-" + width);
            clerk.press("不是同一企业");
            see(clerk, "match-error-" + width);
            clerk.fill("原因", "代码登记错误");
            clerk.press("不是同一企业");
            assertThat(clerk.page().content()).contains("不是同一企业");
            clerk.open("/enterprises/matches?tab=REJECTED");
            clerk.follow(COMPANY);
            see(clerk, "match-decided-" + width);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAdministratorSeesTheRuns(Width width) {
        try (Visitor administrator = Browser.visitor(port, width)) {
            administrator.signIn("demo-admin", DemoStep.PASSWORD);
            administrator.open("/shared-credentials");
            assertThat(administrator.heading()).isEqualTo("共享账号");
            see(administrator, "shared-credentials-" + width);
        }
    }
}
