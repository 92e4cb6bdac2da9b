package org.maintenancefund.web.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.maintenancefund.kernel.Refusal;

/** The strings that the cells of a spreadsheet point to, as bytes: some millions of objects would need several times as much. */
final class SharedStrings {

    /** Holds the longest string, and is small enough for the collector to move it. */
    private static final int BLOCK = 256 * 1024;

    private static final int MOST_BLOCKS = 160;
    private static final int MOST = 3_000_000;

    private final List<byte[]> blocks = new ArrayList<>();
    private int[] starts = new int[256];
    private int[] lengths = new int[256];
    private int count;
    private int used = BLOCK;

    /** Reads all of them. */
    static SharedStrings of(XmlPart part) throws XMLStreamException {
        SharedStrings strings = new SharedStrings();
        StringBuilder text = new StringBuilder();
        while (part.next()) {
            if (part.isStart("si")) {
                text.setLength(0);
                if (!part.richText(text)) {
                    throw Refusal.because("web.sheet.cell-too-long", SheetCell.LONGEST);
                }
                strings.add(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return strings;
    }

    /** The string of that number, from 0; empty where there is none. */
    Optional<String> get(int number) {
        if (number < 0 || number >= count) {
            return Optional.empty();
        }
        int start = starts[number];
        return Optional.of(
                lengths[number] == 0
                        ? ""
                        : new String(
                                blocks.get(start / BLOCK), start % BLOCK, lengths[number], StandardCharsets.UTF_8));
    }

    private void add(byte[] text) {
        if (used + text.length > BLOCK && text.length > 0) {
            if (blocks.size() == MOST_BLOCKS) {
                throw Refusal.because("web.sheet.too-much-unpacked");
            }
            // A string is never cut: the longest one fits into a block.
            blocks.add(new byte[BLOCK]);
            used = 0;
        }
        if (count == MOST) {
            throw Refusal.because("web.sheet.too-much-unpacked");
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count + count / 2);
            lengths = Arrays.copyOf(lengths, count + count / 2);
        }
        if (text.length > 0) {
            System.arraycopy(text, 0, blocks.get(blocks.size() - 1), used, text.length);
            starts[count] = (blocks.size() - 1) * BLOCK + used;
            used += text.length;
        }
        lengths[count++] = text.length;
    }
}
