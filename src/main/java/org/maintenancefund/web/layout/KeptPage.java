package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.springframework.http.HttpHeaders;

/**
 * A drawn page, cut where a form's token stands and compressed piece by piece (RFC 1951, 1952): for each answer only the token
 * is put in, as it is, and the sum over the whole is made. Compressing a page anew cost more than all else about it.
 */
final class KeptPage {

    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** The last block of a stream, with nothing in it. */
    private static final byte[] END = {1, 0, 0, (byte) 0xff, (byte) 0xff};

    private static final Pattern NO_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    private final List<byte[]> plain;
    private final List<byte[]> compressed;

    /** The page, and the token that its forms were drawn with. */
    KeptPage(String page, String token) {
        plain = Arrays.stream(page.split(Pattern.quote(token), -1))
                .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                .toList();
        compressed = plain.stream().map(KeptPage::compress).toList();
    }

    boolean hasForms() {
        return plain.size() > 1;
    }

    /** The page with that token, compressed where the browser reads that. */
    void send(String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] inserted = token.getBytes(StandardCharsets.US_ASCII);
        boolean gzip = readsGzip(request);
        byte[] body = gzip ? compressed(inserted) : join(plain, inserted);
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

    private byte[] compressed(byte[] token) {
        CRC32 sum = new CRC32();
        int length = 0;
        for (int i = 0; i < plain.size(); i++) {
            if (i > 0) {
                sum.update(token);
                length += token.length;
            }
            sum.update(plain.get(i));
            length += plain.get(i).length;
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream(length / 2);
        stream.writeBytes(GZIP_HEAD);
        stream.writeBytes(join(compressed, stored(token)));
        stream.writeBytes(END);
        writeInt(stream, (int) sum.getValue());
        writeInt(stream, length);
        return stream.toByteArray();
    }

    /** Ends at the border of a byte and refers to nothing before it, so that anything can follow. */
    private static byte[] compress(byte[] piece) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
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

    private static byte[] join(List<byte[]> pieces, byte[] between) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                all.writeBytes(between);
            }
            all.writeBytes(pieces.get(i));
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
