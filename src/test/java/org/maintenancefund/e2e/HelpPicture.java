package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A picture of the help beside the screen it shows. With {@code -Dhelp.pictures=draw} it is drawn; otherwise the screen's
 * headings, labels and buttons are compared with those that were there when it was drawn, which are kept in
 * {@code src/test/resources/help}. Letters differ from machine to machine, so that pixels can't be compared.
 */
final class HelpPicture {

    private static final Path PICTURES = Path.of("src/main/resources/static/img/help");
    private static final Path OUTLINES = Path.of("src/test/resources/help");

    private static final String REDRAW = "the screen has changed: draw the pictures of the help anew with"
            + " ./mvnw -Pall test -Dtest=HelpPicturesBrowserTest -Dhelp.pictures=draw, and see whether help/*.md still tells the truth";

    /** What tells what a screen is: its words in their order, without what differs from day to day (figures, rows, choices found). */
    private static final String OUTLINE = """
            (root) => {
              const words = (part) => {
                const copy = part.cloneNode(true);
                copy.querySelectorAll('.visually-hidden, .badge-count, .tag, svg').forEach((inner) => inner.remove());
                return copy.textContent.replace(/\\s+/g, '').replace(/（\\d+）/g, '').replace(/\\d+/g, '0');
              };
              const kind = (part) => /^H\\d$/.test(part.tagName) ? part.tagName.toLowerCase()
                : part.matches('button, .btn') ? 'button' : part.tagName === 'TH' ? 'column' : 'label';
              return [...root.querySelectorAll(
                'h1, h2, h3, legend, label, button, a.btn, summary, .tabs a, thead th, .tile-title, .task-list a')]
                .filter((part) => part.getClientRects().length > 0)
                .filter((part) => !part.closest('.todo-list, .choice-card, .pager, tbody') && !part.matches('.todo-group'))
                .map((part) => kind(part) + ' ' + words(part))
                .filter((line, place, lines) => lines.indexOf(line) === place && !line.endsWith(' '));
            }""";

    private static final int COLOURS = 64;

    private HelpPicture() {}

    /**
     * The picture of a part of the page.
     *
     * @param part    a selector
     * @param highest how much of it is shown, in pixels
     */
    static void of(Visitor visitor, String name, String part, int highest) {
        Page page = visitor.page();
        // What scripts add belongs to the screen too.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Locator shown = page.locator(part).first();
        @SuppressWarnings("unchecked")
        String outline = ((List<String>) shown.evaluate(OUTLINE)).stream().collect(Collectors.joining("\n", "", "\n"));
        Path kept = OUTLINES.resolve(name + ".txt");
        try {
            if ("draw".equals(System.getProperty("help.pictures"))) {
                Files.writeString(kept, outline);
                draw(page, shown, highest, PICTURES.resolve(name + ".png"));
            }
            assertThat(outline).as(REDRAW).isEqualTo(Files.exists(kept) ? Files.readString(kept) : "");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void draw(Page page, Locator shown, int highest, Path file) throws IOException {
        page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)");
        BoundingBox box = shown.boundingBox();
        byte[] screen = page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(box.x, box.y, box.width, Math.min(box.height, highest)));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(screen));
        Files.createDirectories(PICTURES);
        ImageIO.write(withFewColours(picture), "png", file.toFile());
    }

    /** A screen has few colours, and shades of letters between them: the most frequent ones are enough, at a third of the size. */
    private static BufferedImage withFewColours(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        Map<Integer, Map<Integer, Integer>> shades = new HashMap<>();
        for (int colour : picture.getRGB(0, 0, width, height, null, 0, width)) {
            shades.computeIfAbsent(coarse(colour), one -> new HashMap<>()).merge(colour & 0xffffff, 1, Integer::sum);
        }
        int[] palette = shades.values().stream()
                .sorted(Comparator.comparing((Map<Integer, Integer> same) -> -pixels(same))
                        .thenComparing(HelpPicture::mostFrequent))
                .limit(COLOURS)
                .mapToInt(HelpPicture::mostFrequent)
                .toArray();
        byte[] red = new byte[palette.length];
        byte[] green = new byte[palette.length];
        byte[] blue = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            red[i] = (byte) (palette[i] >> 16);
            green[i] = (byte) (palette[i] >> 8);
            blue[i] = (byte) palette[i];
        }
        BufferedImage indexed = new BufferedImage(
                width,
                height,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, red, green, blue));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int place = nearest.computeIfAbsent(picture.getRGB(x, y), colour -> nearest(colour, palette));
                indexed.getRaster().setSample(x, y, 0, place);
            }
        }
        return indexed;
    }

    private static int pixels(Map<Integer, Integer> shades) {
        return shades.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int mostFrequent(Map<Integer, Integer> shades) {
        return shades.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static int nearest(int colour, int[] palette) {
        return IntStream.range(0, palette.length)
                .boxed()
                .min(Comparator.comparing(place -> distance(colour, palette[place])))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            distance += difference * difference;
        }
        return distance;
    }

    /** Shades that look alike count as one. */
    private static int coarse(int colour) {
        return colour & 0xf8f8f8;
    }
}
