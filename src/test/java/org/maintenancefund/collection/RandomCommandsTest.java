package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.billing.start.StartService;
import org.maintenancefund.collection.RandomCity.Community;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two communities go through two years of random legal commands beside a small model of what must come out: what was billed to each unit
 * and what was paid for it, in whatever order. After each command the figures of all units are the model's and every invariant
 * holds; what is refused changes nothing. The same at every run, by its seed.
 */
@IntegrationTest
class RandomCommandsTest {

    private static final long SEED = 20261130;
    private static final int STEPS = 2_000;
    private static final int STEP_OF_MERGE = 1_100;
    private static final int STEP_OF_UNDOING = 1_200;
    private static final int STEP_OF_MERGE_FOR_GOOD = 1_250;

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

    @Autowired
    JdbcClient jdbc;

    private RandomCity city;
    private RandomMerge merge;

    /** What can be done at any time, and what stands against undoing a merge. */
    private List<Command> harmless;

    private List<Command> all;

    /** What is done with a unit or its community; false where nothing was there to do. */
    private record Command(String name, int weight, Predicate<Flat> act) {}

    @BeforeEach
    void twoCommunitiesOfOneOffice() {
        city = new RandomCity(world, context, new Random(SEED));
        RandomImports imports = new RandomImports(city, tasks);
        RandomUnits units = new RandomUnits(city, imports);
        RandomMoney money = new RandomMoney(city, imports);
        AFundAccount accounts = context.getBean(AFundAccount.class);
        FundAccountId account = accounts.empty();
        for (Community community : city.communities()) {
            accounts.keeps(account, community.id);
            Flat flat = units.register(community);
            context.getBean(AnOpening.class)
                    .approved(community.id, flat.id, city.clerk(), city.colleague(), world.clerk());
            context.getBean(StartService.class).open(community.id, city.first(), true, city.clerk());
        }
        merge = new RandomMerge(city, world);
        harmless = List.of(
                new Command("register", 4, units::register),
                new Command("import units", 1, units::importSome),
                new Command("change", 5, units::change),
                new Command("change who pays", 3, units::changePayer),
                new Command("pay", 36, flat -> money.pay(flat, false)),
                new Command("pay a month", 14, flat -> money.pay(flat, true)),
                new Command("import payments", 2, money::importSome),
                new Command("reverse", 14, money::reverse),
                new Command("adjust", 8, money::adjust));
        all = Stream.concat(
                        harmless.stream(),
                        Stream.of(
                                new Command("bill", 8, money::bill),
                                new Command("take back", 1, money::takeBack),
                                new Command("bill what was missed", 4, money::billMissed)))
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
            Command command = any(step > STEP_OF_MERGE && step < STEP_OF_UNDOING ? harmless : all);
            Flat flat = city.anyOf(city.anyOf(city.communities()).flats);
            if (city.in(city.now(), () -> command.act().test(flat))) {
                taken.merge(command.name(), 1, Integer::sum);
            }
            check("step " + step + ", " + command.name());
        }
        assertThat(taken.keySet())
                .as("each was taken: %s", taken)
                .containsAll(all.stream().map(Command::name).toList());
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

    private Command any(List<Command> some) {
        int dice = city.upTo(some.stream().mapToInt(Command::weight).sum());
        for (Command command : some) {
            dice -= command.weight();
            if (dice < 0) {
                return command;
            }
        }
        throw new AssertionError("the dice fell outside");
    }

    private void check(String step) {
        Map<UUID, String> found = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT t.id, (SELECT coalesce(sum(b.amount + b.adjusted), 0) FROM bill b WHERE b.unit_id = t.id) AS billed,"
                                + " (SELECT coalesce(sum(b.allocated), 0) FROM bill b WHERE b.unit_id = t.id) AS allocated,"
                                + " (SELECT coalesce(sum(r.amount), 0) FROM receipt r WHERE r.unit_id = t.id) AS paid,"
                                + " (SELECT coalesce(sum(r.amount - r.allocated), 0) FROM receipt r WHERE r.unit_id = t.id"
                                + " AND NOT r.reversed AND r.reverses IS NULL) AS prepaid"
                                + " FROM unnest(:units) AS t(id)")
                .param(
                        "units",
                        city.flats().stream().map(flat -> flat.id.value()).toArray(UUID[]::new))
                .query((row, i) -> found.put(
                        row.getObject(1, UUID.class),
                        figures(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))))
                .list();
        for (Flat flat : city.flats()) {
            long billed = flat.billed();
            long paid = flat.paid();
            assertThat(found.get(flat.id.value()))
                    .as(step)
                    .isEqualTo(figures(billed, Math.min(billed, paid), paid, Math.max(0, paid - billed)));
        }
        assertThat(invariants.violations()).as(step).isEmpty();
    }

    private static String figures(long billed, long allocated, long paid, long prepaid) {
        return "billed %d, allocated %d, paid %d, left %d".formatted(billed, allocated, paid, prepaid);
    }
}
