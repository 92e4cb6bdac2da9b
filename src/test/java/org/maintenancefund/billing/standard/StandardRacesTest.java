package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.web.ConstraintMessages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Several people of the city at the very same moment. Nothing is rolled back: the races are real. */
@IntegrationTest
class StandardRacesTest {

    private static final int PEOPLE = 8;

    @Autowired
    ChargeStandardService service;

    @Autowired
    ChargeStandards standards;

    @Autowired
    AChargeStandard aStandard;

    @Autowired
    World world;

    @Autowired
    CityDecisions decisions;

    /** The city's are everybody's: other tests begin without any. */
    @AfterEach
    void forget() {
        decisions.forget();
    }

    private YearMonth month() {
        return YearMonth.from(world.today()).plusMonths(1);
    }

    @RepeatedTest(4)
    void ofSeveralWhoDecideAtOnceOneWinsAndTheOthersAreToldSo() throws InterruptedException {
        ChargeStandardId id =
                aStandard.proposed(UnitUse.OTHER, false, "0.25", month(), AChargeStandard.municipal("许拟"));

        List<Race.Outcome<Object>> outcomes = Race.of(IntStream.range(0, PEOPLE)
                .mapToObj(i -> decided(id, i, AChargeStandard.municipal("何核" + i)))
                .toList());

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleVersion.class));
        assertThat(service.get(id).version()).isEqualTo(1);
        assertThat(standards.ofCityAt(UnitUse.OTHER, false, month()).isPresent())
                .isEqualTo(service.get(id).state() == StandardState.IN_FORCE);
    }

    private Callable<Object> decided(ChargeStandardId id, int place, CurrentUser by) {
        return () -> {
            if (place % 2 == 0) {
                service.confirm(id, 0, by);
            } else {
                service.reject(id, 0, "与文件不符", by);
            }
            return null;
        };
    }

    @RepeatedTest(4)
    void ofSeveralWhoProposeTheSameAtOnceOneDoes() throws InterruptedException {
        List<Race.Outcome<ChargeStandardId>> outcomes = Race.of(IntStream.range(0, PEOPLE)
                .<Callable<ChargeStandardId>>mapToObj(i -> () -> aStandard.proposed(
                        UnitUse.OTHER, false, "0.2" + i, month(), AChargeStandard.municipal("许拟" + i)))
                .toList());

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.won()).allSatisfy(outcome -> {
            if (outcome.failure() instanceof DataIntegrityViolationException race) {
                assertThat(ConstraintMessages.constraintName(race)).contains("uq_charge_standard_proposed");
                assertThat(new ConstraintMessages().reason(race)).isPresent();
            } else {
                assertThat(outcome.failure()).isInstanceOf(Refusal.class);
            }
        });
        assertThat(service.proposed()).hasSize(1);
    }
}
