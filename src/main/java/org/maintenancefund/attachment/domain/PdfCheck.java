package org.maintenancefund.attachment.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Opens a PDF as the program of whoever looks at it will: without a password, and as leniently about small faults. Pages are
 * found and not drawn. An owner password, which forbids printing or changing only, does not matter.
 */
final class PdfCheck {

    /** What came of it. */
    enum Outcome {
        READABLE,
        /** It asks for a password or a certificate before it shows anything. */
        LOCKED,
        /** Something is missing: its end, its pages, what stands on them. */
        DAMAGED,
        /** Looking at its structure alone takes more than a scan could need. */
        TOO_COMPLEX
    }

    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    /** So far before its end programs look for the mark of it. */
    private static final int TAIL = 1024;

    private static final int MOST_PAGES = 2000;

    private PdfCheck() {}

    static Outcome open(byte[] content) {
        if (!hasItsEnd(content)) {
            return Outcome.DAMAGED;
        }
        BoundedPdf.Budget budget = new BoundedPdf.Budget(content.length);
        try (PDDocument document = new BoundedPdf(content, budget).parse()) {
            boolean readable = hasItsPages(document);
            return budget.isSpent() ? Outcome.TOO_COMPLEX : readable ? Outcome.READABLE : Outcome.DAMAGED;
        } catch (InvalidPasswordException locked) {
            return Outcome.LOCKED;
        } catch (OutOfMemoryError unbounded) {
            return Outcome.TOO_COMPLEX;
        } catch (IOException | RuntimeException | StackOverflowError | NoClassDefFoundError unreadable) {
            return budget.isSpent()
                    ? Outcome.TOO_COMPLEX
                    : asksForCertificate(unreadable) ? Outcome.LOCKED : Outcome.DAMAGED;
        }
    }

    /** A file that was cut off has no end: the mark stands in the last lines, before zeros and white space at most. */
    private static boolean hasItsEnd(byte[] content) {
        int length = content.length;
        while (length > 0 && content[length - 1] <= ' ' && content[length - 1] >= 0) {
            length--;
        }
        for (int at = length - END.length; at >= Math.max(0, length - TAIL); at--) {
            if (startsWith(content, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] content, int at) {
        for (int i = 0; i < END.length; i++) {
            if (content[at + i] != END[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasItsPages(PDDocument document) {
        int pages = 0;
        for (PDPage page : document.getPages()) {
            COSDictionary dictionary = page.getCOSObject();
            boolean lacksContents = dictionary.containsKey(COSName.CONTENTS)
                    && dictionary.getDictionaryObject(COSName.CONTENTS) == null;
            if (lacksContents) {
                return false;
            }
            if (++pages >= MOST_PAGES) {
                break;
            }
        }
        return pages > 0;
    }

    /** Encrypted for certain people: opening it would need their key. */
    private static boolean asksForCertificate(Throwable unreadable) {
        return unreadable instanceof NoClassDefFoundError
                || String.valueOf(unreadable.getMessage()).contains("decryption material")
                || String.valueOf(unreadable.getMessage()).contains("No security handler");
    }
}
