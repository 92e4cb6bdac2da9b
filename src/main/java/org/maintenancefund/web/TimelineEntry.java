package org.maintenancefund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of 办理记录, newest first on the page.
 *
 * @param meta  when and by whom
 * @param texts reasons and opinions, a line each
 * @param inner what only the staff reads, marked as such; or null
 */
public record TimelineEntry(
        String title,
        @Nullable String meta,
        List<String> texts,
        @Nullable String inner,
        Kind kind) {

    public TimelineEntry(String title, @Nullable String meta, List<String> texts, Kind kind) {
        this(title, meta, texts, null, kind);
    }

    public enum Kind {
        /** The step that is being waited for. */
        CURRENT,
        DONE,
        /** A return, a refusal. */
        NEGATIVE;

        /** As the style sheet calls it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public TimelineEntry {
        texts = List.copyOf(texts);
    }
}
