package org.maintenancefund.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.attachment.AttachmentProperties;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Reason;
import org.springframework.util.unit.DataSize;

class ContentCheckTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final ContentCheck check = new ContentCheck(
            new AttachmentProperties(DataSize.ofMegabytes(10), 100_000_000, 30_000, Duration.ofHours(48)));

    @Test
    void theContentTellsWhatAFileIs() {
        assertThat(check.typeOf("扫描", SampleFiles.pdf())).isEqualTo(Checked.ok("application/pdf"));
        assertThat(check.typeOf("扫描.pdf", SampleFiles.png())).isEqualTo(Checked.ok("image/png"));
        assertThat(check.typeOf("扫描.exe", SampleFiles.jpeg())).isEqualTo(Checked.ok("image/jpeg"));
    }

    static Stream<Arguments> whatIsNoScan() {
        return Stream.of(
                Arguments.of("a page", SampleFiles.html()),
                Arguments.of("a page before a PDF", joined(SampleFiles.html(), SampleFiles.pdf())),
                Arguments.of("a line before a PDF", joined("x\n".getBytes(), SampleFiles.pdf())),
                Arguments.of("a program", new byte[] {'M', 'Z', (byte) 0x90, 0, 3}),
                Arguments.of("text", bytes("和谐花园")),
                Arguments.of("zeros", new byte[100]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsNoScan")
    void anythingElseIsRefusedUnderAnyName(String what, byte[] content) {
        assertThat(check.typeOf("备案证明.jpg", content).reason()).isEqualTo(Reason.of("attachment.type", "备案证明.jpg"));
    }

    static Stream<Arguments> whatCanBeMadeAScan() {
        return Stream.of(
                Arguments.of("IMG_2041.HEIC", phone("heic"), "phone"),
                Arguments.of("IMG_2041.jpg", phone("heic"), "phone"),
                Arguments.of("照片.heif", phone("mif1"), "phone"),
                Arguments.of("照片.avif", phone("avif"), "phone"),
                Arguments.of("照片.webp", bytes("RIFF\44\0\0\0WEBPVP8 "), "webp"),
                Arguments.of("扫描.gif", bytes("GIF89a\1\0\1\0"), "image"),
                Arguments.of("扫描.tif", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0}, "image"),
                Arguments.of("图.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "image"),
                Arguments.of("决议.docx", zip("[Content_Types].xml"), "office"),
                Arguments.of("决议.docx", zip("word/document.xml"), "office"),
                Arguments.of("决议.wps", ole(), "office"),
                Arguments.of("执照.ofd", zip("OFD.xml"), "ofd"),
                Arguments.of("材料.zip", zip("a.pdf"), "archive"),
                Arguments.of("材料.rar", bytes("Rar!\u001a\7\0"), "archive"),
                Arguments.of("会议.mp4", phone("isom"), "film"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("whatCanBeMadeAScan")
    void aFileOfAnotherKindIsToldWhatToMakeOfIt(String name, byte[] content, String kind) {
        assertThat(check.typeOf(name, content).reason()).isEqualTo(Reason.of("attachment.type." + kind, name));
    }

    @Test
    void aPdfThatAsksForAPasswordIsRefusedAndOneThatForbidsPrintingIsNot() {
        assertThat(check.typeOf("合同.pdf", SampleFiles.lockedPdf("owner", "user"))
                        .reason())
                .isEqualTo(Reason.of("attachment.locked", "合同.pdf"));
        assertThat(check.typeOf("合同.pdf", SampleFiles.lockedPdf("same", "same")).reason())
                .isEqualTo(Reason.of("attachment.locked", "合同.pdf"));
        assertThat(check.typeOf("合同.pdf", SampleFiles.lockedPdf("owner", "")).isOk())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 50, 80, 95, 99})
    void aFileThatWasCutOffIsRefused(int percent) {
        for (byte[] whole : List.of(
                SampleFiles.pdfOfPages(4),
                SampleFiles.lockedPdf("owner", ""),
                SampleFiles.photograph("jpg", 400, 300),
                SampleFiles.photograph("png", 400, 300))) {
            assertThat(check.typeOf("扫描", whole).isOk()).isTrue();
            assertThat(check.typeOf("扫描", Arrays.copyOf(whole, whole.length * percent / 100))
                            .reason()
                            .code())
                    .isEqualTo("attachment.damaged");
        }
    }

    @Test
    void aFileThatLacksItsLastBytesIsRefused() {
        byte[] pdf = SampleFiles.pdfOfPages(2);
        byte[] jpeg = SampleFiles.photograph("jpg", 64, 64);
        assertThat(check.typeOf("a.pdf", Arrays.copyOf(pdf, pdf.length - 20)).isOk())
                .isFalse();
        assertThat(check.typeOf("a.jpg", Arrays.copyOf(jpeg, jpeg.length - 2)).isOk())
                .isFalse();
    }

    @Test
    void aPictureWithMoreBehindItsEndIsWhole() {
        assertThat(check.typeOf("a.jpg", joined(SampleFiles.photograph("jpg", 64, 64), new byte[5000]))
                        .isOk())
                .isTrue();
    }

    @Test
    void aPdfOfNothingIsRefused() {
        for (String text : List.of(
                "%PDF-1.4\nhello\n%%EOF\n",
                "%PDF-1.4\n%%EOF",
                "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                        + "trailer<</Root 1 0 R>>\n%%EOF",
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/Contents 9 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
                "%PDF-1.4\n" + "[".repeat(200_000) + "\n%%EOF")) {
            assertThat(check.typeOf("a.pdf", bytes(text)).reason().code()).isEqualTo("attachment.damaged");
        }
    }

    @Test
    @Timeout(30)
    void aPdfThatUnpacksToMoreThanTheMemoryIsRefusedBeforeItDoes() throws IOException {
        String table = "/Type/XRef/W[1 2 1]/Size 5/Root 1 0 R";
        for (String packing : List.of(
                "/Filter/FlateDecode",
                "/Filter[/FlateDecode]",
                "/Filter[/Fl]",
                "/Filter[/FlateDecode/FlateDecode]",
                "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>")) {
            byte[] bomb = bomb(table + packing, 200_000_000L);
            assertThat(bomb.length).isLessThan(TEN_MEGABYTES);
            assertThat(check.typeOf("a.pdf", bomb).isOk()).as(packing).isFalse();
        }
        assertThat(check.typeOf("a.pdf", bomb(table + "/Filter/FlateDecode", 20_000_000L))
                        .reason())
                .isEqualTo(Reason.of("attachment.complex", "a.pdf"));
    }

    @Test
    @Timeout(30)
    void aPdfThatSendsItsReaderRoundAndRoundIsRefused() {
        String streams = "9 0 obj<</Length 99999999>>stream\n".repeat(120_000);
        assertThat(check.typeOf("a.pdf", bytes("%PDF-1.4\n" + streams + "startxref\n9\n%%EOF"))
                        .isOk())
                .isFalse();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(check.typeOf("a.pdf", new byte[0]).reason()).isEqualTo(Reason.of("attachment.empty", "a.pdf"));
    }

    @Test
    void tenMegabytesAreAcceptedAndOneByteMoreIsNot() {
        assertThat(check.typeOf("a.pdf", SampleFiles.pdfOfLength(TEN_MEGABYTES)).isOk())
                .isTrue();
        assertThat(check.typeOf("a.pdf", SampleFiles.pdfOfLength(TEN_MEGABYTES + 1))
                        .reason())
                .isEqualTo(Reason.of("attachment.too-big", "a.pdf", 10L));
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000", "30001, 1", "1, 30001", "2147483647, 2147483647"})
    void anImageThatWouldFillTheMemoryIsRefusedByItsHeader(int width, int height) {
        assertThat(check.typeOf("a.png", SampleFiles.pngOfSize(width, height)).reason())
                .isEqualTo(Reason.of("attachment.pixels", "a.png", width, height));
    }

    @Test
    void aScanOfALargePageIsAccepted() {
        assertThat(check.typeOf("a.png", SampleFiles.pageInBlackAndWhite(7016, 9933))
                        .isOk())
                .isTrue();
    }

    @Test
    void anImageWithABrokenHeaderIsRefused() {
        assertThat(check.typeOf("a.png", Arrays.copyOf(SampleFiles.png(), 20))
                        .reason()
                        .code())
                .isEqualTo("attachment.damaged");
        assertThat(check.typeOf("a.jpg", Arrays.copyOf(SampleFiles.jpeg(), 20))
                        .reason()
                        .code())
                .isEqualTo("attachment.damaged");
        assertThat(check.typeOf("a.png", SampleFiles.pngOfSize(0, 30)).reason().code())
                .isEqualTo("attachment.damaged");
    }

    /** A PDF whose structure lies in a packed stream of so many zeros. */
    private static byte[] bomb(String dictionary, long zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            byte[] piece = new byte[1 << 20];
            for (long written = 0; written < zeros; written += piece.length) {
                out.write(piece);
            }
        }
        byte[] head = bytes("%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n5 0 obj<<" + dictionary + "/Length "
                + packed.size() + ">>stream\n");
        String tail = "\nendstream endobj\nstartxref\n" + (new String(head, StandardCharsets.UTF_8).indexOf("5 0 obj"))
                + "\n%%EOF";
        return joined(joined(head, packed.toByteArray()), bytes(tail));
    }

    private static byte[] phone(String brand) {
        return bytes("\0\0\0\30ftyp" + brand + "\0\0\0\0mif1" + brand);
    }

    private static byte[] zip(String entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] ole() {
        byte[] file = new byte[600];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, file, 0, magic.length);
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
