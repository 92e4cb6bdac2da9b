package org.maintenancefund.billing.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.association.ATermination;
import org.maintenancefund.association.Associations;
import org.maintenancefund.billing.CollectionStarts;
import org.maintenancefund.billing.start.ACollectedArea.Collected;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 开通 at the very same moment as something else. Nothing is rolled back: the races are real, and each has an area of its own in one
 * district.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartRacesTest {

    private static final int PEOPLE = 8;

    @Autowired
    World world;

    @Autowired
    ACollectedArea areas;

    @Autowired
    ATermination terminations;

    @Autowired
    Associations associations;

    @Autowired
    StartService service;

    @Autowired
    CollectionStarts starts;

    @Autowired
    CityDecisions decisions;

    private int made;

    /** Others stand on a city that has decided nothing. */
    @AfterEach
    void nothingIsDecided() {
        decisions.forget();
    }

    private Collected ready(String name) {
        return areas.ready(world, name + ++made);
    }

    private Callable<Object> opened(Collected area, CurrentUser by, YearMonth month) {
        return () -> {
            service.open(area.id(), month, false, by);
            return null;
        };
    }

    @Test
    void manyPressAtOnceAndOneOpensIt() throws InterruptedException {
        Collected area = ready("竞放苑");
        YearMonth now = YearMonth.from(world.today());
        List<Callable<Object>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(opened(area, i % 2 == 0 ? area.ofOffice() : area.ofCompany(), now.plusMonths(i % 3)));
        }

        List<Race.Outcome<Object>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.reason().code()).isEqualTo("billing.start.already")));
        int winner = outcomes.indexOf(
                outcomes.stream().filter(Race.Outcome::won).findFirst().orElseThrow());
        assertThat(starts.firstMonth(area.id())).contains(now.plusMonths(winner % 3));
    }

    /** Whichever comes first: what is opened was opened under a mandate that ran. */
    @RepeatedTest(4)
    void aMandateThatEndsMeanwhileOpensNothing() throws InterruptedException {
        Collected area = ready("竞收苑");
        ApplicationNumber end = terminations.submitted(
                area.committee(), associations.effectiveFor(area.id()).orElseThrow(), world.today());

        List<Race.Outcome<Object>> outcomes =
                Race.of(List.of(opened(area, area.ofOffice(), YearMonth.from(world.today())), () -> {
                    terminations.decided(end, ReviewAction.APPROVE, world.clerk());
                    return null;
                }));

        assertThat(outcomes.get(1).failure()).isNull();
        if (outcomes.get(0).won()) {
            assertThat(starts.firstMonth(area.id())).isPresent();
        } else {
            assertThat(outcomes.get(0).failure()).isInstanceOfAny(Refusal.class, NotFound.class);
            assertThat(starts.firstMonth(area.id())).isEmpty();
        }
    }
}
