package org.maintenancefund.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.jspecify.annotations.Nullable;

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

    /** A PDF of one page with that on it, in PDF's own words; Helvetica is /F1. */
    public static byte[] pdf(String content) {
        return pdf(content, "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>");
    }

    /** The same with other resources. */
    public static byte[] pdf(String content, String resources) {
        return """
               %%PDF-1.4
               1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
               2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
               3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>endobj
               4 0 obj<</Length %d>>stream
               %s
               endstream endobj
               trailer<</Size 5/Root 1 0 R>>
               %%%%EOF
               """.formatted(resources, content.length(), content).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A PDF of one page that is a JPEG, with what it says of its size. */
    public static byte[] pdfWithPicture(byte[] jpeg, String size) {
        String before = """
               %%PDF-1.4
               1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
               2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
               3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>endobj
               4 0 obj<</Length 26>>stream
               q 595 0 0 842 0 0 cm /I Do
               endstream endobj
               5 0 obj<</Type/XObject/Subtype/Image%s/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode/Length %d>>stream
               """.formatted(size, jpeg.length);
        String after = "\nendstream endobj\ntrailer<</Size 6/Root 1 0 R>>\n%%EOF\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(jpeg);
        out.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** A PDF of so many pages, made by a program, whole and with its table of contents. */
    public static byte[] pdfOfPages(int pages) {
        return document(pages, null);
    }

    /**
     * An encrypted PDF.
     *
     * @param owner the password that allows everything
     * @param user  the one that it asks for before it shows anything; empty: none
     */
    public static byte[] lockedPdf(String owner, String user) {
        StandardProtectionPolicy policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        policy.setPreferAES(true);
        return document(3, policy);
    }

    private static byte[] document(int pages, @Nullable StandardProtectionPolicy policy) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                BufferedImage scan = new BufferedImage(200, 280, BufferedImage.TYPE_INT_RGB);
                new Random(i).ints(2000).forEach(n -> scan.setRGB((n & 0x7FFF) % 200, (n >>> 16) % 280, n));
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(JPEGFactory.createFromImage(document, scan), 0, 0);
                }
            }
            if (policy != null) {
                document.protect(policy);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture with something on it, so that its data is more than its header. */
    public static byte[] photograph(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return written(picture, format);
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

    /** A large page in black and white, as a scanner makes it. */
    public static byte[] pageInBlackAndWhite(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");
    }

    private static byte[] image(String format) {
        return written(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format);
    }

    private static byte[] written(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
