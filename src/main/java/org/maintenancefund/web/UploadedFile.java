package org.maintenancefund.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that is already on the server, as a form or a record shows it.
 *
 * @param id   what the form sends to take it off again
 * @param name the file's name as the person knows it
 * @param href where it can be looked at, or null
 */
public record UploadedFile(
        String id, String name, long size, @Nullable String href) {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    /** 1.2 MB, 340 KB. */
    public String sizeText() {
        if (size >= MEGABYTE) {
            return String.format(Locale.ROOT, "%.1f MB", size / (double) MEGABYTE);
        }
        return Math.max(1, Math.round(size / (double) KILOBYTE)) + " KB";
    }

    public boolean isPdf() {
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
