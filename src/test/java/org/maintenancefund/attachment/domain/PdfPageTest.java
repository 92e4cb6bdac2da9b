package org.maintenancefund.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderEffectDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.test.Lengthy;

/** The first page of a PDF as a picture: scans and plain letters are drawn, what can't be bounded is not. */
class PdfPageTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private interface Making {
        PDImageXObject in(PDDocument document, BufferedImage scan) throws IOException;
    }

    private static byte[] scanned(int width, int height, Making making) throws IOException {
        BufferedImage scan = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = width / 4; x < width * 3 / 4; x++) {
            for (int y = height / 4; y < height * 3 / 4; y++) {
                scan.setRGB(x, y, 0xFFFFFF);
            }
        }
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        making.in(document, scan), 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void assertDrawn(byte[] pdf) throws IOException {
        Optional<byte[]> drawn = PdfPage.draw(pdf, LONG);
        assertThat(drawn).isPresent();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawn.get()));
        assertThat(picture.getHeight()).isEqualTo(1500);
        assertThat(picture.getRGB(20, 20) & 0xFF).as("black at the edge").isLessThan(60);
        assertThat(picture.getRGB(picture.getWidth() / 2, 750) & 0xFF)
                .as("white in the middle")
                .isGreaterThan(200);
    }

    @Test
    void scansAreDrawnHoweverTheyArePacked() throws IOException {
        assertDrawn(scanned(1240, 1754, JPEGFactory::createFromImage));
        assertDrawn(scanned(2480, 3508, CCITTFactory::createFromImage));
        assertDrawn(scanned(1240, 1754, LosslessFactory::createFromImage));
    }

    @Lengthy
    @Test
    void aLargeScanIsDrawnInTheMemoryOfASmallOne() throws IOException {
        assertDrawn(scanned(7016, 9921, CCITTFactory::createFromImage));
    }

    @Test
    void plainLettersAndLinesAreDrawn() {
        assertThat(PdfPage.draw(SampleFiles.pdf("BT /F1 28 Tf 90 700 Td (DEMO) Tj ET 60 60 475 722 re S"), LONG))
                .isPresent();
        assertThat(PdfPage.draw(SampleFiles.pdf(), LONG)).as("an empty page").isPresent();
    }

    @Test
    void lettersThatTheFileDoesNotBringAlongAreNotDrawnInOthers() {
        String font = "/Font<</F1<</Type/Font/Subtype/TrueType/BaseFont/SimSun>>>>";

        assertThat(PdfPage.draw(SampleFiles.pdf("BT /F1 28 Tf (A) Tj ET", font), LONG))
                .isEmpty();
        assertThat(PdfPage.draw(SampleFiles.pdf("BT 3 Tr /F1 28 Tf (A) Tj ET", font), LONG))
                .as("text under a scan, which nobody sees")
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/S1 sh",
                "/Pattern cs /P1 scn 0 0 100 100 re f",
                "BI /W 1 /H 1 /BPC 8 /CS /G /F /Fl ID x EI",
                "/Missing Do",
            })
    void whatAScannerDoesNotMakeIsNotDrawn(String content) {
        assertThat(PdfPage.draw(SampleFiles.pdf(content), LONG)).isEmpty();
    }

    @Test
    void notesOnAPageAreLeftOutHoweverLargeTheyAre() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDAnnotationSquare note = new PDAnnotationSquare();
            note.setRectangle(new PDRectangle(1_000_000_000, 1_000_000_000));
            PDBorderEffectDictionary cloudy = new PDBorderEffectDictionary();
            cloudy.setStyle(PDBorderEffectDictionary.STYLE_CLOUDY);
            cloudy.setIntensity(1);
            note.setBorderEffect(cloudy);
            note.setColor(new PDColor(new float[] {1, 0, 0}, PDDeviceRGB.INSTANCE));
            page.getAnnotations().add(note);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);

            assertThat(PdfPage.draw(out.toByteArray(), LONG)).isPresent();
        }
    }

    @Test
    void oneStepOfAnyLengthEndsInTimeToo() {
        String letters = "BT /F1 1 Tf (" + "A".repeat(400_000) + ") Tj ET";
        String dashes = "[0.0001] 0 d 0 0 m 595 842 l S";

        assertThat(PdfPage.draw(SampleFiles.pdf(letters), LONG)).isEmpty();
        assertThat(PdfPage.draw(SampleFiles.pdf(dashes), LONG))
                .as("as a whole line")
                .isPresent();
    }

    @Test
    void aPageThatTakesTooManyStepsOrTooLongIsNotDrawn() {
        assertThat(PdfPage.draw(SampleFiles.pdf("q Q ".repeat(200_000)), LONG)).isEmpty();
        assertThat(PdfPage.draw(SampleFiles.pdf("q Q ".repeat(2000)), Duration.ZERO))
                .isEmpty();
    }

    @Test
    void aPictureLargerThanTheFileSaysIsNotUnpacked() {
        byte[] jpeg = SampleFiles.photograph("jpg", 400, 400);

        assertThat(PdfPage.draw(SampleFiles.pdfWithPicture(jpeg, "/Width 4/Height 4"), LONG))
                .isEmpty();
        assertThat(PdfPage.draw(SampleFiles.pdfWithPicture(jpeg, "/Width 400/Height 400"), LONG))
                .isPresent();
    }

    @Test
    void noFileIsNoPage() {
        assertThat(PdfPage.draw(new byte[0], LONG)).isEmpty();
        assertThat(PdfPage.draw(SampleFiles.png(), LONG)).isEmpty();
    }
}
