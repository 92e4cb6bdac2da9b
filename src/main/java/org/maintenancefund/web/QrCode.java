package org.maintenancefund.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * A QR code for paper, drawn into the page as lines of squares: nothing is loaded for it, and it prints as sharp as the printer
 * can.
 */
public final class QrCode {

    /** White squares around it; the paper around is white too. */
    private static final int MARGIN = 2;

    private QrCode() {}

    /**
     * The code as SVG.
     *
     * @param text  what a telephone reads
     * @param label for those who don't see it
     */
    public static String svg(String text, String label) {
        BitMatrix squares = encode(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                int first = x;
                while (x < squares.getWidth() && squares.get(x, y)) {
                    x++;
                }
                if (x > first) {
                    path.append('M')
                            .append(first)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - first);
                    path.append("v1h-").append(x - first).append('z');
                }
            }
        }
        return "<svg class=\"qr-code\" role=\"img\" aria-label=\"" + HtmlUtils.htmlEscape(label) + "\" viewBox=\"0 0 "
                + squares.getWidth() + " " + squares.getHeight() + "\" shape-rendering=\"crispEdges\"><path d=\"" + path
                + "\"/></svg>";
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    MARGIN));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }
}
