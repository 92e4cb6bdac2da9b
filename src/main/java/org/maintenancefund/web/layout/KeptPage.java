package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.springframework.http.HttpHeaders;

/**
 * A drawn page, cut where a form's token or number stands and compressed piece by piece (RFC 1951, 1952): for each answer only
 * these are put in, as they are, and the sum over the whole is made. Compressing a page anew cost more than all else about it.
 */
final class KeptPage {

    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** The last block of a stream, with nothing in it. */
    private static final byte[] END = {1, 0, 0, (byte) 0xff, (byte) 0xff};

    private static final Pattern NO_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    private final List<Piece> pieces = new ArrayList<>();

    /** Which of the values stands behind each piece but the last. */
    private final List<Integer> between = new ArrayList<>();

    private record Piece(byte[] plain, byte[] compressed) {

        static Piece of(String text) {
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            return new Piece(plain, compress(plain));
        }
    }

    /**
     * The page, and the values of its own that it was drawn with: each answer has others in their places.
     */
    KeptPage(String page, List<String> values) {
        Matcher value = Pattern.compile(values.stream().map(Pattern::quote).collect(Collectors.joining("|")))
                .matcher(page);
        int from = 0;
        while (value.find()) {
            pieces.add(Piece.of(page.substring(from, value.start())));
            between.add(values.indexOf(value.group()));
            from = value.end();
        }
        pieces.add(Piece.of(page.substring(from)));
    }

    /** Bytes, both ways together. */
    int size() {
        return pieces.stream()
                .mapToInt(piece -> piece.plain().length + piece.compressed().length)
                .sum();
    }

    boolean hasForms() {
        return !between.isEmpty();
    }

    /** The page with those values, compressed where the browser reads that. */
    void send(List<String> values, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<byte[]> inserted = between.stream()
                .map(value -> values.get(value).getBytes(StandardCharsets.US_ASCII))
                .toList();
        boolean gzip = readsGzip(request);
        byte[] body = gzip ? compressed(inserted) : join(Piece::plain, inserted);
        response.setContentType("text/html;charset=UTF-8");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean readsGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && accepted.contains("gzip")
                && !NO_GZIP.matcher(accepted).find();
    }

    private byte[] compressed(List<byte[]> inserted) {
        CRC32 sum = new CRC32();
        int length = 0;
        for (int i = 0; i < pieces.size(); i++) {
            byte[] plain = pieces.get(i).plain();
            sum.update(plain);
            length += plain.length;
            if (i < inserted.size()) {
                sum.update(inserted.get(i));
                length += inserted.get(i).length;
            }
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream(length / 2);
        stream.writeBytes(GZIP_HEAD);
        stream.writeBytes(
                join(Piece::compressed, inserted.stream().map(KeptPage::stored).toList()));
        stream.writeBytes(END);
        writeInt(stream, (int) sum.getValue());
        writeInt(stream, length);
        return stream.toByteArray();
    }

    /** Ends at the border of a byte and refers to nothing before it, so that anything can follow. */
    private static byte[] compress(byte[] piece) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(piece);
            byte[] room = new byte[piece.length + 256];
            int length = deflater.deflate(room, 0, room.length, Deflater.FULL_FLUSH);
            return Arrays.copyOf(room, length);
        } finally {
            deflater.end();
        }
    }

    /** A block that is not compressed: its length, the same inverted, the bytes. */
    private static byte[] stored(byte[] bytes) {
        ByteArrayOutputStream block = new ByteArrayOutputStream(bytes.length + 5);
        block.write(0);
        writeShort(block, bytes.length);
        writeShort(block, ~bytes.length);
        block.writeBytes(bytes);
        return block.toByteArray();
    }

    private byte[] join(Function<Piece, byte[]> way, List<byte[]> inserted) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < pieces.size(); i++) {
            all.writeBytes(way.apply(pieces.get(i)));
            if (i < inserted.size()) {
                all.writeBytes(inserted.get(i));
            }
        }
        return all.toByteArray();
    }

    private static void writeShort(ByteArrayOutputStream stream, int value) {
        stream.write(value);
        stream.write(value >> 8);
    }

    private static void writeInt(ByteArrayOutputStream stream, int value) {
        writeShort(stream, value);
        writeShort(stream, value >> 16);
    }
}
