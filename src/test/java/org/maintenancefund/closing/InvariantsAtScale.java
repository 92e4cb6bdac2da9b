package org.maintenancefund.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.disclosure.balance.LowBalances;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All invariants over a city of 3,000 areas of 1,000 units ({@link GrownBooks}), and the closing of its month with the snapshot. Takes
 * minutes and gigabytes, so it is not part of the build:
 *
 * <pre>./mvnw test -Dtest=InvariantsAtScale</pre>
 *
 * <p>{@code -Dclosing.areas=100} for another size.
 */
@IntegrationTest
class InvariantsAtScale {

    private static final int AREAS = Integer.getInteger("closing.areas", 3_000);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    InvariantService invariants;

    @Autowired
    ClosingService service;

    @Autowired
    Closings closings;

    @Autowired
    AnOpening openings;

    @Autowired
    TransactionTemplate transaction;

    private record Took(String name, long ms) {}

    @Test
    void allInvariantsOfTheCityAreAskedWithinAMinuteAndItsMonthIsClosed() throws Exception {
        AClosing city = Objects.requireNonNull(transaction.execute(status -> handedOver()));
        long begun = System.nanoTime();
        GrownBooks.grow(city, AREAS, context);
        System.out.printf("%,d areas in %,d ms%n", AREAS, since(begun));

        figures();
        Duration all = asked("");
        ClosingId closing = service.begin(city.month(), city.beginner());
        city.work(closing);
        long snapshot = closings.steps(closing).stream()
                .filter(step -> step.kind() != StepKind.INVARIANT)
                .peek(step -> System.out.printf("%,7d ms %s, %,d rows%n", step.tookMs(), step.kind(), step.found()))
                .mapToLong(StepView::tookMs)
                .sum();
        assertThat(service.attempts(city.month()).get(0).state()).isEqualTo(ClosingState.READY);
        AClosing.signAllBut(new FundAccountId(new UUID(0, 0)), city.month(), city.maker(), city.signer(), context);
        service.confirm(city.month(), city.signer());
        Duration again = asked("snapshot-");

        Duration longest = LONGEST.multipliedBy(AREAS).dividedBy(3_000).plusSeconds(2);
        assertThat(all).isLessThan(longest);
        assertThat(again).isLessThan(longest);
        assertThat(Duration.ofMillis(snapshot)).isLessThan(longest);
    }

    /** The city of one area, with opening balances and a slip that was booked. */
    private AClosing handedOver() {
        AClosing city = AClosing.of("规模苑", world, context);
        ManagedArea managed = city.area().managed();
        Remitting remitting = Remitting.of(city.area(), world, context);
        openings.begun(managed, "30.00");
        openings.entered(managed, city.paid(), "10000.00", "10.00");
        openings.entered(managed, city.open(), "10000.00", "20.00");
        openings.checked(managed, managed.ofCompany());
        openings.approved(managed, world.clerk());
        remitting.book(remitting.arrived());
        return city;
    }

    /** Each by itself, the longest first. */
    private Duration asked(String which) {
        List<Took> took = new ArrayList<>();
        for (Invariant one : invariants.all()) {
            if (one.name().startsWith(which)) {
                long begun = System.nanoTime();
                assertThat(invariants.violation(one.name())).as(one.name()).isEmpty();
                took.add(new Took(one.name(), since(begun)));
            }
        }
        took.sort(Comparator.comparing(Took::ms).reversed());
        took.forEach(one -> System.out.printf("%,7d ms %s%n", one.ms(), one.name()));
        long all = took.stream().mapToLong(Took::ms).sum();
        System.out.printf("%,d invariants in %,d ms%n", took.size(), all);
        return Duration.ofMillis(all);
    }

    /** 收取统计 of the city, each part three times. */
    private void figures() {
        long counted = System.nanoTime();
        context.getBean(LowBalances.class).count();
        System.out.printf("%,7d ms low balances counted%n", since(counted));
        for (String part : List.of("stages", "held", "matching", "balances")) {
            for (int time = 0; time < 3; time++) {
                long asked = System.nanoTime();
                context.getBean(Pages.class).open("/collection/statistics?tab=" + part, world.municipal());
                System.out.printf("%,7d ms statistics, %s%n", since(asked), part);
            }
        }
    }

    private static long since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
