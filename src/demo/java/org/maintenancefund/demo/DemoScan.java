package org.maintenancefund.demo;

import java.nio.charset.StandardCharsets;

/** A one-page PDF, so that the demo's applications have something to look at. */
public final class DemoScan {

    private DemoScan() {}

    /** Lines where text would be, and a seal. */
    private static final String LINES_AND_SEAL = """
            0.75 G 6 w 90 600 m 505 600 l S 90 560 m 505 560 l S 90 520 m 505 520 l S 90 480 m 380 480 l S
            90 400 m 505 400 l S 90 360 m 300 360 l S
            0.78 0.1 0.12 RG 4 w 490 200 m 490 233 463 260 430 260 c 397 260 370 233 370 200 c
            370 167 397 140 430 140 c 463 140 490 167 490 200 c S
            0.78 0.1 0.12 rg 430 225 m 436 208 l 454 208 l 440 197 l 445 180 l 430 190 l 415 180 l 420 197 l 406 208 l
            424 208 l f
            0 G 1 w 60 60 475 722 re S""";

    /** The page with one line of ASCII text (PDF 1.4, no compression). */
    public static byte[] page(String text) {
        String content = "BT /F1 28 Tf 90 700 Td (" + text + ") Tj ET\n" + LINES_AND_SEAL;
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        return pdf.append(table)
                .append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }
}
