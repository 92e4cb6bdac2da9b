package org.maintenancefund.attachment;

import java.util.Locale;

/**
 * An attachment without its content.
 *
 * @param id          identifier
 * @param filename    the name it came with, cleaned, with the extension of what it really is
 * @param contentType what it is by its content: application/pdf, image/jpeg or image/png
 * @param size        in bytes
 */
public record StoredAttachment(AttachmentId id, String filename, String contentType, long size) {

    /** True where it can be shown inside a page. */
    public boolean isImage() {
        return contentType.startsWith("image/");
    }

    /** Where it is shown to who may see it. */
    public String path() {
        return "/attachments/" + id;
    }

    /** The size for people: 312 KB, 4.7 MB. */
    public String sizeLabel() {
        double kilobytes = Math.max(1, size / 1024.0);
        return kilobytes < 1024
                ? Math.round(kilobytes) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1024);
    }
}
