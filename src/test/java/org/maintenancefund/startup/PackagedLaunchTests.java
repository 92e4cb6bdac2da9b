package org.maintenancefund.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.TestPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The packaged jar, as an installation runs it: with a configured database, and on the JDK recommended for it. */
class PackagedLaunchTests {

    private static final Path JAR = Path.of(
                    System.getProperty("packaged.jar", "target/maintenance-fund-1.0.0-SNAPSHOT.jar"))
            .toAbsolutePath();
    private static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    @Test
    void nothingOfTheDemoCityIsInIt() throws Exception {
        List<String> classes = files(Path.of("src/demo/java"))
                .filter(file -> !file.endsWith("package-info.java"))
                .map(file -> file.replace(".java", ""))
                .toList();
        List<String> resources = files(Path.of("src/demo/resources")).toList();
        assertThat(classes).hasSizeGreaterThan(10);
        assertThat(resources).isNotEmpty();

        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName().replaceFirst("^BOOT-INF/classes/", "")))
                    .contains("org/maintenancefund/MaintenanceFundApplication.class")
                    .doesNotContainAnyElementsOf(resources)
                    .noneMatch(name -> classes.contains(name.replaceFirst("(\\$.*)?\\.class$", "")));
        }
    }

    @Test
    void withoutADatabaseItAsksForOne() throws Exception {
        try (LaunchedApplication application = start(THIS_JDK, Map.of())) {
            assertThat(application.whenEnded()).isEqualTo(1);
            application.assertSaid("没有配置数据库", "No database is configured");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Lengthy
    @Test
    void aDatabaseOutOfReachIsNamedWithoutItsPassword() throws Exception {
        Map<String, String> nobodyThere = Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:1/fund?password=geheim",
                "SPRING_DATASOURCE_USERNAME", "fund",
                "SPRING_DATASOURCE_PASSWORD", "geheim");

        try (LaunchedApplication application = start(THIS_JDK, nobodyThere)) {
            assertThat(application.whenEnded()).isEqualTo(1);
            application.assertSaid("无法连接数据库", "jdbc:postgresql://localhost:1/fund");
            assertThat(application.printed()).doesNotContain("geheim");
        }
    }

    @Lengthy
    @Test
    void aDatabaseOfAnotherVersionIsNamed() throws Exception {
        JdbcConnectionDetails database = TestPostgres.server().newDatabase();
        JdbcClient.create(new DriverManagerDataSource(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword()))
                .sql("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '010'")
                .update();

        try (LaunchedApplication application = start(THIS_JDK, configured(database))) {
            assertThat(application.whenEnded()).isEqualTo(1);
            application.assertSaid("另一个版本", "another version of the application");
        }
    }

    /** What the Dockerfile does, on a JDK 25 where one is installed beside the default. */
    @Lengthy
    @Test
    void onJdk25ItStartsFromPreparedClassesAndServesTheHomePage() throws Exception {
        Path jdk25 = jdk25().orElse(null);
        assumeThat(jdk25).as("no JDK 25 under /usr/lib/jvm").isNotNull();
        run(jdk25, java(jdk25), "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", "extracted");
        Path jar = folder.resolve("extracted").resolve(JAR.getFileName());
        Path docker = Path.of("src/main/docker").toAbsolutePath();
        run(jdk25, "sh", docker.resolve("warm-up.sh").toString(), jar.toString());
        assertThat(folder.resolve("extracted/application.aot")).isNotEmptyFile();

        // In the jar's folder: the prepared classes are bound to the names the jars had on the class path.
        try (LaunchedApplication application = LaunchedApplication.start(
                List.of(
                        java(jdk25),
                        "@" + docker.resolve("jvm.options"),
                        "-XX:AOTCache=application.aot",
                        "-jar",
                        jar.getFileName().toString()),
                jar.getParent(),
                configured(TestPostgres.server().newEmptyDatabase()))) {
            HttpResponse<String> home = get(application.whenReady());

            assertThat(home.statusCode()).isEqualTo(200);
            assertThat(home.body()).contains("物业专项维修资金信息管理系统");
            assertThat(application.printed()).doesNotContain("演示", "[aot]");
        }
    }

    private LaunchedApplication start(Path jdk, Map<String, String> settings) throws IOException {
        assertThat(JAR).as("the packaged jar; `mvn verify` makes it").exists();
        return LaunchedApplication.start(List.of(java(jdk), "-jar", JAR.toString()), folder, settings);
    }

    private static Stream<String> files(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList()
                    .stream();
        }
    }

    private void run(Path jdk, String... command) throws IOException, InterruptedException {
        Path printed = folder.resolve("prepared.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        assertThat(builder.start().waitFor()).as(Files.readString(printed)).isZero();
    }

    private static Map<String, String> configured(JdbcConnectionDetails database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SPRING_DATASOURCE_URL", database.getJdbcUrl());
        settings.put("SPRING_DATASOURCE_USERNAME", database.getUsername());
        settings.put("SPRING_DATASOURCE_PASSWORD", database.getPassword());
        return settings;
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static String java(Path jdk) {
        return jdk.resolve("bin/java").toString();
    }

    private static Optional<Path> jdk25() throws IOException {
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> jdks = Files.list(installed)) {
            return jdks.filter(PackagedLaunchTests::isVersion25).findFirst();
        }
    }

    private static boolean isVersion25(Path jdk) {
        Path release = jdk.resolve("release");
        try {
            return Files.exists(release) && Files.readString(release).contains("JAVA_VERSION=\"25");
        } catch (IOException e) {
            return false;
        }
    }
}
