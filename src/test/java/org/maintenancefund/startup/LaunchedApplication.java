package org.maintenancefund.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The application as a process of its own, as {@code ./mvnw spring-boot:run} starts it, and what it printed. */
public final class LaunchedApplication implements AutoCloseable {

    /** For either step of it, beside other tests that keep the machine busy. */
    private static final Duration TIME_TO_START = Duration.ofMinutes(3);

    private static final String DEMO_CITY = "loading the demo city";
    private static final String DEMO_CITY_COMPLETE = "the demo city is complete";
    private static final Pattern ADDRESS = Pattern.compile("ready, open (http://\\S+/)");

    private final Process process;
    private final Path printed;

    private LaunchedApplication(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /** Starts it in the folder, as Maven does; ports are free ones unless the settings say otherwise. */
    public static LaunchedApplication in(Path folder, Map<String, String> settings) throws IOException {
        return start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        "org.maintenancefund.MaintenanceFundApplication"),
                folder,
                settings);
    }

    /**
     * Starts one more instance at the database of a test, which soon takes another one for dead.
     *
     * @param url of the database, perhaps with parameters
     */
    public static LaunchedApplication at(JdbcConnectionDetails database, String url, Path folder) throws IOException {
        return in(
                Files.createTempDirectory(folder, "instance-"),
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        url,
                        "SPRING_DATASOURCE_USERNAME",
                        database.getUsername(),
                        "SPRING_DATASOURCE_PASSWORD",
                        database.getPassword(),
                        "SPRING_APPLICATION_JSON",
                        """
                        {"db-scheduler": {"heartbeat-interval": "1s", "missed-heartbeats-limit": 4},
                         "app": {"account": {"first-administrator": false}}}"""));
    }

    /** Starts it in the folder with a command of its own. */
    public static LaunchedApplication start(List<String> command, Path folder, Map<String, String> settings)
            throws IOException {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("APP_"));
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("MANAGEMENT_SERVER_PORT", "-1");
        builder.environment().putAll(settings);
        return new LaunchedApplication(builder.start(), printed);
    }

    private static String classPath() {
        String everything = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(everything.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits for the line that says where the pages are, and for all of a demo city that is being made; answers the address. */
    public String whenReady() throws IOException, InterruptedException {
        String address = whenServed();
        when("complete", printed -> !printed.contains(DEMO_CITY) || printed.contains(DEMO_CITY_COMPLETE));
        return address;
    }

    /** Waits for the line that says where the pages are; a demo city may still be missing. */
    public String whenServed() throws IOException, InterruptedException {
        Matcher address = ADDRESS.matcher(
                when("ready", printed -> ADDRESS.matcher(printed).find()));
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private String when(String state, Predicate<String> reached) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TIME_TO_START.toNanos();
        while (System.nanoTime() < deadline) {
            String printed = printed();
            if (reached.test(printed)) {
                return printed;
            }
            boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            assertThat(ended)
                    .as("ended before it was %s:%n%s", state, printed())
                    .isFalse();
        }
        throw new AssertionError("Not " + state + " after " + TIME_TO_START + ":\n" + printed());
    }

    /** Waits for the end and answers the exit code. */
    public int whenEnded() throws IOException, InterruptedException {
        boolean ended = process.waitFor(TIME_TO_START.toSeconds(), TimeUnit.SECONDS);
        assertThat(ended).as("still running:%n%s", printed()).isTrue();
        return process.exitValue();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** What {@code kill} and Ctrl-C do. */
    public void terminate() {
        process.destroy();
    }

    /** What {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The sentences were printed, and no stack trace. */
    void assertSaid(String... sentences) throws IOException {
        assertThat(printed()).contains(sentences).doesNotContain("\tat ", "Caused by");
    }

    public String printed() throws IOException {
        return Files.readString(printed, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
