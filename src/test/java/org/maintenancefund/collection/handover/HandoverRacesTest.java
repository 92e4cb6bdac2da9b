package org.maintenancefund.collection.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who act on the same hand-over at once; each test has an area of its own, and nothing is rolled back. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoverRacesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    HandoverService service;

    @Autowired
    HandoverDecisions decisions;

    @Autowired
    AreaMerging merging;

    @Autowired
    HandoverRequirement requirement;

    @Autowired
    PropertyAreas properties;

    @Autowired
    CityDecisions cityDecisions;

    @Autowired
    JdbcClient jdbc;

    private Succession of;
    private int areas;

    @BeforeEach
    void aChangedCompany() {
        of = Succession.named("竞移苑" + ++areas, world, context).change();
    }

    @AfterEach
    void nothingIsDecided() {
        cityDecisions.forget();
    }

    private static <T> void oneWins(List<Race.Outcome<T>> outcomes) {
        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfAny(Refusal.class, StaleVersion.class, DataIntegrityViolationException.class));
    }

    @Test
    void ofManyWhoOpenItOneDoes() throws InterruptedException {
        List<Callable<HandoverNumber>> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(() -> service.open(of.area().id(), of.former()));
        }

        oneWins(Race.of(people));
    }

    @Test
    void ofReceivingObjectingAndTakingBackOneIsDone() throws InterruptedException {
        HandoverNumber number = of.handedOver();
        int seen = of.version(number);
        CurrentUser other = world.personOf(of.company());

        oneWins(Race.of(List.<Callable<String>>of(
                () -> {
                    decisions.receive(number, seen, of.next());
                    return "";
                },
                () -> {
                    decisions.receive(number, seen, other);
                    return "";
                },
                () -> {
                    decisions.object(number, seen, "账册少一册", other);
                    return "";
                },
                () -> {
                    decisions.takeBack(number, seen, of.former());
                    return "";
                })));
    }

    @Test
    void whatIsDeclaredMeanwhileIsInTheListOrRefusesIt() throws InterruptedException {
        HandoverNumber number = of.opened();
        HandoverView found = of.get(number, of.former());

        List<Race.Outcome<String>> outcomes = Race.of(
                List.<Callable<String>>of(() -> of.remitting().declared().value(), () -> {
                    service.handOver(number, found.version(), found.fingerprint(), of.listed(found), of.former());
                    return "";
                }));

        assertThat(outcomes.get(0).won()).isTrue();
        assertThat(outcomes.get(1).won() || outcomes.get(1).failure() instanceof Refusal)
                .isTrue();
        assertThat(of.get(number, of.former()).matters())
                .filteredOn(matter -> matter.kind().isHeld())
                .extracting(Matter::amount)
                .containsOnlyOnce(3000L);
    }

    @Test
    void theDatabaseKeepsListAndStates() {
        HandoverNumber open = of.opened();
        refused("UPDATE handover SET state = 'RECEIVED' WHERE number = :number", open);
        refused(
                "UPDATE handover SET state = 'HANDED_OVER', handed_by = opened_by, handed_by_name = '某', handed_at = now()"
                        + " WHERE number = :number",
                open);
        refused("DELETE FROM handover WHERE number = :number", open);
        of.handOver(open);
        for (String change : List.of(
                "UPDATE handover_matter SET amount = 0 WHERE handover = :number",
                "DELETE FROM handover_matter WHERE handover = :number",
                "UPDATE handover SET state = 'RECEIVED', successor_id = former_id, settled_by = opened_by, settled_by_name = '某',"
                        + " settled_at = now() WHERE number = :number",
                "UPDATE handover h SET state = 'RECEIVED', successor_id = e.id, settled_by = handed_by, settled_by_name = '某',"
                        + " settled_at = now() FROM enterprise e WHERE e.id <> h.former_id AND h.number = :number",
                "UPDATE handover SET state = 'VOIDED' WHERE number = :number")) {
            refused(change, open);
        }
        of.receive(open);
        refused("UPDATE handover SET settled_by_name = '某' WHERE number = :number", open);
    }

    private void refused(String change, HandoverNumber number) {
        assertThatThrownBy(
                        () -> jdbc.sql(change).param("number", number.value()).update())
                .as(change)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void areasAreNotMergedWhileOneOfThemIsHandedOver() {
        AreaId kept = world.area("竞移苑东区" + areas);
        HandoverNumber number = of.handedOver();
        MergeOrder order = new MergeOrder(kept, List.of(of.area().id()), "竞移合苑" + areas, "同一小区");
        assertThat(merging.plan(List.of(kept, of.area().id())).blockers())
                .anySatisfy(blocker -> assertThat(blocker.sentence()).contains("移交清账还没有办完"));
        of.receive(number);

        UUID merge = merging.merge(order, world.municipal());
        assertThat(areaOf(number))
                .as("the kept one was opened by the merge alone")
                .isEqualTo(kept.toString());
        assertThat(requirement.missing(properties.get(kept), of.company())).isEmpty();
        merging.undo(merge, world.municipal());

        assertThat(areaOf(number)).isEqualTo(of.area().id().toString());
    }

    private String areaOf(HandoverNumber number) {
        return jdbc.sql("SELECT CAST(area_id AS text) FROM handover WHERE number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }
}
