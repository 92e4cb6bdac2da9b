package org.maintenancefund.web.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.maintenancefund.kernel.Refusal;

/**
 * Refuses markup whose pieces are longer than a spreadsheet's can be, before a parser collects them: it keeps a name, a value
 * of an attribute, a comment or a CDATA section whole in memory. A piece reaches from one {@code <} to the next; a comment,
 * a CDATA section or an instruction is one piece whatever stands in it. Document types are refused.
 */
final class MarkupGuard extends FilterReader {

    /** The longest text of a cell, each character written as {@code &#x10FFFF;}. */
    private static final int LONGEST_PIECE = 10 * SheetCell.LONGEST;

    private static final char CONTENT = 0;
    private static final char DECLARATION = '!';
    private static final char COMMENT = '-';
    private static final char CDATA = '[';
    private static final char INSTRUCTION = '?';

    private char within = CONTENT;
    private boolean opening;
    private int length;
    private char last;
    private char lastButOne;

    MarkupGuard(Reader markup) {
        super(markup);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int most) throws IOException {
        int read = super.read(buffer, offset, most);
        for (int i = offset; i < offset + read; i++) {
            look(buffer[i]);
        }
        return read;
    }

    private void look(char c) {
        if (++length > LONGEST_PIECE) {
            throw Refusal.because("web.sheet.cell-too-long", SheetCell.LONGEST);
        }
        switch (within) {
            case CONTENT -> {
                if (c == '<') {
                    length = 0;
                } else if (last == '<' && c == '!') {
                    within = DECLARATION;
                } else if (last == '<' && c == '?') {
                    open(INSTRUCTION, false);
                    return;
                }
            }
            case DECLARATION -> {
                if (c != COMMENT && c != CDATA) {
                    throw Refusal.because("web.sheet.unreadable");
                }
                open(c, c == COMMENT);
                return;
            }
            default -> {
                if (opening) {
                    // The second hyphen of <!-- doesn't close it.
                    open(within, false);
                    return;
                }
                char mark = within == CDATA ? ']' : within;
                if (c == '>' && last == mark && (within == INSTRUCTION || lastButOne == mark)) {
                    within = CONTENT;
                }
            }
        }
        lastButOne = last;
        last = c;
    }

    private void open(char what, boolean oneMore) {
        within = what;
        opening = oneMore;
        last = 0;
        lastButOne = 0;
    }
}
