package org.maintenancefund.attachment.domain;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws the first page of a PDF that was found to be readable ({@link PdfCheck}), as long as it is what a scanner or an office
 * program makes: pictures of bearable size, lines, and letters that the file brings along. Of anything else there is no
 * picture rather than a wrong one.
 */
final class PdfPage {

    /** The longer side of the picture in pixels: an A4 page at some 130 dpi. */
    private static final int LONGER_SIDE = 1500;

    private PdfPage() {}

    /** The page as a JPEG; empty where it is not drawn here. */
    static Optional<byte[]> draw(byte[] content, Duration longest) {
        if (!PlainLetters.areSet()) {
            return Optional.empty();
        }
        BoundedPdf.Budget budget = BoundedPdf.Budget.forDrawing(content.length);
        try (PDDocument document = new BoundedPdf(content, budget).parse()) {
            PDPage page = document.getPage(0);
            PDRectangle size = page.getCropBox();
            float longer = Math.max(size.getWidth(), size.getHeight());
            if (!(longer > 0) || !(Math.min(size.getWidth(), size.getHeight()) > 0)) {
                return Optional.empty();
            }
            BoundedRenderer renderer = new BoundedRenderer(document, System.nanoTime() + longest.toNanos());
            BufferedImage picture = renderer.renderImage(0, LONGER_SIDE / longer, ImageType.RGB);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            return ImageIO.write(picture, "jpg", out) ? Optional.of(out.toByteArray()) : Optional.empty();
        } catch (IOException
                | RuntimeException
                | OutOfMemoryError
                | StackOverflowError
                | NoClassDefFoundError notDrawn) {
            return Optional.empty();
        }
    }

    private static final class BoundedRenderer extends PDFRenderer {

        private final long until;

        BoundedRenderer(PDDocument document, long until) {
            super(document);
            this.until = until;
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            BoundedDrawer drawer = new BoundedDrawer(parameters, until);
            // Notes are no part of a scan, and what PDFBox makes of one without a picture of its own has no bounds.
            drawer.setAnnotationFilter(note -> false);
            return drawer;
        }
    }
}
