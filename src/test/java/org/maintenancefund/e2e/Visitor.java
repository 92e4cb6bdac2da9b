package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import org.maintenancefund.web.layout.Layout;

/**
 * One person in front of one browser window. Finds things as people do, by the words on the page; {@link #page()} gives
 * Playwright's own handle for the rest.
 */
public final class Visitor implements AutoCloseable {

    /** WCAG 2.2 AA and what it builds on. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final int PICTURE_TRIES = 5;

    private static final double PICTURE_PAUSE_MS = 500;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;

    Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    public Page page() {
        return page;
    }

    /** Opens an address of the application and returns the answer's status. */
    public int open(String path) {
        Response response = page.navigate(path);
        return response == null ? 0 : response.status();
    }

    /** Types into the field with this label. */
    public void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    public void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    public void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    /** The page's one h1. */
    public String heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .innerText();
    }

    public void signIn(String username, String password) {
        open("/login");
        fill("用户名", username);
        fill("密码", password);
        press("登录");
    }

    /** Keeps a picture of the whole page as target/screenshots/name.png. */
    public void screenshot(String name) {
        Page.ScreenshotOptions whole = new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true);
        for (int left = PICTURE_TRIES - 1; ; left--) {
            try {
                page.screenshot(whole);
                return;
            } catch (PlaywrightException busy) {
                // "Unable to capture screenshot" says the browser of a busy machine now and then: nothing of the page.
                if (left == 0) {
                    throw busy;
                }
                page.waitForTimeout(PICTURE_PAUSE_MS);
            }
        }
    }

    /** No violation of WCAG 2.2 AA, and nothing to scroll sideways. Needs scripts. */
    public void assertAccessible() {
        // Without frames of other origins there is nothing to collect in a blank page of its own, which takes half a
        // second.
        AxeResults results =
                new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze();
        assertThat(results.getViolations())
                .as("WCAG 2.2 AA on %s", page.url())
                .extracting(rule -> rule.getId() + ": "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
        assertFits();
    }

    /** The same in 大字版, and at twice the size as a browser enlarges it; the page is afterwards as it was. */
    public void assertAccessibleEnlarged() {
        String narrow = (String) page.evaluate("""
                (media) => {
                  const cards = document.getElementById('cards');
                  const before = cards.media;
                  document.documentElement.classList.add('large-text');
                  cards.media = media;
                  return before;
                }""", Layout.CARDS_IN_LARGE_TEXT);
        assertAccessible();
        assertNothingUpright();
        page.evaluate("""
                (media) => {
                  document.documentElement.classList.remove('large-text');
                  document.getElementById('cards').media = media;
                }""", narrow);
        ViewportSize window = page.viewportSize();
        if (window.width > Width.PHONE.pixels()) {
            page.setViewportSize(window.width / 2, window.height / 2);
            assertAccessible();
            page.setViewportSize(window.width, window.height);
        }
    }

    /** No button, tag or head of a column is so narrow that its words stand one sign below the other. */
    public void assertNothingUpright() {
        Object upright = page.evaluate("""
                () => [...document.querySelectorAll('.btn, .tag, th, td')]
                  .filter((part) => part.offsetParent !== null && part.innerText.trim().length > 1)
                  .filter((part) => {
                    const letter = parseFloat(getComputedStyle(part).fontSize);
                    return part.clientWidth < 2 * letter && part.clientHeight > 2 * letter;
                  })
                  .map((part) => part.outerHTML.slice(0, 120))""");
        assertThat((List<?>) upright).as("words upright on %s", page.url()).isEmpty();
    }

    /** The page is not wider than the window. */
    public void assertFits() {
        Object overhang = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overhang).intValue())
                .as("pixels to scroll sideways on %s", page.url())
                .isZero();
    }

    @Override
    public void close() {
        context.close();
    }
}
