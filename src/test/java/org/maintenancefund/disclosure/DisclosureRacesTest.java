package org.maintenancefund.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.disclosure.paper.PaperNumber;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.disclosure.publication.PublicationService;
import org.maintenancefund.disclosure.reminder.NewBatch;
import org.maintenancefund.disclosure.reminder.ReminderNumber;
import org.maintenancefund.disclosure.reminder.ReminderRegister;
import org.maintenancefund.disclosure.reminder.ReminderService;
import org.maintenancefund.disclosure.reminder.SoldChoice;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Of two at the very same moment one is there; nothing is rolled back, and each test has an area of its own. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisclosureRacesTest {

    private static final int PEOPLE = 6;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    AreaMerging merging;

    @Autowired
    CityDecisions decisions;

    private CollectedArea area;
    private UnitId flat;
    private int areas;

    @BeforeEach
    void anAreaThatOwes() {
        area = CollectedArea.named("竞示苑" + ++areas, world, context);
        flat = area.flat("101");
        area.flat("102");
        area.bill(area.first());
    }

    @AfterEach
    void othersStandOnACityThatHasDecidedNothing() {
        decisions.forget();
    }

    private <T> List<Race.Outcome<T>> race(Function<CurrentUser, T> step) throws InterruptedException {
        List<Callable<T>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            CurrentUser person = world.personOf(area.managed().office());
            people.add(() -> step.apply(person));
        }
        return Race.of(people);
    }

    private NewBatch all() {
        LocalDate payBy = area.today().plusDays(15);
        return new NewBatch(Optional.empty(), SoldChoice.ALL, 1, Money.ZERO, payBy);
    }

    @Test
    void aPaymentIsProvenByOnePaper() throws InterruptedException {
        String receipt = area.receive(area.payment(flat, "22.40")).value();
        PaperService papers = context.getBean(PaperService.class);

        List<Race.Outcome<PaperNumber>> outcomes = race(person -> papers.provePayment(receipt, person));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(outcomes)
                .extracting(Race.Outcome::value)
                .containsOnly(outcomes.get(0).value());
    }

    @Test
    void nobodyIsRemindedTwice() throws InterruptedException {
        ReminderService reminders = context.getBean(ReminderService.class);

        List<Race.Outcome<ReminderNumber>> outcomes = race(person -> reminders.make(area.id(), all(), person));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allMatch(outcome -> outcome.failure() instanceof Refusal);
    }

    @Test
    void aMonthIsPublishedOnce() throws InterruptedException {
        PublicationService publications = context.getBean(PublicationService.class);

        List<Race.Outcome<Boolean>> outcomes = race(person -> {
            publications.publish(area.id(), area.first(), person);
            return true;
        });

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allMatch(outcome -> outcome.failure() instanceof Refusal);
    }

    @Test
    void remindersGoAlongWithTheirUnitsAndBack() {
        ReminderNumber batch = context.getBean(ReminderService.class).make(area.id(), all(), area.clerk());
        ReminderRegister reminders = context.getBean(ReminderRegister.class);
        AreaId kept = world.area("竞示苑" + areas + "南区");

        var merge = merging.merge(new MergeOrder(kept, List.of(area.id()), "竞示苑", "同一小区"), world.municipal());
        assertThat(reminders.get(batch, world.municipal()).batch().area()).isEqualTo(kept);

        merging.undo(merge, world.municipal());
        assertThat(reminders.get(batch, world.municipal()).batch().area()).isEqualTo(area.id());
    }
}
