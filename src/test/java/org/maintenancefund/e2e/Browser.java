package org.maintenancefund.e2e;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of the browser tests, one for the whole JVM. Tests are skipped with a clear line where the machine has none
 * ({@code apt-get install chromium fonts-noto-cjk}); another one than the usual is named by the environment variable
 * {@code CHROMIUM}.
 */
public final class Browser {

    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final class Holder {
        static final com.microsoft.playwright.Browser CHROMIUM = launch();
    }

    private Browser() {}

    /** A person with a browser of their own, without cookies, in front of the application on this port. */
    public static Visitor visitor(int port, Width width) {
        return new Visitor(context(port, width, true));
    }

    /**
     * The same with scripts switched off, and who doesn't like things to move: where a page still scrolls smoothly, the driver looks
     * again after a timer in the page, which is a script and never ends there.
     */
    public static Visitor visitorWithoutScripts(int port, Width width) {
        return new Visitor(context(port, width, false));
    }

    private static com.microsoft.playwright.BrowserContext context(int port, Width width, boolean scripts) {
        Assumptions.assumeTrue(
                chromium().isPresent(), "no Chromium found: the browser tests are skipped (set CHROMIUM to its path)");
        return Holder.CHROMIUM.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(width.pixels(), width.height())
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(scripts ? ReducedMotion.NO_PREFERENCE : ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts));
    }

    private static Optional<Path> chromium() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    // Stays for all tests of this JVM and ends with it.
    @SuppressWarnings("resource")
    private static com.microsoft.playwright.Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium().orElseThrow())
                        .setArgs(ARGUMENTS));
    }
}
