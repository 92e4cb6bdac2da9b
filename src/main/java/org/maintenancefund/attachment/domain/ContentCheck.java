package org.maintenancefund.attachment.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.tika.Tika;
import org.maintenancefund.attachment.AttachmentProperties;
import org.maintenancefund.kernel.Checked;
import org.springframework.stereotype.Component;

/**
 * Tells by the content what a file is, whatever its name says, and refuses images that would take too much memory where
 * they are shown. Only an image's header is read; nothing is decoded.
 */
@Component
class ContentCheck {

    /** Content type to the extension of its files; nothing else is accepted. */
    static final Map<String, String> EXTENSIONS =
            Map.of("application/pdf", "pdf", "image/jpeg", "jpg", "image/png", "png");

    private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final AttachmentProperties limits;
    private final Tika tika = new Tika();

    ContentCheck(AttachmentProperties limits) {
        this.limits = limits;
    }

    /**
     * The content type, or why the file is not accepted.
     *
     * @param filename for the reason
     */
    Checked<String> typeOf(String filename, byte[] content) {
        if (content.length == 0) {
            return Checked.refused("attachment.empty", filename);
        }
        if (content.length > limits.maxSize().toBytes()) {
            return Checked.refused("attachment.too-big", filename, limits.maxMegabytes());
        }
        String type = tika.detect(content);
        if (!EXTENSIONS.containsKey(type)) {
            return Checked.refused("attachment.type", filename);
        }
        if (!type.startsWith("image/")) {
            // A PDF may lawfully begin further on; what stands before it may also be a page with scripts.
            return startsWith(content, PDF_HEADER) ? Checked.ok(type) : Checked.refused("attachment.type", filename);
        }
        Optional<PixelSize> size = pixelSize(type, content);
        if (size.isEmpty()) {
            return Checked.refused("attachment.damaged", filename);
        }
        return isBearable(size.get())
                ? Checked.ok(type)
                : Checked.refused(
                        "attachment.pixels",
                        filename,
                        size.get().width(),
                        size.get().height());
    }

    private boolean isBearable(PixelSize size) {
        return size.width() <= limits.maxSide()
                && size.height() <= limits.maxSide()
                && (long) size.width() * size.height() <= limits.maxPixels();
    }

    /** From the header, by the reader of exactly that format; empty where it can't be read. */
    private static Optional<PixelSize> pixelSize(String type, byte[] content) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        if (!readers.hasNext()) {
            throw new IllegalStateException("this Java can't read " + type);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            return Optional.of(new PixelSize(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static boolean startsWith(byte[] content, byte[] header) {
        return content.length >= header.length && Arrays.equals(content, 0, header.length, header, 0, header.length);
    }

    private record PixelSize(int width, int height) {}
}
