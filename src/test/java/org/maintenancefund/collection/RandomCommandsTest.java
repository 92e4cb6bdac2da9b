package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.Extent;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Two communities go through two years of random legal commands beside a small model of what must come out: what was billed to each unit
 * and what was paid for it, in whatever order. After each command the figures of all units are the model's and every invariant
 * holds; what is refused changes nothing. The same at every run, by its seed; a tenth of it in every build.
 */
@IntegrationTest
class RandomCommandsTest {

    private static final long SEED = 20261130;
    private static final int STEPS = Extent.of(200, 2_000);
    private static final int STEP_OF_MERGE = STEPS * 11 / 20;
    private static final int STEP_OF_UNDOING = STEPS * 12 / 20;
    private static final int STEP_OF_MERGE_FOR_GOOD = STEPS * 5 / 8;

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    InvariantService invariants;

    @Autowired
    CityDecisions decisions;

    private RandomCity city;
    private RandomFigures figures;
    private RandomMerge merge;

    /** What can be done at any time, and what stands against undoing a merge. */
    private List<RandomCommand> harmless;

    private List<RandomCommand> all;

    @BeforeEach
    void twoCommunitiesOfOneOffice() {
        city = new RandomCity(world, context, new Random(SEED));
        RandomImports imports = new RandomImports(city, tasks);
        RandomUnits units = new RandomUnits(city, imports);
        RandomMoney money = new RandomMoney(city, imports);
        units.start(context.getBean(AFundAccount.class).empty(), world);
        figures = new RandomFigures(city);
        merge = new RandomMerge(city, world);
        harmless = List.of(
                new RandomCommand("register", 4, units::register),
                new RandomCommand("import units", 1, units::importSome),
                new RandomCommand("change", 5, units::change),
                new RandomCommand("change who pays", 3, units::changePayer),
                new RandomCommand("pay", 36, flat -> money.pay(flat, false)),
                new RandomCommand("pay a month", 14, flat -> money.pay(flat, true)),
                new RandomCommand("import payments", 2, money::importSome),
                new RandomCommand("reverse", 14, money::reverse),
                new RandomCommand("adjust", 8, money::adjust));
        all = Stream.concat(
                        harmless.stream(),
                        Stream.of(
                                new RandomCommand("bill", 8, money::bill),
                                new RandomCommand("take back", 1, money::takeBack),
                                new RandomCommand("bill what was missed", 4, money::billMissed)))
                .toList();
    }

    /** Others stand on a city that has decided nothing. */
    @AfterEach
    void nothingIsDecided() {
        decisions.forget();
    }

    @Test
    void whateverIsDoneInWhateverOrderNoFenIsLostOrDoubled() {
        Map<String, Integer> taken = new TreeMap<>();
        for (int step = 0; step < STEPS; step++) {
            merge(step);
            RandomCommand command =
                    RandomCommand.any(step > STEP_OF_MERGE && step < STEP_OF_UNDOING ? harmless : all, city);
            Flat flat = city.anyOf(city.anyOf(city.communities()).flats);
            if (city.in(city.now(), () -> command.act().test(flat))) {
                taken.merge(command.name(), 1, Integer::sum);
            }
            check("step " + step + ", " + command.name());
        }
        assertThat(taken.keySet())
                .as("each was taken, or most on a short way: %s", taken)
                .hasSizeGreaterThanOrEqualTo(Extent.of(all.size() * 2 / 3, all.size()));
    }

    /** Each of these has to succeed. */
    private void merge(int step) {
        if (step == STEP_OF_MERGE) {
            assertThat(city.in(city.now(), () -> merge.end() && merge.merge())).isTrue();
        } else if (step == STEP_OF_UNDOING) {
            assertThat(city.in(city.now(), merge::undo)).isTrue();
        } else if (step == STEP_OF_MERGE_FOR_GOOD) {
            assertThat(city.in(city.now(), merge::merge)).isTrue();
        } else {
            return;
        }
        check("step " + step + ", merge");
    }

    private void check(String step) {
        figures.units(step);
        assertThat(invariants.violations()).as(step).isEmpty();
    }
}
