package org.maintenancefund.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.importing.AnImport;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.web.sheet.SheetReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.CannotCreateTransactionException;

/** An import comes to an end, whatever happens on its way, and can be given up until then. */
@IntegrationTest
class ImportTriesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PropertyAreas areas;

    @Autowired
    ImportRuns imports;

    @Autowired
    Imports people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportProgress progress;

    @Autowired
    Jobs jobs;

    @Autowired
    ApplyingSteps steps;

    @Autowired
    ImportDefinitions definitions;

    @Autowired
    ApplyingAtOnce atOnce;

    @Autowired
    ImportFailures failures;

    @Autowired
    ImportProperties limits;

    @Autowired
    SheetReader sheets;

    @Autowired
    Clock clock;

    private UUID run;

    @BeforeEach
    void anImport() {
        jobs.run();
        run = AnImport.in(world.district()).row("多次苑").uploadedWith(mvc);
    }

    @Test
    void oneWhoseProcessDiesAtEveryTryFailsAndCanBeTriedAgain() {
        for (int i = 1; i <= limits.maxTries(); i++) {
            progress.takeUp(run, UUID.randomUUID());
            assertThat(imports.get(run).tries()).as("counted before the try").isEqualTo(i);
            dies();
        }

        jobs.run();

        assertThat(imports.get(run).tries()).as("not taken up once more").isEqualTo(limits.maxTries());
        assertThat(imports.get(run).state()).isEqualTo(ImportState.FAILED);
        assertThat(pages.open("/areas/import/" + run, AnImport.MUNICIPAL).text())
                .contains("失败", "处理了 3 次都中断了", "重新导入", "放弃");
        post("retry");
        jobs.run();
        assertThat(imports.get(run).state()).isEqualTo(ImportState.READ);
    }

    @Test
    void oneThatDiesWhileItIsAppliedKeepsItsTriesAsLongAsItComesFurther() {
        jobs.run();
        imports.confirm(run);
        for (int i = 1; i <= limits.maxTries(); i++) {
            imports.beginApplying(run);
            dies();
        }

        jobs.run();
        assertThat(imports.get(run).state()).isEqualTo(ImportState.FAILED);
        post("retry");
        jobs.run();

        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        assertThat(areas.search(AreaSearch.of("多次苑").in(world.district().id())).items())
                .hasSize(1);
    }

    static Stream<Named<Supplier<Throwable>>> whateverComesOut() {
        return Stream.of(
                Named.of("memory", () -> new OutOfMemoryError("Java heap space")),
                Named.of("depth", StackOverflowError::new),
                Named.of("a class that is not there", () -> new NoClassDefFoundError("org/xml/Parser")),
                Named.of("an index of a library", () -> new ArrayIndexOutOfBoundsException("Index -1 out of bounds")),
                Named.of("a full disk", () -> new UncheckedIOException(new IOException("No space left on device"))),
                Named.of("a null of a library", () -> new NullPointerException("formula")));
    }

    @ParameterizedTest
    @MethodSource("whateverComesOut")
    void whateverComesOutOfAFileEndsItInWordsAndTheFileCanBeTriedAgain(Supplier<Throwable> failure) {
        assertThat(jobs.run(theJobThatRunsInto(failure))).isEqualTo(1);

        ImportView failed = imports.get(run);
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.refusal())
                .contains("错误编号")
                .doesNotContain(String.valueOf(failure.get().getMessage()));
        post("retry");
        jobs.run();
        assertThat(imports.get(run).state()).isEqualTo(ImportState.READ);
    }

    static Stream<RuntimeException> theDatabaseIsAway() {
        return Stream.of(
                new DataAccessResourceFailureException("Connection refused"),
                new CannotCreateTransactionException("Could not open JPA EntityManager"));
    }

    @ParameterizedTest
    @MethodSource("theDatabaseIsAway")
    void whatTheDatabaseBreaksOffIsTriedAgainAFewTimes(RuntimeException away) {
        List<Task<?>> unlucky = theJobThatRunsInto(() -> away);
        for (int i = 1; i <= limits.maxTries(); i++) {
            assertThat(jobs.run(unlucky)).isEqualTo(1);
            assertThat(imports.get(run).state().isMoving()).isTrue();
            assertThat(jobs.run(unlucky)).as("not at once").isZero();
            jobs.waitForRetry(ImportJob.TASK.getTaskName());
        }
        jobs.run(unlucky);
        assertThat(imports.get(run).state()).isEqualTo(ImportState.FAILED);
    }

    @Test
    void aProcessThatIsStoppedInOrderGivesItBackWithItsTry() {
        List<Task<?>> stopped = theJobThatRunsInto(() -> {
            Thread.currentThread().interrupt();
            return new UncheckedIOException(new java.nio.channels.ClosedByInterruptException());
        });

        assertThat(jobs.run(stopped)).isEqualTo(1);

        assertThat(imports.get(run).tries()).isZero();
        assertThat(jobs.run()).as("at once by another one").isEqualTo(1);
        assertThat(imports.get(run).state()).isEqualTo(ImportState.READ);
    }

    @ParameterizedTest
    @EnumSource(names = {"WAITING", "READING", "READ", "CONFIRMED", "APPLYING", "FAILED"})
    void canBeGivenUpInEveryStateThatIsNotItsEnd(ImportState state) {
        UUID busy = broughtTo(state);
        assertThat(imports.get(run).state()).isEqualTo(state);
        assertThat(pages.open("/areas/import/" + run, AnImport.MUNICIPAL).text())
                .contains("放弃");

        post("discard");

        assertThat(imports.get(run).state()).isEqualTo(ImportState.DISCARDED);
        int tries = imports.get(run).tries();
        jobs.run();
        assertThat(imports.get(run).tries()).as("nobody goes on with it").isEqualTo(tries);
        assertThatThrownBy(() -> progress.keep(run, busy, List.of())).isInstanceOf(WorkerFence.TakenOver.class);
        assertThatThrownBy(() -> steps.refuse(imports.get(run), busy, "太晚了")).isInstanceOf(WorkerFence.TakenOver.class);
        assertThat(imports.get(run).state()).isEqualTo(ImportState.DISCARDED);
        assertThat(pages.open("/areas/import/" + run, AnImport.MUNICIPAL).text())
                .contains("已放弃")
                .doesNotContain("确认导入", "重新导入");
    }

    @Test
    void whatIsAtItsEndIsNeitherGivenUpNorTriedAgainNorConfirmed() {
        broughtTo(ImportState.CONFIRMED);
        jobs.run();
        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);

        assertThatThrownBy(() -> imports.discard(run)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> imports.retry(run)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> imports.confirm(run, DoubtfulRows.APPLY)).isInstanceOf(Refusal.class);
        post("discard");
        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void whatNobodyConfirmsForAMonthIsGivenUpWithItsRows() {
        jobs.run();
        UUID younger = AnImport.in(world.district()).row("近日苑").uploadedWith(mvc);
        jobs.run();
        uploadedAgo(run, limits.kept().plusHours(1));
        uploadedAgo(younger, limits.kept().minusHours(1));

        people.discardForgotten();

        assertThat(imports.get(run).state()).isEqualTo(ImportState.DISCARDED);
        assertThat(imports.rows(run)).isZero();
        assertThat(imports.get(younger).state()).isEqualTo(ImportState.READ);
        assertThat(imports.rows(younger)).isEqualTo(1);
    }

    private void uploadedAgo(UUID id, Duration since) {
        jdbc.sql("UPDATE import_run SET uploaded_at = :at WHERE id = :id")
                .param("at", Timestamp.from(clock.instant().minus(since)))
                .param("id", id)
                .update();
    }

    /** Returns the worker that was at it last. */
    private UUID broughtTo(ImportState state) {
        UUID busy = UUID.randomUUID();
        if (state == ImportState.READING || state == ImportState.FAILED) {
            busy = imports.beginReading(run);
        }
        if (state == ImportState.FAILED) {
            progress.fail(run, busy, "没有完成");
        }
        if (state == ImportState.READ || state == ImportState.CONFIRMED || state == ImportState.APPLYING) {
            jobs.run();
        }
        if (state == ImportState.CONFIRMED || state == ImportState.APPLYING) {
            imports.confirm(run);
        }
        if (state == ImportState.APPLYING) {
            busy = imports.beginApplying(run);
        }
        return busy;
    }

    private List<Task<?>> theJobThatRunsInto(Supplier<Throwable> failure) {
        ImportReading reading = new ImportReading(progress, steps, sheets) {
            @Override
            <C extends Enum<C> & ImportedColumn> void read(ImportDefinition<C> definition, ImportView view, UUID by) {
                progress.beginReading(view.id(), by);
                throw ImportTriesTest.<RuntimeException>unchecked(failure.get());
            }
        };
        return List.of(new ImportJob(progress, reading, definitions, atOnce, failures, clock).importTask());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }

    private void post(String step) {
        pages.post("/areas/import/" + run + "/" + step, AnImport.MUNICIPAL, Map.of());
    }

    private void dies() {
        jobs.die(ImportJob.TASK.getTaskName());
        jobs.findDead();
    }
}
