package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What comes out of the printer for the page in front of somebody: kept as target/papers/name.pdf and read again.
 *
 * @param pages the text of each sheet, without blanks
 */
record PrintedPaper(List<String> pages) {

    private static final Path PAPERS = Path.of("target", "papers");

    /** What of a page's papers is wider or higher than where it stands, or reaches beyond the sheet. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('.sheet, .sheet *')]
              .filter((part) => part.offsetParent !== null && !part.closest('.visually-hidden'))
              .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                || (getComputedStyle(part).overflow !== 'visible'
                  && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)))
              .map((part) => part.outerHTML.slice(0, 120))""";

    private static final String CELLS = """
            () => [...document.querySelectorAll('.sheet th, .sheet td, .sheet li')]
              .filter((part) => part.offsetParent !== null && !part.closest('.visually-hidden'))
              .filter((part) => !part.querySelector('table, li'))
              .map((part) => part.innerText)""";

    /** Width between the margins of A4 at 96 to the inch. */
    private static final int PRINTED_WIDTH = 672;

    /** Prints; nothing of the papers may be cut off, and all that stands in them comes out. */
    static PrintedPaper of(Visitor visitor, String name) {
        Page page = visitor.page();
        byte[] pdf = page.pdf(new Page.PdfOptions()
                .setPath(PAPERS.resolve(name + ".pdf"))
                .setPreferCSSPageSize(true)
                .setPrintBackground(false));
        PrintedPaper paper = new PrintedPaper(read(pdf));
        var window = page.viewportSize();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(PRINTED_WIDTH, window.height);
        assertThat((List<?>) page.evaluate(CUT_OFF))
                .as("cut off on paper: %s", name)
                .isEmpty();
        String whole = String.join("", paper.pages());
        for (Object cell : (List<?>) page.evaluate(CELLS)) {
            assertThat(whole).as("printed: %s", name).contains(packed(cell.toString()));
        }
        // None, since a page that is held to the screen's rules is printed by them too.
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        page.setViewportSize(window.width, window.height);
        return paper;
    }

    /** So many sheets, each with its number and these words. */
    PrintedPaper has(int sheets, String... wordsOfEach) {
        assertThat(pages).hasSize(sheets);
        for (int at = 0; at < sheets; at++) {
            assertThat(pages.get(at)).contains(packed("第 " + (at + 1) + " 页，共 " + sheets + " 页"));
            for (String words : wordsOfEach) {
                assertThat(pages.get(at)).contains(packed(words));
            }
        }
        return this;
    }

    private static List<String> read(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(packed(text.getText(document)));
            }
            return pages;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lines break elsewhere on paper, and a PDF may name a sign by its twin. */
    static String packed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]", "");
    }
}
