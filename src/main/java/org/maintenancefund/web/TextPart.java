package org.maintenancefund.web;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.kernel.search.NameWriting;

/**
 * A piece of a text on a page. Pages get their texts in pieces, so that the piece searched for can be marked and every
 * piece still be escaped like any other text.
 *
 * @param text   the piece
 * @param marked true for what was searched for
 */
public record TextPart(String text, boolean marked) {

    /**
     * Splits a text at every occurrence of what was searched for. They are compared as the search compares
     * them: 和谐 finds 和　谐 with the space in between, and 和諧.
     */
    public static List<TextPart> of(String text, String searched) {
        String wanted = NameWriting.of(searched);
        Folded folded = Folded.of(text);
        List<TextPart> parts = new ArrayList<>();
        int written = 0;
        int found = wanted.isEmpty() ? -1 : folded.text().indexOf(wanted);
        while (found >= 0) {
            int start = folded.starts().get(found);
            int end = folded.ends().get(found + wanted.length() - 1);
            add(parts, text.substring(written, Math.max(written, start)), false);
            add(parts, text.substring(Math.max(written, start), end), true);
            written = end;
            found = folded.text().indexOf(wanted, found + wanted.length());
        }
        add(parts, text.substring(written), false);
        return List.copyOf(parts);
    }

    private static void add(List<TextPart> parts, String text, boolean marked) {
        if (!text.isEmpty()) {
            parts.add(new TextPart(text, marked));
        }
    }

    /**
     * A folded text that remembers for each of its characters where the one it came from starts and ends. Folds character
     * by character: where several become one, nothing is marked, which does no harm.
     */
    private record Folded(String text, List<Integer> starts, List<Integer> ends) {

        static Folded of(String text) {
            StringBuilder folded = new StringBuilder();
            List<Integer> starts = new ArrayList<>();
            List<Integer> ends = new ArrayList<>();
            int end;
            for (int start = 0; start < text.length(); start = end) {
                end = start + Character.charCount(text.codePointAt(start));
                String key = NameWriting.of(text.substring(start, end));
                folded.append(key);
                for (int i = 0; i < key.length(); i++) {
                    starts.add(start);
                    ends.add(end);
                }
            }
            return new Folded(folded.toString(), starts, ends);
        }
    }
}
