package org.maintenancefund.web.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;

/** What a file is that is no table of ours, so that the sentence about it says what to do. */
final class OtherFiles {

    private static final int HEAD = 8 * 1024;
    private static final String UNREADABLE = "web.sheet.unreadable";
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private OtherFiles() {}

    /** The key of the sentence; the empty string for what may be a spreadsheet or a table as text. */
    static String sentenceOf(Path file) throws IOException {
        byte[] head = headOf(file);
        if (head.length == 0) {
            return "web.sheet.no-content";
        }
        if (startsWith(head, OLD_OFFICE)) {
            return oldOffice(file);
        }
        if (isZipped(head)) {
            return zipped(file);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (text.startsWith("%pdf")) {
            return "web.sheet.pdf";
        }
        if (!isText(head)) {
            return UNREADABLE;
        }
        if (text.contains("<html") || text.contains("<table") || text.contains("<!doctype html")) {
            return "web.sheet.html";
        }
        return text.contains("<?xml") ? "web.sheet.xml" : "";
    }

    /** True where it is packed as spreadsheets are; of what {@link #sentenceOf} lets through the rest is text. */
    static boolean isZipped(Path file) throws IOException {
        return isZipped(headOf(file));
    }

    private static boolean isZipped(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K';
    }

    private static byte[] headOf(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || head[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** In whatever encoding: without the controls that only other files have, or in UTF-16 with its mark. */
    private static boolean isText(byte[] head) {
        if (head.length > 1
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)) {
            return true;
        }
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A) {
                return false;
            }
        }
        return true;
    }

    /** The old Office files keep their parts like a disk: an encrypted new one has its content in a part of that name. */
    private static String oldOffice(Path file) throws IOException {
        if (contains(file, "EncryptedPackage")) {
            return "web.sheet.encrypted";
        }
        if (contains(file, "WordDocument")) {
            return "web.sheet.word";
        }
        return contains(file, "Workbook") || contains(file, "Book\0") ? "web.sheet.old" : "web.sheet.old-or-encrypted";
    }

    private static boolean contains(Path file, String name) throws IOException {
        String wanted = new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        String carried = "";
        try (InputStream content = Files.newInputStream(file)) {
            for (byte[] some = content.readNBytes(64 * 1024); some.length > 0; some = content.readNBytes(64 * 1024)) {
                String text = carried + new String(some, StandardCharsets.ISO_8859_1);
                if (text.contains(wanted)) {
                    return true;
                }
                carried = text.substring(Math.max(0, text.length() - wanted.length()));
            }
        }
        return false;
    }

    private static String zipped(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("_rels/.rels") != null
                            && zip.getEntry("word/document.xml") == null
                            && zip.getEntry("xl/workbook.bin") == null
                    || zip.getEntry("xl/workbook.xml") != null) {
                return "";
            }
            if (zip.getEntry("xl/workbook.bin") != null) {
                return "web.sheet.binary";
            }
            if (zip.getEntry("word/document.xml") != null) {
                return "web.sheet.word";
            }
            if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) {
                return "web.sheet.open-document";
            }
            boolean packed = zip.stream()
                    .limit(1_000)
                    .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(xlsx?|csv|et)"));
            return packed ? "web.sheet.archive" : UNREADABLE;
        }
    }
}
