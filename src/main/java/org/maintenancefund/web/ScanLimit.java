package org.maintenancefund.web;

/**
 * How large a scan may be, for hints and for what the browser looks at before it sends. The module that keeps scans provides the
 * bean.
 */
public record ScanLimit(long bytes) {

    private static final long MEGABYTE = 1024L * 1024;

    /** For hints: 每个文件不超过 10 MB. */
    public long megabytes() {
        return bytes / MEGABYTE;
    }
}
