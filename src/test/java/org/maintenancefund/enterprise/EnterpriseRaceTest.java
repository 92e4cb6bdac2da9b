package org.maintenancefund.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.test.World.freeCreditCode;
import static org.maintenancefund.test.World.newCompany;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.web.ConstraintMessages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Not rolled back, because the runners need transactions of their own; everything here stands in a district of its own. */
@IntegrationTest
class EnterpriseRaceTest {

    @Autowired
    World world;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private ConstraintMessages constraints;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void oneCreditCodeTypedInThreeWaysAtOnceEndsInOneCompany() throws InterruptedException {
        DistrictId district = world.district().id();
        String code = freeCreditCode().value();
        List<Callable<EnterpriseId>> runners = Stream.of(code, code.toLowerCase(), fullWidth(code))
                .<Callable<EnterpriseId>>map(typed -> () -> enterprises.register(
                        newCompany("同码物业公司", district, CreditCode.parse(typed).value())))
                .toList();

        List<Race.Outcome<EnterpriseId>> outcomes = Race.of(runners);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(reason(outcome.failure())).isPresent());
        assertThat(jdbc.sql("SELECT count(*) FROM enterprise WHERE credit_code = ?")
                        .param(code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The check before, or the constraint behind it: either has a sentence for the field. */
    private Optional<Reason> reason(Throwable failure) {
        return failure instanceof Refusal refusal ? Optional.of(refusal.reason()) : constraints.reason(failure);
    }

    private static String fullWidth(String code) {
        return code.chars()
                .map(c -> c - '!' + '！')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
