package org.maintenancefund.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bench.BenchedDatabase.Counted;
import org.maintenancefund.bench.LoadDriver.Outcome;
import org.maintenancefund.startup.LaunchedApplication;
import org.springframework.util.FileSystemUtils;

/**
 * What a page costs in processor time of the application and of the database, in the demo city and in one of a million areas.
 * Not part of the build:
 *
 * <pre>./mvnw -Pbench verify</pre>
 *
 * <p>See docs/performance.md for what is measured and for the settings ({@code -Dbench.…}).
 */
class PageBenchmark {

    private static final Path FOLDER = Path.of("target/bench").toAbsolutePath();
    private static final Path WARM_UP_SCRIPT =
            Path.of("src/main/docker/warm-up.sh").toAbsolutePath();
    private static final String PASSWORD = "weixiu-demo-2026";

    private static final int WARM = Integer.getInteger("bench.warm", 300);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int LEAD = 3;
    private static final int TRIES = 4;

    /** Milliseconds that one may be late who asks for nothing, in the worst hundredth. */
    private static final double STANDSTILL = 15;

    private static final int AREAS = Integer.getInteger("bench.areas", 1_000_000);
    private static final int APPLICATIONS = Integer.getInteger("bench.applications", 100_000);
    private static final List<String> CITIES =
            List.of(System.getProperty("bench.cities", "demo,large").split(","));
    private static final List<String> ONLY =
            List.of(System.getProperty("bench.only", "").split(","));

    /**
     * A page.
     *
     * @param user who is signed in; null for a visitor
     * @param link what a link on that page looks like, where it is the page behind it; else null
     */
    private record Target(
            String name,
            @Nullable String user,
            String path,
            @Nullable String link) {}

    private static final List<Target> PAGES = List.of(
            new Target("home", null, "/", null),
            new Target("sign-in form", null, "/login", null),
            new Target("user name look-up", null, "/username-lookup", null),
            new Target("progress", null, "/progress", null),
            new Target(
                    "registration, search",
                    null,
                    "/register/committee?q=" + URLEncoder.encode("和谐", StandardCharsets.UTF_8),
                    null),
            new Target("review queue", "demo-district", "/committees/reviews", null),
            new Target("area list", "demo-municipal", "/areas", null),
            new Target("operator list", "demo-municipal", "/operators", null),
            new Target("review page", "demo-district", "/committees/reviews", "/committees/reviews/YW[0-9-]+"),
            new Target("area's page", "demo-municipal", "/areas", "/areas/[0-9a-f]{8}-[0-9a-f-]{27}"),
            new Target("workbench", "demo-district", "/workbench", null),
            new Target("a static file", null, "/", "/css/[^\"]+\\.css"));

    /** A page as it is asked for: with the address behind the link, and the cookies of who is signed in. */
    private record Asked(String name, String path, String cookies) {}

    /**
     * What one page costs; times in milliseconds, a request each.
     *
     * @param idle99 of one who asked for nothing at the same time
     * @param pace seconds that {@link MachinePace} took around it
     */
    private record Cost(
            double application,
            double database,
            double perSecond,
            double p50,
            double p99,
            double idle99,
            double statements,
            double transactions,
            double sql,
            double bytes,
            double allocated,
            double pace) {

        Cost at(double seconds) {
            return new Cost(
                    application,
                    database,
                    perSecond,
                    p50,
                    p99,
                    idle99,
                    statements,
                    transactions,
                    sql,
                    bytes,
                    allocated,
                    seconds);
        }

        List<Double> figures() {
            return List.of(
                    application,
                    database,
                    perSecond,
                    p50,
                    p99,
                    idle99,
                    statements,
                    transactions,
                    sql,
                    bytes,
                    allocated,
                    pace);
        }

        static Cost of(List<Double> figures) {
            return new Cost(
                    figures.get(0),
                    figures.get(1),
                    figures.get(2),
                    figures.get(3),
                    figures.get(4),
                    figures.get(5),
                    figures.get(6),
                    figures.get(7),
                    figures.get(8),
                    figures.get(9),
                    figures.get(10),
                    figures.get(11));
        }
    }

    private final MachinePace pace = new MachinePace();
    private final StringBuilder report = new StringBuilder();

    @Test
    void whatAPageCosts() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        String against = System.getProperty("bench.against", "");
        say(
                "%s, %s, %d cores, JDK %s%n",
                LocalDate.now(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Installation.version());
        Map<String, Cost> before = Map.of();
        if (against.endsWith(".jar")) {
            // A data folder that the embedded default of that version has made: its tables are its own.
            Path its = Path.of(System.getProperty("bench.against-data")).toAbsolutePath();
            before = measure("before", Path.of(against).toAbsolutePath(), copy(its, "before"), 0);
        } else if (!against.isEmpty()) {
            before = read(Path.of(against));
        }
        Path jar = Path.of(System.getProperty("packaged.jar")).toAbsolutePath();
        String data = System.getProperty("bench.data", "");
        Path city = data.isEmpty() ? embeddedDefault() : Path.of(data).toAbsolutePath();
        Map<String, Cost> small =
                CITIES.contains("demo") ? measure("demo city", jar, copy(city, "small"), 0) : Map.of();
        Map<String, Cost> large =
                CITIES.contains("large") ? measure("large city", jar, copy(city, "large"), AREAS) : Map.of();
        compare(before, small, large);
        System.out.println(report);
        small.forEach((page, cost) -> assertThat(cost.p99()).as(page + ", p99").isLessThan(50));
        large.forEach(
                (page, cost) -> assertThat(cost.p99()).as(page + ", p99, large").isLessThan(50));
    }

    /** The embedded default from nothing and once more, with the demo city: its start is measured on the way. */
    private Path embeddedDefault() throws Exception {
        Path home = Files.createDirectories(FOLDER.resolve("embedded"));
        for (String start : List.of("first", "later")) {
            Instant begin = Instant.now();
            try (LaunchedApplication application = LaunchedApplication.in(home, Map.of())) {
                Browser.anonymous(Installation.port(application.whenServed())).get("/");
                say(
                        "%s start of the embedded default: %.1f s, %.1f s CPU%n",
                        start,
                        Duration.between(begin, Instant.now()).toMillis() / 1000.0,
                        BenchedDatabase.cpu(application.process()).toMillis() / 1000.0);
                application.whenReady();
                application.terminate();
                application.whenEnded();
            }
        }
        return home.resolve("data/pg");
    }

    private Map<String, Cost> measure(String name, Path jar, Path data, int areas) throws Exception {
        Path folder = Files.createDirectories(FOLDER.resolve("installation-" + name.replace(' ', '-')));
        Path extracted = Installation.prepare(jar, WARM_UP_SCRIPT, folder);
        Map<String, Cost> costs = new LinkedHashMap<>();
        try (BenchedDatabase database = BenchedDatabase.on(data)) {
            if (areas > 0) {
                Instant begin = Instant.now();
                database.grow(areas, APPLICATIONS);
                say(
                        "%nthe city has grown in %d s%n",
                        Duration.between(begin, Instant.now()).toSeconds());
            }
            try (Installation application =
                    Installation.start(extracted, WARM_UP_SCRIPT.resolveSibling("jvm.options"), database)) {
                say(
                        "%n%s: packaged start %.1f s, %.1f s CPU%n",
                        name,
                        application.start().wall().toMillis() / 1000.0,
                        application.start().cpu().toMillis() / 1000.0);
                List<Asked> pages = asked(application.port());
                drive(application.port(), pages, WARM, 0);
                for (Asked page : pages) {
                    costs.put(page.name(), cost(page, application, database));
                    System.out.println(name + ": " + page.name() + " " + costs.get(page.name()));
                }
                say("%s: resident memory at the end %d MB%n%n", name, application.resident());
            }
        }
        table(costs);
        write(FOLDER.resolve(name.replace(' ', '-') + ".tsv"), costs);
        return costs;
    }

    /** The pages with the cookies of those who are signed in, once a person: the next sign-in would end the one before. */
    private static List<Asked> asked(int port) throws Exception {
        Map<String, Browser> people = new LinkedHashMap<>();
        List<Asked> pages = new ArrayList<>();
        for (Target page : PAGES) {
            if (ONLY.stream().noneMatch(page.name()::contains)) {
                continue;
            }
            String user = page.user();
            Browser browser = user == null ? Browser.anonymous(port) : people.get(user);
            if (browser == null) {
                browser = Browser.signedIn(port, user, PASSWORD);
                people.put(user, browser);
            }
            String path = page.link() == null ? page.path() : browser.link(page.path(), page.link());
            browser.get(path);
            pages.add(new Asked(page.name(), path, user == null ? "" : browser.cookies()));
        }
        return pages;
    }

    /** In quiet, as far as the machine lets it: of some tries the one in which it was least in the way. */
    private Cost cost(Asked page, Installation application, BenchedDatabase database) throws Exception {
        Cost best = null;
        for (int tries = 0; tries < TRIES && (best == null || isUnquiet(best)); tries++) {
            double before = pace.seconds();
            Cost cost = measured(page, application, database);
            cost = cost.at((before + pace.seconds()) / 2);
            best = best == null || unrest(cost) < unrest(best) ? cost : best;
        }
        return best;
    }

    private boolean isUnquiet(Cost cost) {
        return pace.isUnquiet(cost.pace()) || cost.idle99() > STANDSTILL;
    }

    /** By how much it was slower than at its best, and for how long it stood still: the lower, the more a measurement tells. */
    private double unrest(Cost cost) {
        return pace.slowness(cost.pace()) + cost.idle99() / STANDSTILL;
    }

    private static Cost measured(Asked page, Installation application, BenchedDatabase database) throws Exception {
        int port = application.port();
        drive(port, List.of(page), LEAD, 0);
        Duration cpu = application.cpu();
        Duration databaseCpu = database.cpu();
        Counted counted = database.counted();
        long allocated = application.allocated().orElse(0);
        Outcome most = drive(port, List.of(page), SECONDS, 0);
        double requests = most.requests();
        long allocatedAfter = application.allocated().orElse(0);
        Counted since = database.counted().since(counted);
        Duration own = application.cpu().minus(cpu);
        Duration databaseOwn = database.cpu().minus(databaseCpu);
        assertThat(most.refused()).as("refused of " + page.path()).isZero();
        Outcome usual = drive(port, List.of(page), SECONDS, 0.7 * requests / most.seconds());
        return new Cost(
                own.toNanos() / 1e6 / requests,
                databaseOwn.toNanos() / 1e6 / requests,
                requests / most.seconds(),
                usual.p50() / 1e6,
                usual.p99() / 1e6,
                usual.idle99() / 1e6,
                since.statements() / requests,
                since.transactions() / requests,
                since.milliseconds() / requests,
                most.bytes(),
                (allocatedAfter - allocated) / requests,
                0);
    }

    private static Outcome drive(int port, List<Asked> pages, int seconds, double rate)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                LoadDriver.class.getName(),
                String.valueOf(port),
                String.valueOf(rate == 0 ? seconds : seconds + LEAD),
                String.valueOf(rate == 0 ? 0 : LEAD),
                String.valueOf(rate)));
        pages.forEach(page -> command.addAll(List.of(page.path(), page.cookies())));
        Process driver = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(driver.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!driver.waitFor(1, TimeUnit.MINUTES) || driver.exitValue() != 0) {
            throw new IllegalStateException("the load ended with " + driver.exitValue());
        }
        return Outcome.parse(line);
    }

    private static Path copy(Path data, String name) throws IOException, InterruptedException {
        Path copy = FOLDER.resolve("data-" + name);
        // Not by Java: the server insists on the rights of its folder.
        if (new ProcessBuilder("cp", "-a", data.toString(), copy.toString())
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("could not copy " + data);
        }
        return copy;
    }

    private void table(Map<String, Cost> costs) throws IOException {
        say(
                "| page | CPU-ms application | database | requests/s | p50 ms at 70 %% | p99 | p99 of nothing | statements | transactions"
                        + " | SQL ms | bytes | allocated KB | pace |%n|---|---|---|---|---|---|---|---|---|---|---|---|---|%n");
        for (Map.Entry<String, Cost> one : costs.entrySet()) {
            Cost cost = one.getValue();
            say(
                    "| %s | %.2f | %.2f | %.0f | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.0f | %.0f | %.2f |%n",
                    one.getKey(),
                    cost.application() / pace.slowness(cost.pace()),
                    cost.database() / pace.slowness(cost.pace()),
                    cost.perSecond(),
                    cost.p50(),
                    cost.p99(),
                    cost.idle99(),
                    cost.statements(),
                    cost.transactions(),
                    cost.sql(),
                    cost.bytes(),
                    cost.allocated() / 1024,
                    pace.slowness(cost.pace()));
        }
    }

    private void compare(Map<String, Cost> before, Map<String, Cost> small, Map<String, Cost> large)
            throws IOException {
        say("%n| page | CPU-ms before | now | × | large city | × of the demo city |%n|---|---|---|---|---|---|%n");
        Map<String, Cost> measured = new LinkedHashMap<>(large);
        measured.putAll(small);
        for (String page : measured.keySet()) {
            Cost then = before.get(page);
            Cost now = small.get(page);
            Cost many = large.get(page);
            say(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    page, shown(then), shown(now), times(now, then), shown(many), times(many, now));
        }
    }

    private String shown(@Nullable Cost cost) {
        return cost == null ? "–" : "%.2f".formatted(all(cost));
    }

    private String times(@Nullable Cost cost, @Nullable Cost other) {
        return cost == null || other == null ? "–" : "%.2f".formatted(all(cost) / all(other));
    }

    /** Of application and database, as it would be where the machine is always as quick as at its best. */
    private double all(Cost cost) {
        return (cost.application() + cost.database()) / pace.slowness(cost.pace());
    }

    private static void write(Path file, Map<String, Cost> costs) throws IOException {
        List<String> lines = new ArrayList<>();
        costs.forEach((page, cost) -> lines.add(page + "\t"
                + String.join("\t", cost.figures().stream().map(String::valueOf).toList())));
        Files.write(file, lines);
    }

    private static Map<String, Cost> read(Path file) throws IOException {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            List<String> parts = List.of(line.split("\t"));
            costs.put(
                    parts.get(0),
                    Cost.of(parts.subList(1, parts.size()).stream()
                            .map(Double::valueOf)
                            .toList()));
        }
        return costs;
    }

    /** At once, so that a run that is broken off has told what it measured. */
    private void say(String line, Object... figures) throws IOException {
        report.append(String.format(Locale.ROOT, line, figures));
        Files.writeString(FOLDER.resolve("report.md"), report);
    }
}
