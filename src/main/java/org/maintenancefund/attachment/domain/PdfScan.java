package org.maintenancefund.attachment.domain;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** The pictures that scanners put into a PDF, looked at before one of them is unpacked for being drawn. */
final class PdfScan {

    /** A page of A3 at 600 dpi in black and white; larger ones are opened by who wants to see them. */
    private static final long MOST_PIXELS = 70_000_000;

    /** Pictures with another one that says where they are transparent: both are held whole. */
    private static final long MOST_WITH_MASK = 4_000_000;

    /** Pictures whose rows come in several passes are held whole while they are read. */
    private static final long MOST_IN_PASSES = 8_000_000;

    private static final List<COSName> JPEG = List.of(COSName.DCT_DECODE, COSName.DCT_DECODE_ABBREVIATION);
    private static final List<COSName> FAX = List.of(COSName.CCITTFAX_DECODE, COSName.CCITTFAX_DECODE_ABBREVIATION);

    private PdfScan() {}

    static boolean isPackedAsPicture(COSBase filter) {
        return filter instanceof COSName name && (JPEG.contains(name) || FAX.contains(name));
    }

    /** Fails where unpacking the picture takes more memory than its size in the file says, or than there is for one. */
    static void check(COSStream picture, COSBase filter) throws IOException {
        checkSize(picture);
        if (filter instanceof COSName name && JPEG.contains(name)) {
            checkJpeg(picture);
        } else {
            checkFax(picture);
        }
    }

    /** What the file says of a picture; the size counts for each way it is packed. */
    static void checkSize(COSDictionary picture) throws IOException {
        require(pixels(picture) <= MOST_PIXELS);
        checkMask(picture, picture.getCOSDictionary(COSName.SMASK));
        checkMask(picture, picture.getCOSDictionary(COSName.MASK));
    }

    private static void checkMask(COSDictionary picture, @Nullable COSDictionary mask) throws IOException {
        require(mask == null || (pixels(picture) <= MOST_WITH_MASK && pixels(mask) <= MOST_WITH_MASK));
    }

    private static void checkJpeg(COSStream picture) throws IOException {
        byte[] content;
        try (InputStream raw = picture.createRawInputStream()) {
            content = raw.readAllBytes();
        }
        ImageCheck.PixelSize size = ImageCheck.size("image/jpeg", content).orElseThrow(PdfScan::unbearable);
        require(size.width() == picture.getInt(COSName.WIDTH, COSName.W, 0)
                && size.height() == picture.getInt(COSName.HEIGHT, COSName.H, 0));
        require(size.pixels() <= MOST_IN_PASSES || JpegPasses.of(content) == JpegPasses.ONE);
    }

    private static void checkFax(COSStream picture) throws IOException {
        COSBase said = BoundedPdf.CountedStream.only(picture.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP));
        if (said instanceof COSDictionary parameters) {
            long columns = parameters.getInt(COSName.COLUMNS, 1728);
            long rows = parameters.getInt(COSName.ROWS, 0);
            require(columns > 0 && columns * Math.max(1, rows) <= MOST_PIXELS);
            require(columns * pixelsHigh(picture) <= MOST_PIXELS);
        }
    }

    private static long pixels(COSDictionary picture) {
        return Math.max(1L, picture.getInt(COSName.WIDTH, COSName.W, 0)) * pixelsHigh(picture);
    }

    private static long pixelsHigh(COSDictionary picture) {
        return Math.max(1L, picture.getInt(COSName.HEIGHT, COSName.H, 0));
    }

    private static void require(boolean bearable) throws IOException {
        if (!bearable) {
            throw unbearable();
        }
    }

    private static IOException unbearable() {
        return new IOException("a picture that is not drawn here");
    }
}
