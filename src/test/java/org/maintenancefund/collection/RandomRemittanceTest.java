package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.RandomRemittance.Event;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.Extent;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The money of two communities on its way: received, declared, put on slips, told by the bank, matched, booked, sent back, reversed, and
 * month after month closed, in whatever order, beside a small model of what must come out; one day they become one. After each command the records say what the
 * model says and every invariant holds. What must be refused is tried as well, and changes nothing. The same at every run, by its
 * seed.
 */
@IntegrationTest
@DirtiesContext
class RandomRemittanceTest {

    private static final long SEED = 20261201;
    private static final int STEPS = Extent.of(150, 1_000);
    private static final int STEP_OF_MERGE = STEPS * 11 / 20;

    /** A context of its own, and with it a database: months are closed for the whole city. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnCity {}

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    InvariantService invariants;

    private RandomCity city;
    private RandomFigures figures;
    private RandomRemittance model;
    private RandomMerge merge;

    /** What the first half does may be refused; what the second half does never is, but where it says so. */
    private List<RandomCommand> collecting;

    private List<RandomCommand> remitting;

    @BeforeEach
    void twoCommunitiesWhoseMoneyLiesInOneAccount() {
        city = new RandomCity(world, context, new Random(SEED));
        figures = new RandomFigures(city);
        FundAccountId account = context.getBean(AFundAccount.class).confirmed(RandomRemittance.NUMBER, "0");
        RandomImports imports = new RandomImports(city, tasks);
        RandomUnits units = new RandomUnits(city, imports);
        units.start(account, world);
        RandomMoney money = new RandomMoney(city, imports);
        merge = new RandomMerge(city, world);
        model = new RandomRemittance(city, account, world.clerk());
        collecting = List.of(
                new RandomCommand("register", 3, units::register),
                new RandomCommand("bill", 2, money::bill),
                new RandomCommand("pay", 24, flat -> money.pay(flat, false)),
                new RandomCommand("pay a month", 6, flat -> money.pay(flat, true)),
                new RandomCommand("import payments", 1, money::importSome),
                new RandomCommand("adjust", 2, money::adjust));
        RandomDeclarations declarations = new RandomDeclarations(model);
        RandomSlips slips = new RandomSlips(model);
        RandomMatches matches = new RandomMatches(model);
        RandomAssignments assignments = new RandomAssignments(model, matches);
        RandomStatements statements = new RandomStatements(model, matches, context);
        RandomReversals reversals = new RandomReversals(model);
        remitting = List.of(
                new RandomCommand("declare", 9, declarations::declare),
                new RandomCommand("leave out", 3, declarations::leaveOut),
                new RandomCommand("confirm", 8, declarations::confirm),
                new RandomCommand("take back", 2, declarations::takeBack),
                new RandomCommand("draft", 7, slips::draft),
                new RandomCommand("change a draft", 2, slips::change),
                new RandomCommand("submit", 7, slips::submit),
                new RandomCommand("void", 1, slips::discard),
                new RandomCommand("slips paid", 9, statements::slipsPaid),
                new RandomCommand("other lines", 3, statements::others),
                new RandomCommand("sent back", 2, statements::sentBack),
                new RandomCommand("sent back and again", 1, flat -> statements.sentBackAndAgain(flat, slips)),
                new RandomCommand("paid straight and sent back", 1, statements::paidAndSentBack),
                new RandomCommand("match", 1, matches::matchAll),
                new RandomCommand("propose", 6, assignments::propose),
                new RandomCommand("decide", 7, assignments::decide),
                new RandomCommand("undo", 2, assignments::undo),
                new RandomCommand("book", 6, slips::book),
                new RandomCommand("reverse", 3, reversals::reverse),
                new RandomCommand("reverse what is booked", 1, reversals::reverseBooked),
                new RandomCommand("close a month", 3, new RandomClosings(model, statements, tasks)::close));
    }

    @Test
    void wherePaymentsAreOnTheirWayToTheirHouseholdsNoFenIsLostOrDoubled() {
        Map<String, Integer> taken = new TreeMap<>();
        for (int step = 0; step < STEPS; step++) {
            if (step == STEP_OF_MERGE) {
                assertThat(city.in(city.now(), () -> merge.end() && merge.merge() && merge.undo() && merge.merge()))
                        .isTrue();
            }
            boolean handsOver = city.upTo(3) > 0;
            RandomCommand command = RandomCommand.any(handsOver ? remitting : collecting, city);
            Flat flat = city.anyOf(city.anyOf(city.communities()).flats);
            String name = "step " + step + ", " + command.name();
            if (city.in(
                    city.now(),
                    () -> handsOver
                            ? accepted(command, flat, name)
                            : command.act().test(flat))) {
                taken.merge(command.name(), 1, Integer::sum);
            }
            city.in(city.now(), () -> model.notePayments());
            figures.units(name);
            figures.remittance(model, name);
            assertThat(invariants.violations()).as(name).isEmpty();
        }
        assertThat(taken.keySet())
                .as("each was taken, or most on a short way: %s", taken)
                .hasSizeGreaterThan(remitting.size() / 2);
        if (Extent.isAll()) {
            assertThat(taken.keySet())
                    .as("each was taken: %s", taken)
                    .containsAll(remitting.stream().map(RandomCommand::name).toList());
            assertThat(model.seen).containsExactlyInAnyOrder(Event.values());
        }
    }

    private static boolean accepted(RandomCommand command, Flat flat, String step) {
        try {
            return command.act().test(flat);
        } catch (Refusal refusal) {
            throw new AssertionError(step + ": " + Messages.of(refusal.reason()), refusal);
        }
    }
}
