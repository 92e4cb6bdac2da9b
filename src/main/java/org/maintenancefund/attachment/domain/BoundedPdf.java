package org.maintenancefund.attachment.domain;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's parser within bounds. It unpacks whatever streams a file's structure lies in, however large they get, and seeks
 * what is missing again and again; here both are counted, and it fails where a file wants more than a scan could need.
 */
final class BoundedPdf extends PDFParser {

    /** What reading one file may take; once spent, it stays so. */
    static final class Budget {

        /** The structure of all pages of a scan, unpacked, in bytes. */
        private static final long MOST_UNPACKED = 8L * 1024 * 1024;

        /** Dictionaries and lists outside of what is packed: each takes some hundred bytes of memory. */
        private static final int MOST_OBJECTS = 300_000;

        /** A page that is drawn: its pictures and letters too. */
        private static final long MOST_DRAWN = 32L * 1024 * 1024;

        private long toRead;
        private int objects = MOST_OBJECTS;
        private long toUnpack = MOST_UNPACKED;
        private boolean spent;

        private boolean forDrawing;

        Budget(int length) {
            toRead = 32L * 1024 * 1024 + 20L * length;
        }

        /** Of a file whose first page is drawn, for which it is read more than once. */
        static Budget forDrawing(int length) {
            Budget budget = new Budget(length);
            budget.toRead *= 2;
            budget.toUnpack = MOST_DRAWN;
            budget.forDrawing = true;
            return budget;
        }

        boolean isSpent() {
            return spent;
        }

        boolean isForDrawing() {
            return forDrawing;
        }

        private void read(long bytes) throws IOException {
            toRead -= Math.max(1, bytes);
            check(toRead);
        }

        private void object() throws IOException {
            check(--objects);
        }

        private void unpack(long bytes) throws IOException {
            toUnpack -= bytes;
            check(toUnpack);
        }

        private void check(long left) throws IOException {
            spent |= left < 0;
            if (spent) {
                throw new IOException("too much to read");
            }
        }
    }

    private final Budget budget;

    BoundedPdf(byte[] content, Budget budget) throws IOException {
        super(new CountedRead(content, budget), "");
        this.budget = budget;
        document = new CountedDocument(this, budget);
    }

    @Override
    protected COSDictionary parseCOSDictionary(boolean direct) throws IOException {
        budget.object();
        return super.parseCOSDictionary(direct);
    }

    @Override
    protected COSArray parseCOSArray() throws IOException {
        budget.object();
        return super.parseCOSArray();
    }

    /** Counts what is read, wherever it is read again. */
    private static final class CountedRead extends RandomAccessReadBuffer {

        private final Budget budget;

        CountedRead(byte[] content, Budget budget) {
            super(content);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            budget.read(1);
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            budget.read(read);
            return read;
        }

        @Override
        public RandomAccessReadView createView(long start, long length) throws IOException {
            return new RandomAccessReadView(this, start, length);
        }
    }

    /** Gives streams that are counted before they are unpacked. */
    private static final class CountedDocument extends COSDocument {

        private final BoundedPdf parser;
        private final Budget budget;

        CountedDocument(BoundedPdf parser, Budget budget) {
            super(parser);
            this.parser = parser;
            this.budget = budget;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            COSStream stream = new CountedStream(parser.createRandomAccessReadView(start, length), budget);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    static final class CountedStream extends COSStream {

        /** What packs the structure of a file; anything else packs pictures and fonts, which nobody unpacks here. */
        private static final List<COSName> DEFLATED = List.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

        /** A byte of a table of contents may be a whole entry of it in memory. */
        private static final int TABLE_WEIGHT = 8;

        private static final int WIDEST_ROW = 1000;
        private static final int WIDEST_PICTURE = 20_000;

        private final Budget budget;

        CountedStream(RandomAccessReadView view, Budget budget) throws IOException {
            super(null, view);
            this.budget = budget;
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            count();
            return super.createView();
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            count();
            return super.createInputStream(options);
        }

        /** Unpacks it once into nothing. */
        private void count() throws IOException {
            COSBase filter = only(getFilters());
            if (filter == null) {
                return;
            }
            if (budget.isForDrawing() && PdfScan.isPackedAsPicture(filter)) {
                PdfScan.check(this, filter);
                return;
            }
            if (!(filter instanceof COSName name) || !DEFLATED.contains(name) || hasWideRows()) {
                throw new IOException("the structure is packed in a way that no scanner packs it");
            }
            int weight = containsKey(COSName.W) ? TABLE_WEIGHT : 1;
            byte[] piece = new byte[8192];
            try (InputStream unpacked = new InflaterInputStream(createRawInputStream())) {
                for (int read = unpacked.read(piece); read >= 0; read = unpacked.read(piece)) {
                    budget.unpack((long) read * weight);
                }
            } catch (ZipException | EOFException broken) {
                // The parser takes what can be unpacked up to here, which was counted.
                return;
            }
        }

        static @Nullable COSBase only(@Nullable COSBase one) {
            return one instanceof COSArray list && list.size() == 1 ? list.getObject(0) : one;
        }

        /** Rows are held in memory as wide as the file says. */
        private boolean hasWideRows() {
            int widest = budget.isForDrawing() ? WIDEST_PICTURE : WIDEST_ROW;
            return only(getDictionaryObject(COSName.DECODE_PARMS, COSName.DP)) instanceof COSDictionary parameters
                    && (parameters.getInt(COSName.COLUMNS, 1) > widest
                            || parameters.getInt(COSName.COLORS, 1) > 4
                            || parameters.getInt(COSName.BITS_PER_COMPONENT, 8) > 16);
        }
    }
}
