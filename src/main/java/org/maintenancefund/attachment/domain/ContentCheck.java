package org.maintenancefund.attachment.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.apache.tika.Tika;
import org.maintenancefund.attachment.AttachmentProperties;
import org.maintenancefund.attachment.domain.ImageCheck.PixelSize;
import org.maintenancefund.kernel.Checked;
import org.springframework.stereotype.Component;

/**
 * Tells by the content what a file is, whatever its name says, and opens it: who looks at it later gets what can be looked
 * at, and images that would take too much memory are refused by their header.
 */
@Component
@RequiredArgsConstructor
public class ContentCheck {

    /** Content type to the extension of its files; nothing else is accepted. */
    public static final Map<String, String> EXTENSIONS =
            Map.of("application/pdf", "pdf", "image/jpeg", "jpg", "image/png", "png");

    private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private static final Set<String> OFFICE =
            Set.of("doc", "docx", "wps", "rtf", "xls", "xlsx", "et", "ppt", "pptx", "dps");
    private static final Set<String> ARCHIVES = Set.of("zip", "rar", "7z", "tar", "gz");

    private final AttachmentProperties limits;
    private final Tika tika = new Tika();

    /**
     * The content type, or why the file is not accepted. It is opened in bounded memory.
     *
     * @param filename for the reason
     */
    public Checked<String> typeOf(String filename, byte[] content) {
        if (content.length == 0) {
            return Checked.refused("attachment.empty", filename);
        }
        if (content.length > limits.maxSize().toBytes()) {
            return Checked.refused("attachment.too-big", filename, limits.maxMegabytes());
        }
        String type = tika.detect(content);
        if (!EXTENSIONS.containsKey(type)) {
            return Checked.refused("attachment.type" + kind(type, filename), filename);
        }
        return type.startsWith("image/") ? image(type, filename, content) : pdf(type, filename, content);
    }

    private static Checked<String> pdf(String type, String filename, byte[] content) {
        if (!startsWith(content, PDF_HEADER)) {
            // A PDF may lawfully begin further on; what stands before it may also be a page with scripts.
            return Checked.refused("attachment.type", filename);
        }
        return switch (PdfCheck.open(content)) {
            case READABLE -> Checked.ok(type);
            case LOCKED -> Checked.refused("attachment.locked", filename);
            case DAMAGED -> Checked.refused("attachment.damaged", filename);
            case TOO_COMPLEX -> Checked.refused("attachment.complex", filename);
        };
    }

    private Checked<String> image(String type, String filename, byte[] content) {
        Optional<PixelSize> size = ImageCheck.size(type, content);
        if (size.isEmpty()) {
            return Checked.refused("attachment.damaged", filename);
        }
        if (!isBearable(size.get())) {
            return Checked.refused(
                    "attachment.pixels",
                    filename,
                    size.get().width(),
                    size.get().height());
        }
        return ImageCheck.isWhole(type, content, size.get())
                ? Checked.ok(type)
                : Checked.refused("attachment.damaged", filename);
    }

    private boolean isBearable(PixelSize size) {
        return size.width() <= limits.maxSide()
                && size.height() <= limits.maxSide()
                && size.pixels() <= limits.maxPixels();
    }

    /** Which sentence says what to do with a file of another kind; its name is believed for that only. */
    private static String kind(String type, String filename) {
        String extension = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (type.startsWith("image/hei") || type.equals("image/avif")) {
            return ".phone";
        }
        if (type.equals("image/webp")) {
            return ".webp";
        }
        if (type.startsWith("image/")) {
            return ".image";
        }
        if (type.startsWith("video/") || type.startsWith("audio/")) {
            return ".film";
        }
        boolean packed = type.equals("application/zip");
        if (packed && extension.equals("ofd")) {
            return ".ofd";
        }
        if (isOffice(type) || packed && OFFICE.contains(extension)) {
            return ".office";
        }
        return packed || ARCHIVES.contains(extension) ? ".archive" : "";
    }

    private static boolean isOffice(String type) {
        return type.contains("msoffice")
                || type.contains("ooxml")
                || type.contains("officedocument")
                || type.startsWith("application/vnd.ms-")
                || type.equals("application/msword")
                || type.equals("application/rtf");
    }

    private static boolean startsWith(byte[] content, byte[] header) {
        return content.length >= header.length && Arrays.equals(content, 0, header.length, header, 0, header.length);
    }
}
