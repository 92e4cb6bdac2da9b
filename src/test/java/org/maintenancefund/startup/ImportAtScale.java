package org.maintenancefund.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * 导入 of a large city's list: the job runs in a process of its own that is killed ({@code kill -9}) in the middle of
 * reading and in the middle of applying, and started again. Not part of the build:
 *
 * <pre>./mvnw test -Dtest=ImportAtScale</pre>
 *
 * <p>Heap: the collector's log tells what was in use before and after each collection; the growth is the highest of all
 * over what was in use when the application had started and was idle. With {@code -Dimport.rows} other numbers of rows.
 */
@IntegrationTest
class ImportAtScale {

    @Autowired
    World world;

    private static final int ROWS = Integer.getInteger("import.rows", 100_000);
    private static final int MOST_MEGABYTES = 256;

    /** Above what the idle application uses by no more than the limit: growing further would end it. */
    private static final int HEAP_MEGABYTES = 272;

    private static final Duration LONGEST = Duration.ofMinutes(40);
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private int starts;
    private int highest;
    private int idle = Integer.MAX_VALUE;

    @Test
    void killedTwiceAndStartedAgainItIsThereWholeAndOnce() throws Exception {
        DistrictCentre district = world.district(world.freeLetters(), "导入大区", "第一街道", "第二街道", "第三街道", "第四街道");
        byte[] file = file(district);
        System.out.printf("file of %,d rows: %.1f MB%n", ROWS, file.length / 1e6);

        UUID run = upload(file);
        Instant begun = Instant.now();
        killedAt(run, () -> count(run, "rows_read") > ROWS / 3);
        try (LaunchedApplication application = start()) {
            await(application, () -> "READ".equals(state(run)));
            System.out.printf("read after %d s%n", seconds(begun));
            assertThat(count(run, "new_rows")).isEqualTo(ROWS);
            assertThat(count(run, "faulty_rows")).isZero();
            assertThat(areas(district))
                    .as("nothing is entered before it is confirmed")
                    .isZero();
        }
        confirm(run);
        begun = Instant.now();
        killedAt(run, () -> count(run, "applied_rows") > ROWS / 2);
        assertThat(areas(district))
                .as("whole rows, and those that are ticked off")
                .isEqualTo(ticked(run))
                .isLessThan(ROWS);
        try (LaunchedApplication application = start()) {
            await(application, () -> "DONE".equals(state(run)));
            System.out.printf("applied after %d s%n", seconds(begun));

            assertThat(areas(district)).isEqualTo(ROWS);
            assertThat(distinctNames(district)).isEqualTo(ROWS);
            assertThat(gaps(district)).as("numbers without a gap").isZero();

            UUID again = upload(file);
            await(application, () -> "READ".equals(state(again)));
            assertThat(count(again, "same_rows")).as("the same file once more").isEqualTo(ROWS);
        }
        measure();
        System.out.printf(
                "heap: idle %d MB, at most %d MB in use, growth %d MB (of %d MB given)%n",
                idle, highest, highest - idle, HEAP_MEGABYTES);
        assertThat(highest - idle).isLessThan(MOST_MEGABYTES);
    }

    /** The same file would otherwise end each process that is started, and nobody would get at the page to give it up. */
    @Test
    void oneThatIsKilledAtEveryTryIsNotTakenUpByAFourthProcess() throws Exception {
        DistrictCentre district = world.district(world.freeLetters(), "导入险区", "第一街道", "第二街道", "第三街道", "第四街道");
        UUID run = upload(file(district));
        for (int i = 1; i <= 3; i++) {
            int tries = i;
            killedAt(run, () -> count(run, "tries") == tries && count(run, "rows_read") > 0);
        }
        try (LaunchedApplication application = start()) {
            await(application, () -> "FAILED".equals(state(run)));
            assertThat(areas(district)).isZero();
        }
    }

    /** Starts the application, kills it as soon as that is so. */
    private void killedAt(UUID run, BooleanSupplier moment) throws Exception {
        try (LaunchedApplication application = start()) {
            await(application, moment);
            application.kill();
            System.out.printf(
                    "killed at %s, %,d read, %,d applied%n", state(run), count(run, "rows_read"), ticked(run));
        }
    }

    private LaunchedApplication start() throws IOException, InterruptedException {
        LaunchedApplication application = LaunchedApplication.in(
                folder,
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        database.getJdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        database.getUsername(),
                        "SPRING_DATASOURCE_PASSWORD",
                        database.getPassword(),
                        "APP_ACCOUNT_FIRST_ADMINISTRATOR",
                        "false",
                        "JAVA_TOOL_OPTIONS",
                        "-Xmx" + HEAP_MEGABYTES + "m -XX:+UseSerialGC -Xlog:gc:file="
                                + folder.resolve("gc-" + ++starts + ".log")));
        application.whenReady();
        return application;
    }

    private static void await(LaunchedApplication application, BooleanSupplier condition) throws Exception {
        Instant until = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(application.printed()).isBefore(until);
            Thread.sleep(200);
        }
    }

    /** From the collectors' logs: idle is the least that was left after a collection, highest the most before one. */
    private void measure() throws IOException {
        for (int i = 1; i <= starts; i++) {
            for (String line : Files.readAllLines(folder.resolve("gc-" + i + ".log"))) {
                Matcher collection = COLLECTION.matcher(line);
                if (collection.find()) {
                    highest = Math.max(highest, Integer.parseInt(collection.group(1)));
                    if (line.contains("Pause Full")) {
                        idle = Math.min(idle, Integer.parseInt(collection.group(2)));
                    }
                }
            }
        }
        assertThat(highest).isPositive();
    }

    private byte[] file(DistrictCentre district) throws IOException {
        List<SheetColumn<Integer>> columns = List.of(
                new SheetColumn<>("小区名称", i -> "云栖里" + i),
                new SheetColumn<>("区", i -> district.name()),
                new SheetColumn<>("街道", i -> district.streets().get(i % 4).name()),
                new SheetColumn<>("社区", i -> "第" + i % 40 + "社区"),
                new SheetColumn<>("地址", i -> "云栖路 " + i + " 号"),
                new SheetColumn<>("宗地号", i -> "YQ-" + i),
                new SheetColumn<>("物业类型", i -> "住宅"),
                new SheetColumn<>("总建筑面积（㎡）", i -> 10_000 + i),
                new SheetColumn<>("幢数", i -> 1 + i % 20),
                new SheetColumn<>("户数", i -> 40 + i % 900),
                new SheetColumn<>("建成年份", i -> 1990 + i % 30));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter.write(
                out, "物业区域", columns, IntStream.rangeClosed(1, ROWS).boxed().iterator());
        return out.toByteArray();
    }

    private UUID upload(byte[] content) {
        MvcTestResult result = mvc.post()
                .uri("/areas/import")
                .multipart()
                .file(new MockMultipartFile("file", "全市物业区域.xlsx", null, content))
                .with(SignedIn.as(municipal))
                .with(csrf())
                .exchange();
        assertThat(result).hasStatus3xxRedirection();
        String address = result.getResponse().getRedirectedUrl();
        assertThat(address).isNotNull();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private void confirm(UUID run) {
        new Pages(mvc).post("/areas/import/" + run + "/confirm", municipal, Map.of());
    }

    private final CurrentUser municipal = SignedIn.person(
            "林致远", Role.MUNICIPAL_STAFF, new OrgRef(OrgType.MUNICIPAL_CENTRE, UUID.randomUUID()), "市管理中心", null);

    private String state(UUID run) {
        return jdbc.sql("SELECT state FROM import_run WHERE id = :id")
                .param("id", run)
                .query(String.class)
                .single();
    }

    private int count(UUID run, String column) {
        return jdbc.sql("SELECT " + column + " FROM import_run WHERE id = :id")
                .param("id", run)
                .query(Integer.class)
                .single();
    }

    private int ticked(UUID run) {
        return jdbc.sql("SELECT count(*) FROM import_row WHERE import_id = :id AND applied")
                .param("id", run)
                .query(Integer.class)
                .single();
    }

    private int areas(DistrictCentre district) {
        return number("SELECT count(*) FROM area WHERE district_id = :district", district);
    }

    private int distinctNames(DistrictCentre district) {
        return number("SELECT count(DISTINCT name_key) FROM area WHERE district_id = :district", district);
    }

    private int gaps(DistrictCentre district) {
        return number(
                "SELECT max(split_part(code, '-', 2)::integer) - count(*) FROM area WHERE district_id = :district",
                district);
    }

    private int number(String sql, DistrictCentre district) {
        return jdbc.sql(sql)
                .param("district", district.id().value())
                .query(Integer.class)
                .single();
    }

    private static long seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }
}
