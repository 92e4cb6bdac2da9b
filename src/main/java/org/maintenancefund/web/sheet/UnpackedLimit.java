package org.maintenancefund.web.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.maintenancefund.kernel.Refusal;

/**
 * How much may still be unpacked of one spreadsheet. The text of its cells counts once more when it is handed over, because
 * one string of a file can stand in a million cells.
 */
final class UnpackedLimit {

    private long left;

    UnpackedLimit(long bytes) {
        this.left = bytes;
    }

    void take(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw Refusal.because("web.sheet.too-much-unpacked");
        }
    }

    /** The same stream, of which every byte counts. */
    InputStream count(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                take(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                take(Math.max(read, 0));
                return read;
            }
        };
    }
}
