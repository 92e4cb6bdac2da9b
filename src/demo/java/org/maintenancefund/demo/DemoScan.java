package org.maintenancefund.demo;

import java.nio.charset.StandardCharsets;

/** A one-page PDF, so that the demo's applications have something to look at. */
public final class DemoScan {

    private DemoScan() {}

    /** The page with one line of ASCII text (PDF 1.4, no compression). */
    public static byte[] page(String text) {
        String content = "BT /F1 28 Tf 90 700 Td (" + text + ") Tj ET 60 60 475 722 re S";
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
