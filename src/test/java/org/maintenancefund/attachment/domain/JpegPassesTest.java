package org.maintenancefund.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.attachment.SampleFiles;

class JpegPassesTest {

    private static final String FRAME = "000b 08 1000 1000 03 010203 ";

    @Test
    void whatCamerasAndProgramsWriteIsTold() throws IOException {
        assertThat(JpegPasses.of(SampleFiles.jpeg())).isEqualTo(JpegPasses.ONE);
        assertThat(JpegPasses.of(progressive())).isEqualTo(JpegPasses.SEVERAL);
    }

    @ParameterizedTest
    @CsvSource({
        "ffc0 FRAME ffda 0008 03 010203 0000, ONE",
        "ffc1 FRAME ffda 0008 03 010203 0000, ONE",
        "ffe1 0004 0000 ffdb 0003 00 ffc0 FRAME ffc4 0002 ffda 0008 03 010203 0000, ONE",
        "ffffffc0 FRAME ffffda 0008 03 010203 0000, ONE",
        "ffc0 FRAME ffda 0008 01 010203 0000, SEVERAL",
        "ffc0 FRAME ffda 0008 02 010203 0000, SEVERAL",
        "ffc2 FRAME ffda 0008 03 010203 0000, SEVERAL",
        "ffffc2 FRAME ffda 0008 03 010203 0000, SEVERAL",
        "ffe0 0002 ffffffffc2 FRAME ffda 0008 03 010203 0000, SEVERAL",
        "ffca FRAME ffda 0008 03 010203 0000, SEVERAL",
        "ffc0 FRAME ffc2 FRAME ffda 0008 03 010203 0000, SEVERAL",
        "00ffc2 FRAME ffda 0008 03 010203 0000, UNKNOWN",
        "ffe0 0002 0000 ffc2 FRAME ffda 0008 03 010203 0000, UNKNOWN",
        "ffe0 0001 ffc2 FRAME ffda 0008 03 010203 0000, UNKNOWN",
        "ffd9 ffd8 ffc2 FRAME ffda 0008 03 010203 0000, UNKNOWN",
        "ffda 0008 03 010203 000000000000, UNKNOWN",
        "ffc0 FRAME, UNKNOWN"
    })
    void whatStandsBeforeTheDataSaysInHowManyPassesItComes(String segments, JpegPasses passes) {
        String hex = "ffd8" + segments.replace("FRAME ", FRAME).replace("FRAME", FRAME) + "00".repeat(20);

        assertThat(JpegPasses.of(HexFormat.of().parseHex(hex.replace(" ", "")))).isEqualTo(passes);
    }

    private static byte[] progressive() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
