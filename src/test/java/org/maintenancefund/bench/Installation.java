package org.maintenancefund.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.maintenancefund.startup.LaunchedApplication;

/** The packaged application as the image runs it: extracted, with its prepared classes, on JDK 25 where there is one. */
final class Installation implements AutoCloseable {

    private static final Path JDK = jdk();

    /** The limits of one address would end a load that comes from one. */
    private static final Map<String, String> WITHOUT_LIMITS = Map.of(
            "APP_RATELIMIT_LIMITS_AREASEARCH_AMOUNT", "1000000000",
            "APP_RATELIMIT_LIMITS_AREASEARCH_PER", "1m",
            "SPRING_APPLICATION_JSON",
                    "{\"app\":{\"rate-limit\":{\"limits\":{\"area-search\":{\"amount\":1000000000,\"per\":\"1m\"}}}}}");

    private final LaunchedApplication application;
    private final int jmxPort;
    private final int port;
    private final Start start;

    private Installation(LaunchedApplication application, int jmxPort, int port, Start start) {
        this.application = application;
        this.jmxPort = jmxPort;
        this.port = port;
        this.start = start;
    }

    /** From the command to the first page. */
    record Start(Duration wall, Duration cpu) {}

    /** Extracts the jar and prepares its classes as the Dockerfile does; answers the jar to start. */
    static Path prepare(Path jar, Path warmUp, Path folder) throws IOException, InterruptedException {
        run(folder, java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", "extracted");
        Path extracted = folder.resolve("extracted").resolve(jar.getFileName());
        run(folder, "sh", warmUp.toString(), extracted.toString());
        return extracted;
    }

    /** Starts it with the image's options and waits until its first page is there. */
    static Installation start(Path jar, Path options, BenchedDatabase database) throws Exception {
        Map<String, String> settings = new HashMap<>(WITHOUT_LIMITS);
        settings.putAll(database.settings());
        settings.put("MALLOC_ARENA_MAX", "2");
        Instant begin = Instant.now();
        LaunchedApplication application = LaunchedApplication.start(
                List.of(
                        java(),
                        "@" + options,
                        "-XX:AOTCache=application.aot",
                        "-jar",
                        jar.getFileName().toString()),
                jar.getParent(),
                settings);
        int port = port(application.whenReady());
        Browser.anonymous(port).get("/");
        Start start = new Start(Duration.between(begin, Instant.now()), BenchedDatabase.cpu(application.process()));
        int jmxPort = FreePort.any();
        // Not by options of the start: with the agent's module among those it starts with, Java refuses the prepared
        // classes.
        run(
                jar.getParent(),
                JDK.resolve("bin/jcmd").toString(),
                String.valueOf(application.process().pid()),
                "ManagementAgent.start",
                "jmxremote.port=" + jmxPort,
                "jmxremote.host=127.0.0.1",
                "jmxremote.authenticate=false",
                "jmxremote.ssl=false");
        return new Installation(application, jmxPort, port, start);
    }

    /** The JDK it runs on. */
    static String version() throws IOException {
        try (Stream<String> lines = Files.lines(JDK.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", ""))
                    .findFirst()
                    .orElse("?");
        }
    }

    static int port(String address) {
        return Integer.parseInt(address.replaceAll("^http://[^:/]+:([0-9]+)/.*$", "$1"));
    }

    static String java() {
        return JDK.resolve("bin/java").toString();
    }

    Start start() {
        return start;
    }

    int port() {
        return port;
    }

    Duration cpu() {
        return BenchedDatabase.cpu(application.process());
    }

    /** Resident memory in MB. */
    long resident() throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc/" + application.process().pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Bytes that all threads have allocated since the start; empty where the JDK doesn't tell. */
    OptionalLong allocated() throws Exception {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + jmxPort + "/jmxrmi");
        try (JMXConnector connector = JMXConnectorFactory.connect(url)) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName threads = new ObjectName("java.lang:type=Threading");
            return OptionalLong.of((Long) beans.getAttribute(threads, "TotalThreadAllocatedBytes"));
        } catch (AttributeNotFoundException older) {
            return OptionalLong.empty();
        }
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path printed = folder.resolve("prepared.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("JAVA_HOME", JDK.toString());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ":\n" + Files.readString(printed));
        }
    }

    private static Path jdk() {
        String named = System.getProperty("bench.jdk");
        if (named != null) {
            return Path.of(named);
        }
        try (Stream<Path> jdks = Files.list(Path.of("/usr/lib/jvm"))) {
            return jdks.filter(Installation::isVersion25).findFirst().orElse(Path.of(System.getProperty("java.home")));
        } catch (IOException none) {
            return Path.of(System.getProperty("java.home"));
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

    @Override
    public void close() {
        application.close();
    }
}
