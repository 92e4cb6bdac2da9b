package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo city's companies, offices and associations are there for the sign-ins that README names. */
@DemoCityTest
class DemoAssociationsTest {

    @Autowired
    private Operators operators;

    @Autowired
    private Associations associations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void demoEnterpriseAndDemoOfficeManageAreas() {
        OperatorView company = operators.findByUsername("demo-enterprise").orElseThrow();
        OperatorView office = operators.findByUsername("demo-office").orElseThrow();

        assertThat(associations.areasOf(office.organisation())).isNotEmpty();
        assertThat(associations.areasOf(company.organisation()))
                .containsAll(associations.areasOf(office.organisation()))
                .hasSizeGreaterThan(associations.areasOf(office.organisation()).size());
    }

    @Test
    void thereAreTwentyCompaniesAndAQueueOfDifferentAge() {
        assertThat(jdbc.sql("SELECT count(*) FROM enterprise")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(20);
        assertThat(jdbc.sql("SELECT count(DISTINCT submitted_at::date) FROM application"
                                + " WHERE kind = 'ASSOCIATION' AND status = 'PENDING'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }
}
