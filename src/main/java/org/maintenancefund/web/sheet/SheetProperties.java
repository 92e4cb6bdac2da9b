package org.maintenancefund.web.sheet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a spreadsheet on its way in may be at most ({@code app.sheet.*}). A table of few rows gets less than that: nobody
 * needs the room of a whole city for the buildings of one community.
 *
 * @param maxFile     size of the file
 * @param maxUnpacked size of what is read of it, unpacked; a small file can hold gigabytes of nothing
 * @param maxColumns  cells of a row that may have text
 */
@ConfigurationProperties("app.sheet")
public record SheetProperties(
        @DefaultValue("30MB") DataSize maxFile,
        @DefaultValue("200MB") DataSize maxUnpacked,
        @DefaultValue("60") int maxColumns) {

    private static final long FILE = DataSize.ofMegabytes(10).toBytes();
    private static final long FILE_PER_ROW = DataSize.ofKilobytes(1).toBytes();
    private static final long UNPACKED = DataSize.ofMegabytes(8).toBytes();
    private static final long UNPACKED_PER_ROW = DataSize.ofKilobytes(2).toBytes();

    /** Size of a file with so many rows at most. */
    DataSize fileOf(int rows) {
        return DataSize.ofBytes(Math.min(maxFile.toBytes(), FILE + FILE_PER_ROW * rows));
    }

    /** What may be read of it, unpacked, in bytes. */
    long unpackedOf(int rows) {
        return Math.min(maxUnpacked.toBytes(), UNPACKED + UNPACKED_PER_ROW * rows);
    }
}
