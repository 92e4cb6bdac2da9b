package org.maintenancefund.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Real files for tests of uploads. */
public final class SampleFiles {

    private static final int PNG_SIGNATURE_AND_LENGTH = 8 + 4;

    private SampleFiles() {}

    /** A PDF of one empty page. */
    public static byte[] pdf() {
        return """
               %PDF-1.4
               1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
               2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
               3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
               trailer<</Size 4/Root 1 0 R>>
               %%EOF
               """.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] png() {
        return image("png");
    }

    public static byte[] jpeg() {
        return image("jpg");
    }

    /** A small file whose header promises an image of any size. */
    public static byte[] pngOfSize(int width, int height) {
        byte[] png = png();
        ByteBuffer.wrap(png).putInt(PNG_SIGNATURE_AND_LENGTH + 4, width).putInt(PNG_SIGNATURE_AND_LENGTH + 8, height);
        CRC32 crc = new CRC32();
        crc.update(png, PNG_SIGNATURE_AND_LENGTH, 4 + 13);
        ByteBuffer.wrap(png).putInt(PNG_SIGNATURE_AND_LENGTH + 4 + 13, (int) crc.getValue());
        return png;
    }

    /** A PDF filled up to exactly that many bytes. */
    public static byte[] pdfOfLength(int bytes) {
        byte[] padded = Arrays.copyOf(pdf(), bytes);
        Arrays.fill(padded, pdf().length, bytes, (byte) '\n');
        return padded;
    }

    public static byte[] html() {
        return "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] image(String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
