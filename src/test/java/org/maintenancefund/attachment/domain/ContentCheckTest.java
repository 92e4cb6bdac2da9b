package org.maintenancefund.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.attachment.AttachmentProperties;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Reason;
import org.springframework.util.unit.DataSize;

class ContentCheckTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final ContentCheck check = new ContentCheck(
            new AttachmentProperties(DataSize.ofMegabytes(10), 20, 100_000_000, 30_000, Duration.ofHours(48)));

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
                Arguments.of("a drawing that runs scripts", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")),
                Arguments.of("an archive", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}),
                Arguments.of("a program", new byte[] {'M', 'Z', (byte) 0x90, 0, 3}),
                Arguments.of("an animation", bytes("GIF89a\1\0\1\0")),
                Arguments.of("text", bytes("和谐花园")),
                Arguments.of("zeros", new byte[100]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsNoScan")
    void anythingElseIsRefusedUnderAnyName(String what, byte[] content) {
        assertThat(check.typeOf("备案证明.jpg", content).reason()).isEqualTo(Reason.of("attachment.type", "备案证明.jpg"));
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
        assertThat(check.typeOf("a.png", SampleFiles.pngOfSize(7016, 9933)).isOk())
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
