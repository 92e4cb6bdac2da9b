package org.maintenancefund.attachment.domain;

/**
 * In how many passes the rows of a JPEG come, told by what stands before its data (ITU-T T.81, annex B). With more than one its
 * reader keeps all of the picture in memory.
 */
enum JpegPasses {
    ONE,
    SEVERAL,
    /** What stands there follows no rule, and the reader may find something else in it. */
    UNKNOWN;

    private static final int MARKER = 0xFF;
    private static final int BASELINE = 0xC0;
    private static final int SEQUENTIAL = 0xC1;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int EXTENSION = 0xC8;
    private static final int ARITHMETIC_CODING = 0xCC;
    private static final int LAST_FRAME = 0xCF;
    private static final int FIRST_WITHOUT_LENGTH = 0xD0;
    private static final int START_OF_SCAN = 0xDA;

    /** Where a segment says how many components there are, from its length on. */
    private static final int OF_FRAME = 7;

    private static final int OF_SCAN = 2;

    static JpegPasses of(byte[] content) {
        int components = 0;
        int at = 2;
        while (at + 2 + OF_FRAME < content.length && unsigned(content, at) == MARKER) {
            int marker = unsigned(content, at + 1);
            if (marker == MARKER) {
                // Any number of them may stand before the one that counts.
                at++;
                continue;
            }
            int length = (unsigned(content, at + 2) << Byte.SIZE) + unsigned(content, at + 3);
            if (marker < BASELINE || marker >= FIRST_WITHOUT_LENGTH && marker < START_OF_SCAN || length < 2) {
                return UNKNOWN;
            }
            if (marker == START_OF_SCAN) {
                int inScan = unsigned(content, at + 2 + OF_SCAN);
                return components == 0 ? UNKNOWN : inScan < components ? SEVERAL : ONE;
            }
            if (isFrame(marker)) {
                if (marker != BASELINE && marker != SEQUENTIAL) {
                    return SEVERAL;
                }
                components = unsigned(content, at + 2 + OF_FRAME);
            }
            at += 2 + length;
        }
        return UNKNOWN;
    }

    private static boolean isFrame(int marker) {
        return marker <= LAST_FRAME && marker != HUFFMAN_TABLES && marker != EXTENSION && marker != ARITHMETIC_CODING;
    }

    private static int unsigned(byte[] content, int at) {
        return content[at] & MARKER;
    }
}
