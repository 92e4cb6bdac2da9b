package org.maintenancefund.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
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
import org.maintenancefund.area.Building;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 房屋底册导入 of the largest file: the job runs in a process of its own that is killed ({@code kill -9}) in the middle of its one
 * transaction, and started again. Not part of the build; see {@link ImportAtScale}:
 *
 * <pre>./mvnw test -Dtest=UnitImportAtScale</pre>
 */
@IntegrationTest
class UnitImportAtScale {

    private static final int ROWS = Integer.getInteger("import.rows", 20_000);
    private static final int PER_BUILDING = 200;
    private static final int HEAP_MEGABYTES = 272;
    private static final int MOST_MEGABYTES = 200;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ImportRuns imports;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private ManagedArea managed;
    private int starts;

    @Test
    void killedInTheMiddleItIsGoneAndThenThereWhole() throws Exception {
        managed = ManagedArea.named("万户苑", world, register, transaction);
        List<Building> buildings = IntStream.range(0, ROWS / PER_BUILDING)
                .mapToObj(i -> new Building(i + 1 + " 栋", 34, 2, PER_BUILDING, new BigDecimal("20000")))
                .toList();
        transaction.executeWithoutResult(status -> register.changeBuildings(managed.id(), buildings));
        byte[] file = file();
        System.out.printf("file of %,d rows: %.1f MB%n", ROWS, file.length / 1e6);

        UUID run = upload(file);
        try (LaunchedApplication application = start()) {
            Instant begun = Instant.now();
            await(application, () -> imports.get(run).state() == ImportState.READ);
            System.out.printf(
                    "read after %d ms%n", Duration.between(begun, Instant.now()).toMillis());
            assertThat(imports.get(run).newRows()).isEqualTo(ROWS);
            imports.confirm(run);
            await(application, () -> imports.get(run).state() == ImportState.APPLYING && isRegistering());
            application.kill();
            System.out.println("killed while it was registering");
        }
        assertThat(units()).as("nothing of it").isZero();
        try (LaunchedApplication application = start()) {
            Instant begun = Instant.now();
            await(application, () -> imports.get(run).state() == ImportState.DONE);
            System.out.printf(
                    "taken over and registered after %d ms%n",
                    Duration.between(begun, Instant.now()).toMillis());
            assertThat(units()).isEqualTo(ROWS);

            UUID again = upload(file);
            await(application, () -> imports.get(again).state() == ImportState.READ);
            assertThat(imports.get(again).sameRows())
                    .as("the same file once more")
                    .isEqualTo(ROWS);
        }
        assertThat(growth()).isLessThan(MOST_MEGABYTES);
    }

    /** The transaction writes already: its rows are nobody else's to see. */
    private boolean isRegistering() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND state <> 'idle' AND query LIKE 'insert into unit%'")
                        .query(Integer.class)
                        .single()
                > 0;
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
            Thread.sleep(20);
        }
    }

    /** The highest use of the heap over what was in use when the application was idle, in megabytes. */
    private int growth() throws IOException {
        int highest = 0;
        int idle = Integer.MAX_VALUE;
        for (int i = 1; i <= starts; i++) {
            for (String line : Files.readAllLines(folder.resolve("gc-" + i + ".log"))) {
                Matcher collection = COLLECTION.matcher(line);
                if (collection.find()) {
                    highest = Math.max(highest, Integer.parseInt(collection.group(1)));
                    idle = line.contains("Pause Full") ? Math.min(idle, Integer.parseInt(collection.group(2))) : idle;
                }
            }
        }
        System.out.printf("heap: idle %d MB, at most %d MB in use (of %d MB given)%n", idle, highest, HEAP_MEGABYTES);
        return highest - idle;
    }

    private byte[] file() throws IOException {
        List<SheetColumn<Integer>> columns = List.of(
                new SheetColumn<>("楼栋", i -> i / PER_BUILDING + 1 + " 栋"),
                new SheetColumn<>("单元", i -> i % 2 + 1),
                new SheetColumn<>("层", i -> i % PER_BUILDING / 8 + 1),
                new SheetColumn<>("房号", i -> i % PER_BUILDING / 8 + 1 + "0" + (i % 8 + 1)),
                new SheetColumn<>(
                        "建筑面积", i -> new BigDecimal("80.00").add(BigDecimal.valueOf(i % PER_BUILDING * 20L, 2))),
                new SheetColumn<>("来源", i -> "登记簿"),
                new SheetColumn<>("用途", i -> "住宅"),
                new SheetColumn<>("电梯", i -> "是"),
                new SheetColumn<>("交付日期", i -> "2025-12-20"),
                new SheetColumn<>("缴款义务人", i -> "业主" + i),
                new SheetColumn<>("手机号码", i -> "139%08d".formatted(i)),
                new SheetColumn<>("依据", i -> "不动产登记簿 " + i));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter.write(out, "房屋", columns, IntStream.range(0, ROWS).boxed().iterator());
        return out.toByteArray();
    }

    private UUID upload(byte[] content) {
        MvcTestResult result = mvc.post()
                .uri("/units/areas/" + managed.id() + "/import")
                .multipart()
                .file(new MockMultipartFile("file", "全部房屋.xlsx", null, content))
                .param("from", "2026-01")
                .with(SignedIn.as(managed.ofOffice()))
                .with(csrf())
                .exchange();
        return UUID.fromString(Pages.redirected(result).replaceAll(".*/", ""));
    }

    private int units() {
        return jdbc.sql("SELECT count(*) FROM unit WHERE area_id = :area")
                .param("area", managed.id().value())
                .query(Integer.class)
                .single();
    }
}
