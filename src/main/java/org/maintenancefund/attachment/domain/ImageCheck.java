package org.maintenancefund.attachment.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Opens a picture to see whether it is whole: all of its rows are read, and so few of them kept that the memory does not
 * depend on its size.
 */
final class ImageCheck {

    /** Sides of the picture that is made of it. */
    private static final int KEPT_SIDE = 500;

    /** A JPEG whose rows come in several passes is held whole while it is read; of larger ones only the end is looked at. */
    private static final long MOST_IN_PASSES = 25_000_000;

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private ImageCheck() {}

    /** The size from the header alone, by the reader of exactly that format; empty where it can't be read. */
    static Optional<PixelSize> size(String type, byte[] content) {
        return read(type, content, reader -> new PixelSize(reader.getWidth(0), reader.getHeight(0)));
    }

    /** Whether all of it can be read. */
    static boolean isWhole(String type, byte[] content, PixelSize size) {
        if (type.equals("image/jpeg")) {
            if (last(content, END_OF_IMAGE) < last(content, START_OF_SCAN)) {
                return false;
            }
            JpegPasses passes = size.pixels() > MOST_IN_PASSES ? JpegPasses.of(content) : JpegPasses.ONE;
            if (passes != JpegPasses.ONE) {
                return passes == JpegPasses.SEVERAL;
            }
        }
        return read(type, content, reader -> {
                    ImageReadParam few = reader.getDefaultReadParam();
                    few.setSourceSubsampling(1 + size.width() / KEPT_SIDE, 1 + size.height() / KEPT_SIDE, 0, 0);
                    // Rows as they are stored: colours for printing (CMYK) can't be turned into a picture here.
                    return reader.canReadRaster() ? reader.readRaster(0, few) : reader.read(0, few);
                })
                .isPresent();
    }

    private interface Reading<T> {
        T by(ImageReader reader) throws IOException;
    }

    private static <T> Optional<T> read(String type, byte[] content, Reading<T> reading) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        if (!readers.hasNext()) {
            throw new IllegalStateException("this Java can't read " + type);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            return Optional.of(reading.by(reader));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** Where the marker stands last; cameras put more behind the end of a picture. */
    private static int last(byte[] content, int marker) {
        for (int at = content.length - 2; at >= 0; at--) {
            if ((content[at] & MARKER) == MARKER && (content[at + 1] & MARKER) == marker) {
                return at;
            }
        }
        return -1;
    }

    /** Width and height in pixels. */
    record PixelSize(int width, int height) {

        long pixels() {
            return (long) width * height;
        }
    }
}
